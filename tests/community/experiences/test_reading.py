"""Experiences as others read them: the page, the conversation, lists, and beside what they tell."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from community.models import Audience, Reply, State, Thanks
from tests.factories import ExperienceFactory, NeighbourhoodFactory, ReplyFactory, ThemePageFactory
from tests.reading import unmarked, words

pytestmark = pytest.mark.django_db
EVERYBODY = {"audience": Audience.EVERYBODY}


@pytest.fixture
def told(community, lisa, practice):
    """Return what Lisa tells members about a practice."""
    return ExperienceFactory(
        community=community,
        author=lisa,
        title="Kanarie",
        body="Wij fietsten mee.",
        about=[practice],
        themes=practice.theme_list,
        areas=practice.area_list,
    )


def page_of(answer):
    return BeautifulSoup(answer.content, "html.parser")


def titles(answer):
    return [words(title) for title in page_of(answer).select(".wk-told__title")]


def addresses(told):
    place = told.get_absolute_url()
    return [place, *(f"{place}{verb}/" for verb in ("bewerken", "verwijderen"))]


def test_what_may_not_be_read_answers_as_what_does_not_exist(told, browser, ines, bas):
    for stranger in (Client(), browser(bas), browser(ines)):
        missing = stranger.get("/ervaringen/bestaatniet/")
        closed = stranger.get(told.get_absolute_url())
        assert (closed.status_code, missing.status_code) == (404, 404)
        assert unmarked(closed) == unmarked(missing).replace(b"bestaatniet", told.key.encode())


def test_only_its_author_changes_or_removes_it(told, browser, omar, karim, anna):
    for other in (omar, karim, anna):
        statuses = [browser(other).get(place).status_code for place in addresses(told)]
        assert statuses == [200, 404, 404]
        assert browser(other).post(addresses(told)[2]).status_code == 404


def test_the_author_removes_it_for_good(told, browser, lisa):
    ReplyFactory(experience=told)
    page = page_of(browser(lisa).get(addresses(told)[2]))
    assert words(page.select("main p")[1]).endswith("Ook 1 reactie van een ander verdwijnt.")
    assert browser(lisa).post(addresses(told)[2]).headers["Location"] == "/ervaringen/"
    assert type(told).objects.count() == Reply.objects.count() == 0


def test_a_member_replies_once_however_often_the_form_is_sent(told, browser, omar):
    site = browser(omar)
    form = page_of(site.get(told.get_absolute_url())).select_one("#reageer input[name=form]")
    data = {"form": form["value"], "body": "Bij ons **ook**.", "asks_author": "on"}
    for _ in range(2):
        answer = site.post(f"{told.get_absolute_url()}reageren/", data)
    reply = Reply.objects.get()
    assert answer.headers["Location"] == f"{told.get_absolute_url()}#reactie-{reply.key}"
    shown = page_of(site.get(told.get_absolute_url())).select_one(".wk-reply")
    assert words(shown.select_one(".wk-badge")) == "Vraag aan de schrijver"
    assert shown.select_one(".wk-reply__words strong").text == "ook"


def test_an_empty_reply_is_refused_next_to_the_field(told, browser, omar):
    answer = browser(omar).post(f"{told.get_absolute_url()}reageren/", {"body": " "})
    assert answer.status_code == 400
    assert words(page_of(answer).select_one("#id_body_error")) == "Schrijf eerst uw reactie."


def test_a_reply_is_changed_and_removed_by_who_wrote_it(told, browser, omar, lisa):
    reply = ReplyFactory(experience=told, author=omar, body="Eerst dit.")
    place = f"/reacties/{reply.key}/"
    assert browser(lisa).post(place, {"body": "Gekaapt"}).status_code == 404
    browser(omar).post(place, {"body": "Toch dit."})
    reply.refresh_from_db()
    assert (reply.body, reply.versions.get().body) == ("Toch dit.", "Eerst dit.")
    browser(omar).post(place, {"verwijder": "1"})
    assert Reply.objects.count() == 0


def test_thanks_are_given_once_and_taken_back(told, browser, omar, lisa):
    site, place = browser(omar), f"{told.get_absolute_url()}dank/"
    for _ in range(2):
        site.post(place)
    assert Thanks.objects.count() == 1
    page = page_of(site.get(told.get_absolute_url()))
    assert words(page.select_one("#dank p")) == "1 lezer vond dit nuttig."
    site.post(place, {"terug": "1"})
    assert Thanks.objects.count() == 0
    assert browser(lisa).post(place).status_code == 404


@pytest.mark.parametrize("state", [State.WAITING, State.HIDDEN])
def test_a_reply_that_is_not_shown_is_seen_by_its_author_and_moderators(
    told, browser, omar, lisa, karim, state
):
    ReplyFactory(experience=told, author=omar, body="Ruw", state=state)
    seen = {
        person.username: len(
            page_of(browser(person).get(told.get_absolute_url())).select(".wk-reply")
        )
        for person in (omar, lisa, karim)
    }
    assert seen == {"omar": 1, "lisa": 0, "karim": 1}


def test_the_list_shows_each_reader_what_is_for_that_reader(told, community, browser, omar, ines):
    ExperienceFactory(community=community, title="Voor iedereen", **EVERYBODY)
    assert titles(Client().get("/ervaringen/")) == ["Voor iedereen"]
    assert titles(browser(ines).get("/ervaringen/")) == ["Voor iedereen"]
    assert titles(browser(omar).get("/ervaringen/")) == ["Voor iedereen", "Kanarie"]


def test_the_list_is_narrowed_by_its_address(community, practice):
    for title, outcome, themes in (
        ("Goed", "worked", practice.theme_list),
        ("Slecht", "did-not-work", []),
    ):
        ExperienceFactory(
            community=community, title=title, outcome=outcome, themes=themes, **EVERYBODY
        )
    assert titles(Client().get("/ervaringen/?uitkomst=did-not-work")) == ["Slecht"]
    assert titles(Client().get("/ervaringen/?thema=leren")) == ["Goed"]
    assert titles(Client().get("/ervaringen/?community=cop-18")) == ["Slecht", "Goed"]
    assert titles(Client().get("/ervaringen/?uitkomst=onzin")) == ["Slecht", "Goed"]


def test_a_closed_community_is_not_named_beside_what_it_tells_everybody(community, site):
    ExperienceFactory(community=community, title="Open verhaal", **EVERYBODY)
    assert "CoP 18" in words(page_of(Client().get("/ervaringen/")).select_one(".wk-told"))
    community.unpublish()
    assert "CoP 18" not in Client().get("/ervaringen/").content.decode()
    assert titles(Client().get("/ervaringen/?community=cop-18")) == []


def test_experiences_stand_beside_what_they_are_about(site, told, practice, browser, omar):
    ThemePageFactory(parent=site.themes, theme=practice.theme_list[0], title="Leren")
    places = [practice.url, "/themas/leren/", practice.area_list[0].get_absolute_url()]
    assert [titles(Client().get(place)) for place in places] == [[], [], []]
    assert [titles(browser(omar).get(place)) for place in places] == [["Kanarie"]] * 3


@pytest.mark.parametrize("number", [1, 3])
def test_pages_of_experiences_take_as_many_queries(
    told, community, browser, omar, number, django_assert_num_queries
):
    for step in range(number):
        ReplyFactory(experience=told, body=f"Reactie {step}")
        ExperienceFactory(
            community=community,
            title=f"Verhaal {step}",
            themes=list(told.themes.all()),
            areas=[NeighbourhoodFactory()],
        )
    site = browser(omar)
    site.get("/ervaringen/")
    with django_assert_num_queries(16):
        site.get("/ervaringen/")
    with django_assert_num_queries(20):
        site.get(told.get_absolute_url())


def test_nobody_keeps_an_answer_to_somebody_who_signed_in(told, browser, omar):
    for place in ("/ervaringen/", told.get_absolute_url()):
        assert "no-store" in browser(omar).get(place)["Cache-Control"]
    stranger = Client().get("/ervaringen/")
    assert "Set-Cookie" not in stranger.headers
    assert "Cache-Control" not in stranger.headers
