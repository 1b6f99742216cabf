"""A small library of documents in each engine; no pages, no queue: the engine alone."""

from datetime import date

import pytest

from search.documents import PUBLIC, Document
from search.engines.elastic import ElasticEngine
from search.engines.embedded import EmbeddedEngine
from search.query import SearchQuery
from search.scope import Scope
from tests.search.conftest import ENGINES, address

PRACTICE, METHOD, AREA = "praktijk", "werkwijze", "gebied"
MEMBERS = "restricted:7"

DOCUMENTS = (
    Document(
        id="page:1",
        type=PRACTICE,
        title="Samen fietsen in Overvecht",
        url="/praktijken/fietsen/",
        summary="Vrouwen leren fietsen van buurvrouwen.",
        body="De lessen zijn op het plein. Wie klaar is, krijgt een tweedehands fiets.",
        keywords=("Bewegen", "Overvecht (Utrecht)"),
        facts=("Overvecht (Utrecht)", "2010–2012"),
        facets={
            "type": (PRACTICE,),
            "theme": ("bewegen", "gezondheid"),
            "area": ("AW38", "GM0344"),
            "year": ("2010", "2011", "2012"),
            "evidence": ("good",),
        },
        published=date(2012, 1, 1),
        evidence_rank=6,
        location=(52.12, 5.1),
    ),
    Document(
        id="page:2",
        type=PRACTICE,
        title="Hulp bij schulden",
        url="/praktijken/schulden/",
        summary="Eén hulpverlener per gezin helpt bij de schuldhulpverlening.",
        body="In veel gezinnen stapelen de rekeningen zich op. De hulpverlener komt thuis.",
        keywords=("Inkomen en schulden", "Leeuwarden"),
        facets={
            "type": (PRACTICE,),
            "theme": ("schulden",),
            "area": ("GM0080",),
            "year": ("2011",),
            "effect": ("improved", "did-not-work"),
        },
        published=date(2011, 1, 1),
        evidence_rank=3,
    ),
    Document(
        id="page:3",
        type=PRACTICE,
        title="Jeugdwerkloosheid in Zuilen",
        url="/praktijken/jeugdwerkloosheid/",
        summary="Jongeren zonder baan krijgen een leerwerkplek bij een bedrijf in de wijk.",
        keywords=("Werken", "Zuilen (Utrecht)"),
        facets={
            "type": (PRACTICE,),
            "theme": ("werken",),
            "area": ("AW39", "GM0344"),
            "year": ("2012",),
        },
        published=date(2012, 6, 1),
    ),
    Document(
        id="page:4",
        type=METHOD,
        title="Sociale wijkteams",
        url="/werkwijzen/wijkteams/",
        summary="Eén gezin, één plan, één regisseur: een team uit de wijk komt thuis.",
        alternatives=("frontlijnteam",),
        facets={"type": (METHOD,)},
    ),
    Document(
        id="area:AW38",
        type=AREA,
        title="Overvecht (Utrecht)",
        url="/gebieden/overvecht/",
        alternatives=("Overvecht", "AW38"),
        facets={"type": (AREA,), "area": ("AW38", "GM0344")},
    ),
    Document(
        id="page:5",
        type=PRACTICE,
        title="Fietsenmakers onder elkaar",
        url="/praktijken/besloten/",
        summary="Een besloten verhaal van de fietsenmakers in Overvecht over kanariegele fietsen.",
        facets={"type": (PRACTICE,), "theme": ("bewegen", "gezondheid"), "year": ("1999",)},
        visibility=MEMBERS,
        published=date(2013, 1, 1),
    ),
)


def connect(url):
    """Return the engine at an address."""
    return (EmbeddedEngine if url.startswith("embedded:") else ElasticEngine)(url)


def fill(engine, documents):
    """Build a new index of these documents."""
    with engine.rebuild() as new:
        new.add(documents)


def numbered(document, version):
    """Return a document under a version."""
    return document.with_version(version)


@pytest.fixture(scope="module", params=ENGINES)
def library(request, tmp_path_factory):
    """Return an engine that holds the documents; tests only ask it things."""
    engine = connect(address(request.param, tmp_path_factory.mktemp("library")))
    fill(engine, DOCUMENTS)
    yield engine
    engine.remove()


@pytest.fixture
def empty(search_url):
    """Return an engine with an index of nothing, to write in."""
    engine = connect(search_url)
    fill(engine, ())
    yield engine
    engine.remove()


def ask(engine, text="", *more_tokens, sort=None, page=1, size=10, **chosen):
    """Ask a question; facets by name, each with its values."""
    query = SearchQuery(text=text, filters=chosen, page=page, size=size)
    if sort:
        query = query.sorted_by(sort).on_page(page)
    return engine.search(query, Scope(frozenset([PUBLIC, *more_tokens])))


def ids(results):
    """Return the ids of hits, in order."""
    return [hit.id for hit in getattr(results, "hits", results)]


def counts(results, facet):
    """Return the counts of a facet by value."""
    return {bucket.value: bucket.count for bucket in results.facets.get(facet, ())}
