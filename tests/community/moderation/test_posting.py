"""What members send, within the limits: what is one too many, and what waits, on the pages."""

from datetime import timedelta
from uuid import uuid4

from bs4 import BeautifulSoup
from django.utils import timezone

from community.domain import posts
from community.models import BlockedWord, Experience, Reply, State
from community.moderation import domain, limits
from tests.factories import ExperienceFactory, ReplyFactory
from tests.reading import main_of, words

STORY = {
    "title": "Samen fietsen",
    "outcome": "worked",
    "body": "Wij fietsten elke ochtend mee.",
    "audience": "everybody",
}


def place(browser, author, community, **fields):
    """Place an experience as its author does, and return it with the answer."""
    draft = posts.start_experience(author, community)
    data = STORY | {"number": draft.draft_number, "doe": "plaats"} | fields
    answer = browser.post(f"/ervaringen/{draft.key}/bewerken/", data)
    draft.refresh_from_db()
    return draft, answer


def answer_to(browser, story, body, form=None):
    data = {"body": body, "form": form or uuid4()}
    return browser.post(f"/ervaringen/{story.key}/reageren/", data)


def text_of(answer):
    return words(BeautifulSoup(answer.content, "html.parser").find(id="inhoud"))


def test_the_fourth_experience_of_a_newcomer_waits_for_tomorrow(browser, omar, community):
    site = browser(omar)
    for _ in range(3):
        assert place(site, omar, community)[1].status_code == 302
    fourth, answer = place(site, omar, community, body="De vierde vandaag.")
    assert (answer.status_code, fourth.state) == (429, State.DRAFT)
    assert 86_000 < int(answer["Retry-After"]) <= 86_400
    assert "op één dag 3 ervaringen plaatsen" in text_of(answer)
    assert "De vierde vandaag." in answer.content.decode()
    # What was placed already may still be changed.
    first = Experience.objects.filter(state=State.SHOWN).first()
    data = STORY | {"number": first.draft_number, "doe": "plaats", "title": "Beter"}
    assert site.post(f"/ervaringen/{first.key}/bewerken/", data).status_code == 302


def test_the_eleventh_reply_of_a_newcomer_waits_for_tomorrow(browser, omar, story):
    for _ in range(9):
        ReplyFactory(experience=story, author=omar, created=timezone.now() - timedelta(hours=2))
    site, form = browser(omar), uuid4()
    assert answer_to(site, story, "De tiende.", form).status_code == 302
    # Sending the same once more is not one too many.
    assert answer_to(site, story, "De tiende.", form).status_code == 302
    late = answer_to(site, story, "De elfde.")
    assert (late.status_code, Reply.objects.filter(author=omar).count()) == (429, 10)
    assert "op één dag 10 reacties plaatsen" in text_of(late)
    assert BeautifulSoup(late.content, "html.parser").textarea.text.strip() == "De elfde."


def test_a_web_address_of_a_newcomer_waits_and_its_author_reads_why(
    client, browser, omar, community, karim
):
    site = browser(omar)
    experience, answer = place(site, omar, community, body="Zie https://voorbeeld.example")
    assert (answer.status_code, experience.state, experience.shown_since) == (
        302,
        State.WAITING,
        None,
    )
    page = main_of(site, experience.get_absolute_url())
    assert words(page.select_one(".wk-notice--warning")) == str(limits.WAITS)
    assert client.get(experience.get_absolute_url()).status_code == 404
    domain.approve(experience, karim)
    assert client.get(experience.get_absolute_url()).status_code == 200


def test_a_blocked_word_waits_without_being_told(client, browser, omar, story, lisa):
    BlockedWord.objects.create(word="Kwakzalver", folded="kwakzalver")
    site = browser(omar)
    answer_to(site, story, "Dat is een k.w.a.k.z.a.l.v.e.r!")
    reply = Reply.objects.get()
    assert (reply.state, reply.shown_since) == (State.WAITING, None)
    address = story.get_absolute_url()
    notice = main_of(site, address).select_one(".wk-reply .wk-notice")
    assert words(notice) == str(limits.WAITS)
    for other in (client, browser(lisa)):
        assert main_of(other, address).select(".wk-reply") == []


def test_a_change_with_a_blocked_word_waits_too(client, browser, omar, remark, story, heard):
    BlockedWord.objects.create(word="Kwakzalver", folded="kwakzalver")
    site, address = browser(omar), f"/reacties/{remark.key}/"
    site.post(address, {"body": "Kwakzalver."})
    remark.refresh_from_db()
    assert remark.state == State.WAITING
    assert main_of(client, story.get_absolute_url()).select(".wk-reply") == []
    site.post(address, {"body": "Een ander woord."})
    remark.refresh_from_db()
    assert (remark.state, heard) == (State.SHOWN, [])


def test_what_is_placed_by_somebody_who_is_not_new_is_there_at_once(browser, karim, community):
    ExperienceFactory.create_batch(5, community=community, author=karim, sent=timezone.now())
    experience, answer = place(browser(karim), karim, community, body="Op www.voorbeeld.example")
    assert (answer.status_code, experience.state) == (302, State.SHOWN)
