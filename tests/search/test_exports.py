"""The results of a question as a table, as JSON and as a feed."""

import csv
import io
from datetime import UTC, datetime
from xml.etree import ElementTree

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from search import query as asking
from tests.factories import MunicipalityFactory, PracticeFactory

pytestmark = pytest.mark.django_db

SITE = "http://127.0.0.1:8000"
ATOM = "{http://www.w3.org/2005/Atom}"
FORMS = ["csv", "json", "atom"]
PUBLISHED = datetime(2014, 5, 6, 7, 8, tzinfo=UTC)


@pytest.fixture
def lessons(site):
    """Make two practices about cycling, one of them in Utrecht and in 2011."""
    utrecht = MunicipalityFactory(
        code="GM0344", name="Utrecht", latitude=52.09110, longitude=5.07470
    )
    PracticeFactory(
        parent=site.practices,
        title="Fietslessen",
        summary="Vrouwen leren fietsen & sleutelen.",
        areas=[utrecht],
        start_year=2011,
    )
    PracticeFactory(parent=site.practices, title="=HYPERLINK(1) fietsen", summary="Wie leert wat?")
    Page.objects.filter(title="Fietslessen").update(last_published_at=PUBLISHED)


def get(index, form, question="fietsen", client=None, **choices):
    index.update()
    return (client or Client()).get(f"/zoeken.{form}", {"q": question, **choices})


def rows(answer):
    text = answer.content.decode().removeprefix("\N{BYTE ORDER MARK}")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def found_in(form, answer):
    """Return the titles in an answer, whatever its form."""
    if form == "csv":
        return [row[1] for row in rows(answer)[1:]]
    if form == "json":
        return [hit["title"] for hit in answer.json()["hits"]]
    return [entry.findtext(f"{ATOM}title") for entry in entries(answer)]


def entries(answer):
    return ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")


def test_a_table_tells_of_each_result_and_runs_nothing(lessons, index):
    answer = get(index, "csv", sorteer="datum", type="praktijk")

    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="zoekresultaten.csv"'
    assert rows(answer) == [
        [
            *("Soort", "Titel", "Samenvatting", "Bijzonderheden"),
            *("Datum", "Breedtegraad", "Lengtegraad", "Adres"),
        ],
        [
            *("Praktijk", "Fietslessen", "Vrouwen leren fietsen & sleutelen."),
            *("Utrecht · sinds 2011", "2011-01-01", "52,09110", "5,07470"),
            f"{SITE}/praktijken/fietslessen/",
        ],
        [
            *("Praktijk", "'=HYPERLINK(1) fietsen", "Wie leert wat?", "", "", "", ""),
            f"{SITE}/praktijken/hyperlink1-fietsen/",
        ],
    ]


def test_json_tells_of_each_result_its_facets_and_where_the_rest_is(lessons, index):
    data = get(index, "json", type="praktijk", gebied="GM0344").json()
    question = "q=fietsen&type=praktijk&gebied=GM0344"

    assert data | {"hits": [], "facets": []} == {
        "question": question,
        "total": 1,
        "page": 1,
        "pages": 1,
        "relaxed": False,
        "note": None,
        "hits": [],
        "facets": [],
        "problems": [],
        "links": {
            "self": f"{SITE}/zoeken.json?{question}",
            "next": None,
            "prev": None,
            "html": f"{SITE}/zoeken?{question}",
            **{form: f"{SITE}/zoeken.{form}?{question}" for form in FORMS},
        },
        "source": {
            "name": "Wat werkt in de wijken",
            "url": f"{SITE}/",
            "note": "Elke bladzijde noemt haar eigen bronnen en wat daarmee mag.",
        },
    }
    assert data["hits"] == [
        {
            "id": f"page:{Page.objects.get(title='Fietslessen').pk}",
            "type": "praktijk",
            "type_label": "Praktijk",
            "title": "Fietslessen",
            "url": f"{SITE}/praktijken/fietslessen/",
            "summary": "Vrouwen leren fietsen & sleutelen.",
            "facts": ["Utrecht", "sinds 2011"],
            "published": "2011-01-01",
            "location": [52.0911, 5.0747],
        }
    ]
    assert data["facets"][1] == {
        "parameter": "gebied",
        "label": "Gebied",
        "values": [{"value": "GM0344", "label": "Utrecht", "count": 1, "chosen": True, "level": 0}],
    }


def test_a_feed_has_all_that_a_feed_must_have(lessons, index):
    answer = get(index, "atom", sorteer="datum", type="praktijk")
    feed = ElementTree.fromstring(answer.content)
    number = Page.objects.get(title="Fietslessen").pk

    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert feed.findtext(f"{ATOM}title") == "Zoeken naar ‘fietsen’"
    assert feed.findtext(f"{ATOM}id") == f"{SITE}/zoeken?q=fietsen&type=praktijk&sorteer=datum"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Wat werkt in de wijken"
    assert {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")} == {
        "alternate": f"{SITE}/zoeken?q=fietsen&type=praktijk&sorteer=datum",
        "self": f"{SITE}/zoeken.atom?q=fietsen&type=praktijk&sorteer=datum",
    }
    first = entries(answer)[0]
    assert {part.tag.removeprefix(ATOM): part.text for part in first} == {
        "title": "Fietslessen",
        "link": None,
        "published": "2011-01-01T00:00:00+00:00",
        "updated": "2014-05-06T07:08:00+00:00",
        "id": f"tag:127.0.0.1,2026-01-01:page:{number}",
        "summary": "Vrouwen leren fietsen &amp; sleutelen.",
        "category": None,
    }
    assert first.find(f"{ATOM}link").get("href") == f"{SITE}/praktijken/fietslessen/"


def test_a_feed_of_nothing_is_a_feed(site, index):
    answer = get(index, "atom", "xyzzyplugh\x07\ufffe")

    assert entries(answer) == []
    feed = ElementTree.fromstring(answer.content)
    assert feed.findtext(f"{ATOM}updated") == "1970-01-01T00:00:00+00:00"


@pytest.mark.parametrize("form", FORMS)
def test_what_is_closed_or_gone_is_in_no_form(lessons, index, form):
    assert len(found_in(form, get(index, form))) == 2
    for title, close in (("Fietslessen", _restrict), ("=HYPERLINK(1) fietsen", _unpublish)):
        close(Page.objects.get(title=title))
        # The index has not heard of it yet.
        answer = Client().get(f"/zoeken.{form}", {"q": "fietsen"})
        assert title not in answer.content.decode()
    assert found_in(form, Client().get(f"/zoeken.{form}", {"q": "fietsen"})) == []


def _restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def _unpublish(page):
    Page.objects.filter(pk=page.pk).update(live=False)


def test_more_than_is_given_is_said(site, index, monkeypatch):
    monkeypatch.setattr(asking, "DATA_SIZE", 2)
    monkeypatch.setattr(asking, "MOST_DATA", 4)
    monkeypatch.setattr("search.views.MAX_DATA_PAGE", 2)
    monkeypatch.setattr("search.exports.MOST_DATA", 4)
    for number in range(5):
        PracticeFactory(parent=site.practices, title=f"Fietsles {number}")
    note = "Dit zijn de eerste 4 van 5 resultaten. Verfijn uw vraag."

    table = rows(get(index, "csv", "fietsles"))
    assert (len(table), table[-1]) == (6, [note])
    first, second = (get(index, "json", "fietsles", pagina=n).json() for n in (1, 2))
    assert [(data["pages"], data["note"]) for data in (first, second)] == [(2, note)] * 2
    assert len({hit["id"] for data in (first, second) for hit in data["hits"]}) == 4
    assert first["links"]["next"] == second["links"]["self"]
    assert (second["links"]["next"], second["links"]["prev"]) == (
        None,
        f"{SITE}/zoeken.json?q=fietsles",
    )
    assert get(index, "json", "fietsles", pagina=3).status_code == 400
    feed = ElementTree.fromstring(get(index, "atom", "fietsles").content)
    assert {link.get("rel") for link in feed.findall(f"{ATOM}link")} == {
        *("alternate", "self", "next"),
    }


def test_more_than_fits_a_screen_comes_at_once(site, index):
    for number in range(30):
        PracticeFactory(parent=site.practices, title=f"Fietsles {number}")
    assert len(rows(get(index, "csv", "fietsles"))) == 31
    assert len(get(index, "json", "fietsles").json()["hits"]) == 30


REFUSED = [
    ({"thema": "bestaat-niet"}, 400, "‘bestaat-niet’ kennen wij niet bij ‘Thema’."),
    ({"sorteer": "x"}, 400, "Deze volgorde kennen wij niet. Kies een andere."),
    ({"weergave": "x"}, 400, "Deze weergave kennen wij niet. Kies een andere."),
    ({"q": "a" * 10_000}, 400, "Gebruik er hoogstens 500"),
    ({"pagina": "-1"}, 400, "Deze bladzijde bestaat niet."),
]


@pytest.mark.parametrize("form", FORMS)
def test_a_question_that_cannot_be_answered_gets_the_same_message(lessons, index, form):
    for question, status, message in REFUSED:
        answer = Client().get(f"/zoeken.{form}", question)
        assert (question, answer.status_code) == (question, status)
        assert message in messages(form, answer)[0]


def messages(form, answer):
    if form == "json":
        return [problem["message"] for problem in answer.json()["problems"]]
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    return answer.content.decode().splitlines()


@pytest.mark.parametrize("form", ["json", "atom"])
def test_behind_the_last_page_is_nothing(lessons, index, form):
    answer = get(index, form, pagina=2)
    assert answer.status_code == 404
    assert messages(form, answer) == ["Deze bladzijde bestaat niet."]


@pytest.mark.parametrize("form", FORMS)
def test_an_engine_that_is_gone_is_said_in_every_form(lessons, index, form):
    index.engine.remove()
    answer = Client().get(f"/zoeken.{form}", {"q": "fietsen"})
    assert answer.status_code == 503
    assert messages(form, answer) == ["Zoeken lukt nu even niet."]


@pytest.mark.parametrize("form", FORMS)
def test_who_has_the_answer_already_gets_it_no_second_time(lessons, index, form):
    first = get(index, form)
    again = Client().get(
        f"/zoeken.{form}", {"q": "fietsen"}, headers={"if-none-match": first["ETag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    assert again["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize(("form", "queries"), [("csv", 5), ("json", 5), ("atom", 6)])
def test_the_number_of_queries_does_not_grow_with_what_is_given(
    lessons, site, index, form, queries, django_assert_num_queries
):
    get(index, form)
    for more in (0, 12):
        for number in range(more):
            PracticeFactory(parent=site.practices, title=f"Fietsen {number}")
        index.update()
        with django_assert_num_queries(queries):
            Client().get(f"/zoeken.{form}", {"q": "fietsen", "gebied": "GM0344"})


def test_the_page_leads_to_each_form_and_says_so_to_machines(lessons, index):
    page = index.ask("fietsen", weergave="kaart", pagina=1).page
    expected = {
        "/zoeken.csv?q=fietsen",
        "/zoeken.json?q=fietsen",
        "/zoeken.atom?q=fietsen&sorteer=datum",
    }
    offered = [link["href"] for link in page.select(".wk-offered a")]
    assert {place for place in offered if not place.startswith("/volgen/")} == expected
    assert {link["href"] for link in page.select("head link[rel=alternate]")} == expected
