"""The log on its page and as a file, and the words that coordinators keep."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from community.models import BlockedWord, Member, ModerationAction
from community.moderation import domain
from community.moderation.journal import Kind, write
from tests.reading import main_of, words

REASON = "Er staat een naam in."


@pytest.fixture
def done(story, karim, ines, mira, community):
    """Let something be done here, elsewhere and everywhere."""
    domain.hide(story, karim, REASON)
    other = Member.objects.get(user=ines).community
    write(Kind.EXPELLED, ines, community=other, about=karim, reason="=1+1")
    domain.block_word("Kwakzalver", mira)


def kinds(browser, querystring=""):
    page = main_of(browser, f"/moderatie/logboek/{querystring}")
    return [words(found.p) for found in page.select(".wk-rows li")]


HIDDEN = f"Bericht verborgen: {REASON}"
EXPELLED = "Lid uit de community gezet: =1+1"
WORD = "Geblokkeerd woord toegevoegd: Kwakzalver"


def test_each_sees_what_was_done_where_that_person_moderates(browser, done, karim, ines, mira):
    assert kinds(browser(karim)) == [HIDDEN]
    assert kinds(browser(ines)) == [EXPELLED]
    assert kinds(browser(mira)) == [WORD, EXPELLED, HIDDEN]


def test_the_log_is_narrowed(browser, done, mira):
    site = browser(mira)
    today, yesterday = timezone.localdate(), timezone.localdate() - timedelta(days=1)
    assert kinds(site, "?community=cop-18") == [HIDDEN]
    assert kinds(site, "?kind=expelled") == [EXPELLED]
    assert kinds(site, f"?since={today}&until={today}") == [WORD, EXPELLED, HIDDEN]
    assert kinds(site, f"?until={yesterday}") == []


@pytest.mark.parametrize(
    "strange", ["community=cop-40", "community=%00", "kind=x", "since=gisteren", "until=9e9"]
)
def test_a_strange_choice_is_refused_beside_its_field(browser, done, karim, strange):
    for address in ("/moderatie/logboek/", "/moderatie/logboek.csv"):
        answer = browser(karim).get(f"{address}?{strange}")
        page = BeautifulSoup(answer.content, "html.parser")
        assert answer.status_code == 400
        assert len(page.select(".utrecht-form-field-error-message")) == 1
        assert page.select(".wk-rows li") == []


def test_a_coordinator_cannot_ask_for_another_community(browser, done, karim, ines):
    slug = Member.objects.get(user=ines).community.slug
    assert browser(karim).get(f"/moderatie/logboek/?community={slug}").status_code == 400


def test_the_log_as_a_file_holds_no_formula(browser, done, mira, story, karim):
    moment = timezone.now()
    karim.delete()
    answer = browser(mira).get("/moderatie/logboek.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="logboek.csv"'
    assert "no-store" in answer["Cache-Control"]
    when = timezone.localtime(moment).strftime("%Y-%m-%d")
    head, *lines = answer.content.decode("utf-8-sig").splitlines()
    assert head == "Wanneer;Wat;Wie;Over wie;Community;Bericht;Reden"
    # Without the hour.
    assert [f"{line[:10]};{line.partition(';')[2]}" for line in lines] == [
        f"{when};Geblokkeerd woord toegevoegd;Mira Bos;;;;Kwakzalver",
        f"{when};Lid uit de community gezet;Ines Visser;verwijderd account;CoP 40+;;'=1+1",
        f"{when};Bericht verborgen;verwijderd account;Lisa Lid;CoP 18;"
        f"ervaring {story.key};{REASON}",
    ]


def test_what_is_left_of_a_post_that_is_gone_is_its_key(browser, done, karim, story):
    site = browser(karim)

    def row():
        return main_of(site, "/moderatie/logboek/").select_one(".wk-rows li")

    assert row().a["href"] == f"/moderatie/ervaring/{story.key}/"
    story.delete()
    assert row().a is None
    assert f"Ervaring {story.key} (weggehaald)" in words(row())


def test_a_coordinator_keeps_the_words_of_a_community(browser, karim, community):
    site, address = browser(karim), "/community/cop-18/moderatie/woorden/"

    def known():
        return [words(found) for found in main_of(site, address).select(".wk-rows strong")]

    assert site.post(address, {"word": " Gratis  geld ", "note": "Reclame"})["Location"] == address
    assert known() == ["Gratis geld"]
    assert BlockedWord.objects.get().community == community
    site.post(f"{address}weg/", {"word": "gratis geld"})
    assert known() == []
    assert list(ModerationAction.objects.values_list("kind", "reason")) == [
        ("word-removed", "Gratis geld"),
        ("word-added", "Gratis geld"),
    ]


@pytest.mark.parametrize(
    ("word", "told"),
    [
        ("", "Vul een woord in."),
        ("!?", "Hier staat geen woord in dat wij kunnen herkennen."),
        ("a", "Dit woord is te kort: dan wacht bijna alles."),
        ("KWÁKZALVER", "Dit woord staat er al."),
    ],
)
def test_what_cannot_be_blocked_is_refused(browser, karim, community, word, told):
    domain.block_word("Kwakzalver", karim, community)
    answer = browser(karim).post("/community/cop-18/moderatie/woorden/", {"word": word})
    page = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 400
    assert words(page.select_one(".utrecht-form-field-error-message")) == told
    assert page.select_one("#id_word").get("value", "") == word
    assert BlockedWord.objects.count() == 1


def test_who_moderates_the_site_keeps_all_words_in_the_admin(browser, anna, community, bas):
    site = browser(anna)
    new = {"word": "Kwakzalver", "community": community.pk, "note": ""}
    site.post("/beheer/blocked_words/new/", new)
    found = BlockedWord.objects.get()
    assert (found.folded, found.community) == ("kwakzalver", community)
    again = site.post("/beheer/blocked_words/new/", new | {"word": "kwakzalver"})
    assert "Dit woord staat er al." in again.content.decode()
    assert "Kwakzalver" in site.get("/beheer/blocked_words/").content.decode()
    site.post(f"/beheer/blocked_words/delete/{found.pk}/")
    assert not BlockedWord.objects.exists()
    assert [row.kind for row in ModerationAction.objects.order_by("pk")] == [
        "word-added",
        "word-removed",
    ]


def test_an_editor_does_not_keep_blocked_words(browser, eva, community):
    answer = browser(eva).post("/beheer/blocked_words/new/", {"word": "Kwakzalver"})
    assert answer.status_code == 302
    assert not BlockedWord.objects.exists()
