"""What a hit shows: what was kept, and the words that were asked for."""

from datetime import date

import pytest

from search.documents import Document
from search.query import SearchQuery
from search.scope import EVERYBODY
from tests.search.engines.conftest import ask, fill

pytestmark = pytest.mark.django_db


def test_nothing_is_pointed_out_to_who_does_not_ask_for_it(library):
    query = SearchQuery(text="fietsen", marked=False)
    (hit,) = [hit for hit in library.search(query, EVERYBODY).hits if hit.id == "page:1"]

    assert hit.title == "Samen fietsen in Overvecht"
    assert hit.summary == "Vrouwen leren fietsen van buurvrouwen."
    assert (hit.title_highlight, hit.highlight) == (None, None)


def test_a_hit_shows_what_the_document_says(library):
    (hit,) = ask(library, "vrouwen").hits

    assert (hit.id, hit.type, hit.title) == ("page:1", "praktijk", "Samen fietsen in Overvecht")
    assert hit.url == "/praktijken/fietsen/"
    assert hit.facts == ("Overvecht (Utrecht)", "2010–2012")
    assert (hit.published, hit.location) == (date(2012, 1, 1), (52.12, 5.1))


def test_the_words_are_marked_as_they_stand_in_the_text(library):
    (hit,) = ask(library, "fiets buurvrouw").hits

    assert hit.title_highlight == "Samen <mark>fietsen</mark> in Overvecht"
    assert hit.highlight == "Vrouwen leren <mark>fietsen</mark> van <mark>buurvrouwen</mark>."


def test_the_passage_comes_from_the_body_when_the_summary_does_not_say_it(library):
    (hit,) = ask(library, "tweedehands").hits

    assert hit.title_highlight is None
    assert hit.highlight == ("… Wie klaar is, krijgt een <mark>tweedehands</mark> fiets.")


def test_a_compound_is_marked_when_a_part_of_it_was_asked_for(library):
    (hit,) = ask(library, "werkloosheid").hits
    assert hit.title_highlight == "<mark>Jeugdwerkloosheid</mark> in Zuilen"


def test_what_looks_like_a_slip_of_the_pen_is_marked(library):
    (hit,) = ask(library, "leerwerklpek").hits
    assert "<mark>leerwerkplek</mark>" in hit.highlight


def test_small_words_are_not_marked(library):
    (hit,) = ask(library, "wat doen vrouwen van de buurt").hits
    assert hit.highlight == "<mark>Vrouwen</mark> leren fietsen van buurvrouwen."


def test_nothing_is_marked_when_nothing_was_asked(library):
    hit = ask(library).hits[0]
    assert (hit.title_highlight, hit.highlight) == (None, None)


def test_html_in_a_text_stays_text(empty):
    fill(
        empty,
        [
            Document(
                id="page:1",
                type="praktijk",
                title="<b>Fietsen</b> & meer",
                url="/1/",
                summary='<script>alert("fiets")</script>',
            )
        ],
    )
    (hit,) = ask(empty, "fietsen").hits

    assert hit.title_highlight == "&lt;b&gt;<mark>Fietsen</mark>&lt;/b&gt; &amp; meer"
    assert hit.highlight == ("&lt;script&gt;alert(&quot;<mark>fiets</mark>&quot;)&lt;/script&gt;")
