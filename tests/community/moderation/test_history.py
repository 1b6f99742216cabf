"""What a post said before, told so that one reads what was changed."""

import time

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from django.utils.formats import date_format

from community.domain import posts
from community.moderation import versions
from tests.reading import main_of, words

SAME, OLD, NEW = versions.SAME, versions.OLD, versions.NEW


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("", "", []),
        ("gelijk", "gelijk", [(SAME, "gelijk")]),
        ("", "nieuw", [(NEW, "nieuw")]),
        ("oud", "", [(OLD, "oud")]),
        (
            "wij fietsten elke ochtend",
            "wij fietsten iedere ochtend",
            [(SAME, "wij fietsten "), (OLD, "elke "), (NEW, "iedere "), (SAME, "ochtend")],
        ),
        (
            "een twee drie vier vijf",
            "een drie vier zes vijf",
            [
                (SAME, "een "),
                (OLD, "twee "),
                (SAME, "drie vier "),
                (NEW, "zes "),
                (SAME, "vijf"),
            ],
        ),
        ("a a", "a a a", [(SAME, "a "), (NEW, "a "), (SAME, "a")]),
    ],
)
def test_a_change_is_told_word_by_word(old, new, told):
    assert versions.pieces(old, new) == told


@pytest.mark.parametrize("word", ["a", "a b", "a b c d e f g"])
def test_a_long_change_takes_no_time(word):
    old, new = f"begin {word} " * 3000, f"{word} einde " * 3000
    begin = time.perf_counter()
    told = versions.pieces(old, new)
    assert time.perf_counter() - begin < 1
    assert "".join(text for kind, text in told if kind != NEW) == old
    assert "".join(text for kind, text in told if kind != OLD) == new


@pytest.fixture
def changed(story):
    """Return Lisa's story after she changed it twice."""
    posts.share_experience(story, title="Samen fietsen hielp echt", body=story.body)
    return posts.share_experience(
        story,
        title="Samen fietsen hielp echt",
        body="Wij fietsten <b>iedere</b> ochtend mee.",
        outcome="depends",
    )


def told(page):
    """Return each field that was changed with what went and what came."""
    return {
        words(name): (
            [words(went) for went in name.find_next("p").select("del")],
            [words(came) for came in name.find_next("p").select("ins")],
        )
        for name in page.select("h3")
    }


def test_the_author_reads_the_last_change_and_those_before(browser, lisa, changed):
    address = f"/ervaringen/{changed.key}/versies/"
    page = main_of(browser(lisa), address)
    assert told(page) == {
        "Tekst": (["[weggehaald: elke ]"], ["[erbij gekomen: <b>iedere</b> ]"]),
        "Werkte het": (["[weggehaald: werkte ]"], ["[erbij gekomen: hangt ervan af ]"]),
    }
    assert [link["href"] for link in page.select("ol a")] == ["?versie=1"]
    first = main_of(browser(lisa), f"{address}?versie=1")
    assert told(first) == {"Titel": (["[weggehaald: hielp ]"], ["[erbij gekomen: hielp echt ]"])}


@pytest.mark.parametrize("number", ["", "0", "99", "-1", "drie", "%00", "9" * 4000])
def test_a_version_that_is_not_there_gives_the_last(browser, lisa, changed, number):
    page = main_of(browser(lisa), f"/ervaringen/{changed.key}/versies/?versie={number}")
    assert list(told(page)) == ["Tekst", "Werkte het"]


def test_what_was_never_changed_says_so(browser, omar, remark):
    page = main_of(browser(omar), f"/reacties/{remark.key}/versies/")
    assert words(page.select_one(".wk-lead")) == "Dit bericht is nooit gewijzigd."


def test_others_read_only_that_it_was_changed(client, browser, lisa, changed):
    def below(browser):
        page = main_of(browser, changed.get_absolute_url())
        return page.select_one(".wk-ways")

    day = date_format(timezone.localtime(changed.edited), "j F Y")
    assert words(below(client)) == f"gewijzigd op {day} Melden"
    assert [link["href"] for link in below(client).select("a")] == [
        f"/ervaringen/{changed.key}/melden/"
    ]
    assert below(browser(lisa)).a["href"] == f"/ervaringen/{changed.key}/versies/"


@pytest.mark.parametrize("number", [1, 3])
def test_however_often_it_changed_the_page_asks_as_much(
    browser, omar, remark, number, django_assert_num_queries
):
    for step in range(number):
        posts.change_reply(remark, f"Versie {step}")
    site = browser(omar)
    address = f"/reacties/{remark.key}/versies/"
    site.get(address)
    with django_assert_num_queries(11):
        assert BeautifulSoup(site.get(address).content, "html.parser").select("del")
