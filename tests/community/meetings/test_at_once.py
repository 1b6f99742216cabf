"""Twenty people who register at once: never more than there are seats, and each of them once.

Real threads on a site of their own, in the kind of database that the tests run on.
"""

import json

import pytest

from tests.sites import site_elsewhere

__all__ = ["site_elsewhere"]
pytestmark = pytest.mark.django_db

ALWAYS = """
import json, threading
from django.db import connection
from accounts.models import User
from community.meetings import registering
from community.models import EventPage, Registration

def at_once(calls):
    together, problems = threading.Barrier(len(calls)), []
    def run(call):
        together.wait()
        try:
            call()
        except Exception as problem:
            problems.append(repr(problem))
        finally:
            connection.close()
    threads = [threading.Thread(target=run, args=[call]) for call in calls]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert problems == [], problems

def told():
    rows = Registration.objects.order_by("turn")
    states = [row.state for row in rows]
    return {state: states.count(state) for state in sorted(set(states))} | {
        "people": len({row.user_id for row in rows}), "turns": [row.turn for row in rows],
        "in order": [s for s in states if s in ("seated", "waiting")] == sorted(
            s for s in states if s in ("seated", "waiting")),
    }
"""
MAKE = """
from datetime import date
from tests.conftest import make_site
from tests.factories import EventFactory, UserFactory
[UserFactory(username=f"persoon{number:02}") for number in range(30)]
EventFactory(parent=make_site().events, title="Bezoek", starts_on=date(2099, 1, 1),
             registering="everybody", seats=7)
"""
REGISTER = """
event, people = EventPage.objects.get(), list(User.objects.order_by("username")[:20])
at_once([lambda p=p: registering.register(event, p) for p in people * 2])
print(json.dumps(told()))
"""
SOME_GO_AND_SOME_COME = """
event = EventPage.objects.get()
gone = [row.user for row in Registration.objects.seated()[:5]]
new = list(User.objects.order_by("username")[20:30])
at_once([lambda p=p: registering.cancel(event, p) for p in gone * 2]
        + [lambda p=p: registering.register(event, p) for p in new])
print(json.dumps(told()))
"""
MORE_SEATS = """
def more():
    event = EventPage.objects.get()
    event.seats = 10
    event.save_revision().publish()
event = EventPage.objects.get()
gone = [row.user for row in Registration.objects.waiting()[:5]]
at_once([more] + [lambda p=p: registering.cancel(event, p) for p in gone])
print(json.dumps(told()))
"""


def test_never_more_people_than_seats_and_each_once(site_elsewhere):
    site_elsewhere.do(ALWAYS + MAKE)
    first = json.loads(site_elsewhere.do(ALWAYS + REGISTER))
    assert first == {
        "seated": 7,
        "waiting": 13,
        "people": 20,
        "turns": list(range(1, 21)),
        "in order": True,
    }
    second = json.loads(site_elsewhere.do(ALWAYS + SOME_GO_AND_SOME_COME))
    assert second == {
        "cancelled": 5,
        "seated": 7,
        "waiting": 18,
        "people": 30,
        "turns": list(range(1, 31)),
        "in order": True,
    }
    third = json.loads(site_elsewhere.do(ALWAYS + MORE_SEATS))
    assert third == second | {"cancelled": 10, "seated": 10, "waiting": 10}
