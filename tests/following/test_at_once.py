"""Twenty who do something at once, and two who tell of it: everything once.

Real threads and processes on a site of their own, in the kind of database that the tests run on.
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

ROOT = Path(__file__).resolve().parents[2]
QUIET = """
from django.conf import settings
settings.SEARCH_DRAINS_ITSELF = settings.FOLLOWING_DELIVERS_ITSELF = False
"""
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
kinds = Happening.objects.order_by("kind").values("kind").annotate(number=Count("pk"))
people = Notification.objects.values("user").annotate(number=Count("pk"))
print(json.dumps({
    "experiences": Experience.objects.count(),
    "replies": Reply.objects.count(),
    "happenings": {row["kind"]: row["number"] for row in kinds},
    "waiting": Happening.objects.filter(delivered_at=None).count(),
    "told": sorted(row["number"] for row in people),
}))
"""


class Site:
    """A site of its own, whose commands are processes of their own."""

    def __init__(self, folder, database):
        self.environment = {
            name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ
        }
        self.environment |= {"WIJKKENNIS_DATA_DIR": str(folder), "DATABASE_URL": database}

    def start(self, *command):
        """Start a command."""
        return subprocess.Popen(
            [sys.executable, "-W", "ignore", "manage.py", *command],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def do(self, code):
        """Run code to its end and return what it said."""
        process = self.start("shell", "--no-imports", "-v", "0", "-c", QUIET + code)
        said, _ = process.communicate(timeout=300)
        assert process.returncode == 0, said
        return said.strip()


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


@pytest.fixture
def elsewhere(tmp_path, database):
    """Return a site with twenty practices about a theme that twenty members follow."""
    site = Site(tmp_path, database)
    process = site.start("migrate", "-v", "0")
    said, _ = process.communicate(timeout=300)
    assert process.returncode == 0, said
    site.do(MAKE)
    return site


def test_twenty_at_once_are_told_to_everybody_once(elsewhere):
    elsewhere.do(AT_ONCE)
    tellers = [elsewhere.start("following_deliver") for _teller in range(3)]
    assert [teller.wait(timeout=300) for teller in tellers] == [0, 0, 0]
    # Who asked hears of twenty experiences and twenty replies. Each of the others hears of twenty
    # practices, and of what the nineteen others told and replied.
    assert json.loads(elsewhere.do(COUNT)) == {
        "experiences": 21,
        "replies": 20,
        "happenings": {"changed": 20, "replied": 20, "shared": 20},
        "waiting": 0,
        "told": [40] + [58] * 20,
    }
