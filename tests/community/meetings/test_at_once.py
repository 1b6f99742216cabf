"""Twenty people who register at once: never more than there are seats, and each of them once.

Real threads on a site of their own, in the kind of database that the tests run on.
"""

import json
import os
import subprocess
import sys
import uuid
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[3]
QUIET = """
import json, threading
from django.conf import settings
from django.db import connection
settings.SEARCH_DRAINS_ITSELF = settings.FOLLOWING_DELIVERS_ITSELF = False
settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
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


class Site:
    """A site of its own, whose commands are processes of their own."""

    def __init__(self, folder, database):
        self.environment = {
            name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ
        }
        self.environment |= {"WIJKKENNIS_DATA_DIR": str(folder), "DATABASE_URL": database}

    def run(self, *command):
        """Run a command to its end and return what it said."""
        ended = subprocess.run(
            [sys.executable, "-W", "ignore", "manage.py", *command],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout.strip()

    def do(self, code):
        """Run code and return what it said last."""
        said = self.run("shell", "--no-imports", "-v", "0", "-c", QUIET + code)
        return said.splitlines()[-1] if said else ""


@pytest.fixture
def database(tmp_path):
    """Return the address of an empty database of the kind that the tests run on."""
    if connection.vendor != "postgresql":
        yield f"sqlite:///{tmp_path / 'site.sqlite3'}"
        return
    known = connection.settings_dict
    server = (
        f"postgres://{known['USER']}:{known['PASSWORD']}@{known['HOST']}:{known['PORT']}"
        f"/{known['NAME']}"
    )
    schema = f"at_once_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(server, autocommit=True) as direct:
        direct.execute(f"CREATE SCHEMA {schema}")
        yield f"{server}?options={quote(f'-c search_path={schema}')}"
        direct.execute(f"DROP SCHEMA {schema} CASCADE")


def test_never_more_people_than_seats_and_each_once(tmp_path, database):
    site = Site(tmp_path, database)
    site.run("migrate", "-v", "0")
    site.do(MAKE)
    first = json.loads(site.do(REGISTER))
    assert first == {
        "seated": 7,
        "waiting": 13,
        "people": 20,
        "turns": list(range(1, 21)),
        "in order": True,
    }
    second = json.loads(site.do(SOME_GO_AND_SOME_COME))
    assert second == {
        "cancelled": 5,
        "seated": 7,
        "waiting": 18,
        "people": 30,
        "turns": list(range(1, 31)),
        "in order": True,
    }
    third = json.loads(site.do(MORE_SEATS))
    assert third == second | {"cancelled": 10, "seated": 10, "waiting": 10}
