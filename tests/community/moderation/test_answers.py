"""What is told to who appealed, reported or decided: on the page where that person arrives."""

import pytest
from bs4 import BeautifulSoup

from community.moderation import domain
from community.moderation.deciding import DECISIONS
from tests.reading import main_of, words

REASON = "Er staat een naam in van een bewoner."


def said(response):
    page = BeautifulSoup(response.content, "html.parser")
    return [words(found) for found in page.select("main > .wk-messages p")]


@pytest.mark.parametrize("kind", ["story", "remark"])
def test_an_author_who_is_right_reads_the_answer(browser, story, remark, karim, petra, kind):
    post = {"story": story, "remark": remark}[kind]
    site = browser(post.author)
    address = f"/moderatie/{post.kind}/{post.key}/bezwaar/"

    def links(site):
        return [a["href"] for a in main_of(site, story.get_absolute_url()).select(".wk-ways a")]

    domain.hide(post, karim, REASON)
    domain.answer_appeal(domain.appeal(post, "Die naam is van mij."), petra, True, "Dat klopt.")
    told = [words(found) for found in main_of(site, address).select(".wk-notice, .wk-lead")]
    assert told == [
        "Een moderator verborg uw bericht. U maakte bezwaar, en nu is het weer te lezen.",
        "Het antwoord van de moderator: Dat klopt.",
    ]
    assert address in links(site)
    assert address not in links(browser(karim))
    assert browser(karim).get(address).status_code == 404

    domain.hide(post, karim, REASON)
    domain.restore(post, petra, "Voor ons logboek.")
    assert "Voor ons logboek." not in main_of(site, address).text


def test_an_author_who_is_not_right_is_not_asked_to_appeal_again(
    browser, story, lisa, karim, petra
):
    domain.hide(story, karim, REASON)
    domain.answer_appeal(domain.appeal(story, "Die naam is van mij."), petra, False, "Ook van Jan.")
    page = main_of(browser(lisa), f"/moderatie/ervaring/{story.key}/bezwaar/")
    assert words(page.h1) == "Uw bezwaar"
    assert [words(found) for found in page.select(".wk-notice, .wk-lead")] == [
        "Een moderator verborg uw bericht, en u maakte bezwaar.",
        f"De reden: {REASON}",
        "Het bericht blijft verborgen. Het antwoord van de moderator: Ook van Jan.",
    ]


def test_who_did_not_appeal_has_no_answer_to_read(browser, story, lisa, karim, petra):
    domain.hide(story, karim, REASON)
    domain.restore(story, petra)
    site = browser(lisa)
    assert site.get(f"/moderatie/ervaring/{story.key}/bezwaar/").status_code == 404
    assert "bezwaar" not in main_of(site, story.get_absolute_url()).text


@pytest.mark.parametrize("decide", ["let_stand", "hide"])
def test_what_was_done_is_told_where_one_arrives(browser, story, ines, karim, decide):
    reporter = browser(ines)
    reported = reporter.post(
        f"/ervaringen/{story.key}/melden/", {"why": "personal", "text": ""}, follow=True
    )
    assert said(reported) == ["Dank u. Een moderator kijkt ernaar."]
    name = {"let_stand": "laat-staan", "hide": "verbergen"}[decide]
    fields = {"reason": REASON, "seen": domain.mark(story)}
    decided = browser(karim).post(f"/moderatie/ervaring/{story.key}/{name}/", fields, follow=True)
    assert said(decided) == [str(DECISIONS[decide].done)]


def test_an_appeal_that_was_sent_and_a_word_that_was_added_are_told(browser, story, lisa, karim):
    domain.hide(story, karim, REASON)
    address = f"/moderatie/ervaring/{story.key}/bezwaar/"
    sent = browser(lisa).post(address, {"text": "Die naam is van mij."}, follow=True)
    assert said(sent) == ["Uw bezwaar is verstuurd."]
    listed = browser(karim).post(
        "/community/cop-18/moderatie/woorden/", {"word": "casino", "note": ""}, follow=True
    )
    assert said(listed) == ["Het woord is toegevoegd."]
