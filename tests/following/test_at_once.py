"""Twenty who do something at once, and two who tell of it: everything once.

Real threads and processes on a site of their own, in the kind of database that the tests run on.
"""

import json

import pytest

from tests.sites import site_elsewhere

__all__ = ["site_elsewhere"]
pytestmark = pytest.mark.django_db

MAKE = """
from community.domain import posts
from tests.conftest import make_site
from tests.factories import *
from following.models import Follow, Happening
site, theme = make_site(), ThemeFactory()
community = CommunityFactory(parent=site.communities)
for _member in range(20):
    member = MemberFactory(community=community)
    Follow.objects.create(user=member.user, theme=theme)
for number in range(20):
    PracticeFactory(parent=site.practices, title=f"Praktijk {number}", themes=[theme])
begun = posts.start_experience(MemberFactory(community=community).user, community)
posts.share_experience(begun, title="Wie deed dit ook?", body="Vertel.", outcome="worked")
Happening.objects.all().delete()
"""
AT_ONCE = """
import threading, uuid
from django.db import connection
from community.domain import posts
from community.models import Experience
from following.models import Follow
from practices.models import PracticePage
pages, asked = list(PracticePage.objects.order_by("title")), Experience.objects.get()
people = [follow.user for follow in Follow.objects.select_related("user")]
together = threading.Barrier(20)
def act(page, member, form=uuid.uuid4):
    together.wait()
    for each in (page, PracticePage.objects.get(pk=pages[0].pk)):
        each.save_revision().publish()
    mine, answer = form(), form()
    for _twice in range(2):
        begun = posts.start_experience(member, asked.community, mine)
        posts.reply(asked, member, "Wij ook.", form=answer)
    posts.share_experience(begun, title="Wij ook", body="Het ging goed.", outcome="worked")
    connection.close()
threads = [threading.Thread(target=act, args=pair) for pair in zip(pages, people)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
"""
COUNT = """
import json
from django.db.models import Count
from community.models import Experience, Reply
from following.models import Happening, Notification
from search.engines import selection
kinds = Happening.objects.order_by("kind").values("kind").annotate(number=Count("pk"))
people = Notification.objects.values("user").annotate(number=Count("pk"))
print(json.dumps({
    "experiences": Experience.objects.count(),
    "replies": Reply.objects.count(),
    "found": sum(key.startswith("experience:") for key, *_rest in selection.engine().stored()),
    "happenings": {row["kind"]: row["number"] for row in kinds},
    "waiting": Happening.objects.filter(delivered_at=None).count(),
    "told": sorted(row["number"] for row in people),
}))
"""


def test_twenty_at_once_are_found_and_told_to_everybody_once(site_elsewhere):
    site_elsewhere.do(MAKE)
    site_elsewhere.run("search_rebuild")
    site_elsewhere.do(AT_ONCE)
    site_elsewhere.run_at_once(*[["following_deliver"]] * 3, *[["search_drain"]] * 2)
    # Who asked hears of twenty experiences and twenty replies. Each of the others hears of twenty
    # practices, and of what the nineteen others told and replied.
    assert json.loads(site_elsewhere.do(COUNT)) == {
        "experiences": 21,
        "replies": 20,
        "found": 21,
        "happenings": {"changed": 20, "replied": 20, "shared": 20},
        "waiting": 0,
        "told": [40] + [58] * 20,
    }
