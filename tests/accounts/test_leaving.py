"""Whoever is the last to look after a community hands that over before going away."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import User
from community.domain import members
from community.models import CommunityPage, Member
from community.permissions import Viewer
from following import delivering, queries, showing
from tests.accounts.signing import confirm, member, sign_in
from tests.factories import CommunityFactory, MemberFactory, UserFactory
from tests.reading import words
from tests.robustness.reading import soup_of

pytestmark = pytest.mark.django_db

CERTAIN = {"posts": "keep", "certain": "on"}
FIRST = "Maak eerst iemand anders coördinator van ‘CoP 18’."


@pytest.fixture
def community(site):
    return CommunityFactory(parent=site.communities, title="CoP 18")


@pytest.fixture
def karim(community):
    """Return Karim, who alone coordinates CoP 18, in his browser."""
    karim = member("karim", first_name="Karim")
    MemberFactory(community=community, user=karim, role="coordinator")
    return karim


@pytest.fixture
def browser(client, karim):
    sign_in(karim, client)
    confirm(client)
    return client


@pytest.fixture
def mo():
    """Return Mo, who moderates the site."""
    return UserFactory(username="mo", is_superuser=True)


def told(person):
    delivering.deliver()
    notices = showing.shown(queries.notifications(Viewer(person)))
    return [(notice.title, notice.kind, notice.why) for notice in notices]


ALONE = [("CoP 18", "Deze community heeft geen coördinator meer", "U modereert de site.")]


def test_the_last_coordinator_is_asked_to_hand_over_first(browser, karim, community, mo):
    lisa = MemberFactory(community=community)
    for answer in (browser.get("/account/opheffen/"), browser.post("/account/opheffen/", CERTAIN)):
        link = soup_of(answer).select_one(".wk-notice a")
        assert (words(link), link["href"]) == (FIRST, "/community/cop-18/beheer/")
    assert answer.status_code == 400
    (problem,) = soup_of(answer).select("[role=alert]")
    assert words(problem) == "Uw account kan nog niet weg. Draag eerst over."
    # What was filled in is still there.
    assert soup_of(answer).select_one("[name=posts][value=keep]").has_attr("checked")
    assert User.objects.filter(username="karim").exists()

    members.appoint(lisa, Member.Role.COORDINATOR)
    assert soup_of(browser.get("/account/opheffen/")).select(".wk-notice a") == []
    assert browser.post("/account/opheffen/", CERTAIN).headers["Location"] == "/"
    assert told(mo) == []


def test_where_nobody_else_takes_part_who_moderates_the_site_is_told(browser, community, mo, bas):
    MemberFactory(community=community, state=Member.State.LEFT)
    MemberFactory(community=community, state=Member.State.ASKED)
    assert browser.post("/account/opheffen/", CERTAIN).headers["Location"] == "/"
    assert told(mo) == ALONE
    assert told(bas) == []


def test_a_community_that_nobody_can_manage_keeps_nobody(browser, community):
    MemberFactory(community=community)
    community.unpublish()
    assert browser.post("/account/opheffen/", CERTAIN).headers["Location"] == "/"


def test_an_account_that_is_deleted_in_the_admin_is_told_of_too(karim, mo):
    karim.delete()
    assert told(mo) == ALONE


def test_nothing_is_told_of_a_community_that_goes_itself(karim, community, mo):
    CommunityPage.objects.get(pk=community.pk).delete()
    assert told(mo) == []


def erase(name, posts="keep"):
    said = StringIO()
    call_command("erase_account", name, "--posts", posts, stdout=said)
    return said.getvalue().splitlines()


def test_an_operator_erases_anyway_and_reads_what_was_not_handed_over(karim, community, mo):
    MemberFactory(community=community)
    assert erase("karim") == [
        f"Not handed over: {FIRST} /community/cop-18/beheer/",
        "karim was erased.",
    ]
    assert not User.objects.filter(username="karim").exists()
    assert told(mo) == ALONE


def test_an_operator_cannot_erase_who_is_not_there_or_the_last_administrator(mo):
    with pytest.raises(CommandError, match="Nobody signs in as niemand"):
        erase("niemand")
    with pytest.raises(CommandError, match="mo is the last administrator"):
        erase("mo")
