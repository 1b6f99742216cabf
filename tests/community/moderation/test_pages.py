"""Reporting, deciding and appealing, as one does it on the pages."""

import pytest
from bs4 import BeautifulSoup

from community.models import Report, State
from community.moderation import domain
from tests.factories import UserFactory
from tests.reading import main_of, words

REASON = "Er staat een naam in van een bewoner."


def page_of(answer):
    return BeautifulSoup(answer.content, "html.parser")


def errors(answer):
    return [words(found) for found in page_of(answer).select(".utrecht-form-field-error-message")]


def test_who_reports_a_post_reads_what_came_of_it(browser, story, ines, karim):
    site = browser(ines)
    address = f"/ervaringen/{story.key}/melden/"
    data = {"why": "untrue", "text": "Het waren twee klassen."}
    assert site.post(address, data)["Location"] == "/moderatie/mijn-meldingen/"
    # Coming back, or sending it twice, makes no second one.
    assert site.post(address, data)["Location"] == "/moderatie/mijn-meldingen/"
    assert site.get(address)["Location"] == "/moderatie/mijn-meldingen/"
    assert Report.objects.count() == 1

    def told():
        page = main_of(site, "/moderatie/mijn-meldingen/")
        return [words(found) for found in page.select("li > p")]

    why = "Het klopt niet: ‘Het waren twee klassen.’"
    assert told() == [why, "Er is nog niet naar gekeken"]
    domain.let_stand(story, karim, "Het staat er goed.")
    assert told() == [why, "Het bericht blijft staan", "Het staat er goed."]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({}, ["Kies wat er mis is."]),
        ({"why": "mooi"}, ["Selecteer een geldige keuze. mooi is geen beschikbare keuze."]),
        ({"why": "other", "text": "  "}, ["Vertel wat er mis is."]),
        (
            {"why": "untrue", "text": "a" * 1001},
            ["Zorg dat deze waarde niet meer dan 1000 tekens bevat (het zijn er nu 1001)."],
        ),
        ({"why": "untrue", "text": "a\x00"}, ["Null-tekens zijn niet toegestaan."]),
    ],
)
def test_a_report_that_says_too_little_is_refused(browser, story, ines, data, told):
    answer = browser(ines).post(f"/ervaringen/{story.key}/melden/", data)
    assert (answer.status_code, errors(answer)) == (400, told)
    typed = page_of(answer).select_one("textarea").text.removeprefix("\n")
    assert typed.strip() == data.get("text", "").strip()
    assert Report.objects.count() == 0


def test_a_stranger_signs_in_first_and_comes_back(client, story):
    answer = client.get(f"/ervaringen/{story.key}/melden/")
    assert answer["Location"].endswith(f"?next=/ervaringen/{story.key}/melden/")


def test_the_author_never_learns_who_reported(browser, story, lisa, ines, karim):
    domain.report(story, ines, "personal", "Ik ken die familie.")
    domain.hide(story, karim, REASON)
    site = browser(lisa)
    for address in (
        f"/ervaringen/{story.key}/",
        f"/moderatie/ervaring/{story.key}/bezwaar/",
        f"/ervaringen/{story.key}/versies/",
        "/moderatie/mijn-meldingen/",
    ):
        text = site.get(address).content.decode()
        assert [w for w in ("Ines", "Visser", "Ik ken die familie", "Karim") if w in text] == []


def test_an_author_reads_why_a_post_is_hidden_and_appeals_once(browser, story, lisa, karim, petra):
    domain.hide(story, karim, REASON)
    site = browser(lisa)

    def notice(address):
        return [words(found) for found in main_of(site, address).select(".wk-notice--warning")]

    told = f"Een moderator heeft dit verborgen. De reden: {REASON} U kunt de tekst wijzigen."
    assert notice(story.get_absolute_url()) == [f"{told} Maak bezwaar"]
    address = f"/moderatie/ervaring/{story.key}/bezwaar/"
    empty = site.post(address, {"text": " "})
    assert (empty.status_code, errors(empty)) == (
        400,
        ["Vertel waarom u het er niet mee eens bent."],
    )
    assert site.post(address, {"text": "Die naam is van mij."})["Location"] == address
    again = site.post(address, {"text": "Nog eens."})
    assert "Die naam is van mij." in again.content.decode()
    assert notice(story.get_absolute_url()) == [f"{told} Bekijk uw bezwaar"]
    domain.answer_appeal(story.appeals.get(), petra, False, "Het is te herkennen.")
    assert notice(address)[1] == (
        "Het bericht blijft verborgen. Het antwoord van de moderator: Het is te herkennen."
    )


def decisions(page):
    return [words(found) for found in page.select(".wk-decide h3")]


def test_a_moderator_decides_on_the_page_of_a_post(browser, story, karim, ines):
    domain.report(story, ines, "personal", "Ik ken die familie.")
    site = browser(karim)
    address = f"/moderatie/ervaring/{story.key}/"
    page = main_of(site, address)
    assert decisions(page) == ["Laat staan", "Verberg het bericht"]
    assert "Ik ken die familie." in words(page)
    seen = page.select_one("form[action$='verbergen/'] input[name=seen]")["value"]
    empty = site.post(f"{address}verbergen/", {"reason": "", "seen": seen})
    assert (empty.status_code, errors(empty)) == (400, ["Vertel de schrijver waarom."])
    answer = site.post(f"{address}verbergen/", {"reason": REASON, "seen": seen})
    assert answer["Location"] == "/moderatie/"
    assert decisions(main_of(site, address)) == ["Toon het bericht weer"]


def test_the_second_of_two_moderators_is_told_it_was_done(browser, story, karim, petra):
    address = f"/moderatie/ervaring/{story.key}/"
    seen = main_of(browser(petra), address).select_one("input[name=seen]")["value"]
    data = {"reason": REASON, "seen": seen}
    browser(karim).post(f"{address}verbergen/", data)
    late = browser(petra).post(f"{address}verbergen/", data)
    assert late.status_code == 409
    assert words(page_of(late).select_one("[role=alert]")) == (
        "Een andere moderator heeft hier al over beslist."
    )


def test_what_changed_meanwhile_is_shown_and_the_reason_kept(browser, story, karim):
    address = f"/moderatie/ervaring/{story.key}/"
    site = browser(karim)
    seen = main_of(site, address).select_one("input[name=seen]")["value"]
    type(story).objects.update(body="Zonder naam.")
    late = site.post(f"{address}verbergen/", {"reason": REASON, "seen": seen})
    page = page_of(late)
    assert (late.status_code, words(page.select_one(".wk-judged"))) == (
        409,
        "Samen fietsen hielp Zonder naam.",
    )
    assert page.select_one(".wk-decide textarea").text.strip() == REASON
    seen = page.select_one("input[name=seen]")["value"]
    assert site.post(f"{address}verbergen/", {"reason": REASON, "seen": seen}).status_code == 302


@pytest.mark.parametrize("sent", [{}, {"seen": ""}, {"seen": "a" * 16}, {"seen": "a" * 900}])
def test_a_decision_about_nothing_in_particular_is_not_taken(browser, story, karim, sent):
    answer = browser(karim).post(
        f"/moderatie/ervaring/{story.key}/verbergen/", {"reason": REASON} | sent
    )
    assert answer.status_code in (400, 409)
    story.refresh_from_db()
    assert story.state == State.SHOWN


def test_a_hidden_reply_is_left_out_for_others(client, browser, story, remark, omar, karim):
    def said(browser):
        page = main_of(browser, story.get_absolute_url())
        return words(page.select_one("#reacties")), [r["id"] for r in page.select(".wk-reply")]

    there = [f"reactie-{remark.key}"]
    assert said(client) == ("1 reactie", there)
    domain.hide(remark, karim, REASON)
    assert said(client) == ("Reacties", [])
    assert said(browser(omar)) == ("1 reactie", there)
    (card,) = main_of(client, "/ervaringen/").select(".wk-told")
    assert "1 reactie" not in words(card)


@pytest.mark.parametrize("number", [1, 3])
def test_however_much_is_known_of_a_post_it_is_read_in_as_many_questions(
    browser, story, remark, karim, petra, number, django_assert_num_queries
):
    for _ in range(number):
        domain.report(story, UserFactory(), "untrue")
        domain.hide(story, karim, REASON)
        domain.answer_appeal(domain.appeal(story, "Waarom?"), petra, True, "Goed.")
        domain.report(story, UserFactory(), "untrue")
        domain.hide(remark, karim, REASON)
        domain.restore(remark, karim)
    site = browser(karim)
    for address, queries in (
        (f"/moderatie/ervaring/{story.key}/", 14),
        ("/moderatie/logboek/", 13),
    ):
        site.get(address)
        with django_assert_num_queries(queries):
            assert len(page_of(site.get(address)).select("#inhoud li")) > 2 * number
