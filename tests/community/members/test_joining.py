"""Somebody joins a community or asks to, and leaves it again."""

import pytest

from community.domain import members as verbs
from community.models import Member
from tests.community.members.reading import buttons, errors, page_of, said
from tests.factories import CommunityFactory, MemberFactory
from tests.reading import words

pytestmark = pytest.mark.django_db

JOIN = "/community/cop-18/meedoen/"
LEAVE = "/community/cop-18/weggaan/"
WITHDRAW = "/community/cop-18/meedoen/intrekken/"


def admits(community, how):
    type(community).objects.filter(pk=community.pk).update(admission=how)


def test_everybody_joins_an_open_community(browser, bas, community, standing):
    admits(community, "open")
    site = browser(bas)
    assert buttons(site.get(JOIN)) == ["Doe mee"]
    answer = site.post(JOIN, follow=True)
    assert said(answer) == ["U doet nu mee. Welkom!"]
    assert standing(bas) == ("active", "member")
    assert said(site.get(JOIN)) == []


def test_joining_twice_is_joining_once(browser, bas, community, standing):
    admits(community, "open")
    site = browser(bas)
    for _ in range(2):
        assert site.post(JOIN).headers["Location"] == JOIN
    assert Member.objects.filter(community=community).count() == 1
    assert standing(bas) == ("active", "member")


def test_who_asks_says_why_and_may_take_it_back(browser, bas, community, standing):
    admits(community, "request")
    site = browser(bas)
    empty = site.post(JOIN, {"motivation": " "})
    assert (empty.status_code, errors(empty)) == (400, ["Vertel kort waarom u wilt meedoen."])
    answer = site.post(JOIN, {"motivation": "Ik wil leren."}, follow=True)
    assert said(answer) == ["Uw vraag is verstuurd. U krijgt antwoord per mail."]
    assert standing(bas) == ("asked", "member")
    assert words(page_of(answer).select_one(".wk-people > .wk-notice")) == (
        "U schreef Ik wil leren."
    )
    assert buttons(answer) == ["Trek uw vraag in"]
    assert said(site.post(WITHDRAW, follow=True)) == ["Uw vraag is ingetrokken."]
    assert standing(bas) is None


def test_what_is_too_long_is_kept(browser, bas, community):
    admits(community, "request")
    answer = browser(bas).post(JOIN, {"motivation": "a" * 1001})
    assert answer.status_code == 400
    assert page_of(answer).textarea.text.strip() == "a" * 1001


def test_asking_twice_is_asking_once_in_other_words(bas, community):
    first = verbs.ask_to_join(community, bas, "Ik wil leren.")
    second = verbs.ask_to_join(community, bas, "Ik wil ook delen.")
    assert (second.pk, second.changed, second.motivation) == (
        first.pk,
        first.changed,
        "Ik wil ook delen.",
    )


@pytest.mark.parametrize("how", ["request", "invitation"])
def test_nobody_joins_at_once_where_that_is_not_done(browser, bas, community, standing, how):
    admits(community, how)
    answer = browser(bas).post(JOIN, {"state": "active", "role": "coordinator"})
    assert (answer.status_code, standing(bas)) == (400, None)


def test_who_has_no_invitation_reads_that_one_is_needed(browser, bas, community):
    site = browser(bas)
    needed = "Bij deze community doet mee wie een uitnodiging krijgt"
    assert words(page_of(site.get(JOIN)).select_one(".wk-lead")) == f"{needed} van de coördinator."
    assert said(site.post(JOIN)) == [f"{needed}."]


@pytest.mark.parametrize("how", ["open", "request"])
def test_who_was_put_out_reads_why_and_stays_out(browser, wim, community, standing, how):
    admits(community, how)
    site = browser(wim)
    shown = site.get(JOIN)
    assert words(page_of(shown).select_one(".wk-notice")) == "De reden Hij noemde namen."
    assert buttons(shown) == []
    refused = site.post(JOIN, {"motivation": "Sorry."})
    assert (refused.status_code, standing(wim)) == (400, ("expelled", "member"))


def test_a_stranger_signs_in_first_and_comes_back(client, community):
    for answer in (client.get(JOIN), client.post(JOIN)):
        assert answer.status_code == 302
        assert answer.headers["Location"].endswith("?next=/community/cop-18/meedoen/")


def test_who_wants_to_leave_is_asked_whether_that_is_so(browser, lisa, karim, standing):
    site = browser(lisa)
    assert buttons(site.get(LEAVE)) == ["Ja, ik ga weg"]
    assert standing(lisa) == ("active", "member")
    assert said(site.post(LEAVE, follow=True)) == ["U doet niet meer mee."]
    assert standing(lisa) == ("left", "member")
    # Once more, from the page before: there is nothing to leave any more.
    assert site.post(LEAVE).headers["Location"] == JOIN
    assert standing(lisa) == ("left", "member")


def test_the_last_coordinator_stays(browser, karim, standing):
    site = browser(karim)
    answer = site.post(LEAVE)
    assert said(answer) == ["Dit is de laatste coördinator. Maak eerst iemand anders coördinator."]
    assert (answer.status_code, standing(karim)) == (400, ("active", "coordinator"))


def test_leaving_what_one_never_joined_writes_nothing(browser, bas, community, standing):
    assert browser(bas).post(LEAVE).headers["Location"] == JOIN
    assert standing(bas) is None


def test_a_name_with_other_letters_has_its_pages_too(browser, bas, site):
    café = CommunityFactory(parent=site.communities, title="Café", slug="café", admission="open")
    assert browser(bas).post("/community/café/meedoen/", follow=True).status_code == 200
    assert Member.objects.get(community=café).user == bas


def test_a_community_that_is_gone_lets_nobody_leave_or_join(browser, lisa, community):
    community.unpublish()
    site = browser(lisa)
    assert [site.get(place).status_code for place in (JOIN, LEAVE)] == [404, 404]


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_to_join_asks_as_much_whatever_the_size(
    browser, bas, community, number, django_assert_num_queries
):
    MemberFactory.create_batch(number, community=community)
    admits(community, "open")
    site = browser(bas)
    site.get(JOIN)
    with django_assert_num_queries(11):
        site.get(JOIN)
