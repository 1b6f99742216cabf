"""The catalogue keeps to DCAT-AP-NL 3.0, and the shapes that say so find what is missing."""

from datetime import date

import pytest
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, SH, SKOS

from tests.factories import DatasetFactory, OrganisationFactory
from tests.indicators.conftest import END, START
from tests.indicators.opendata import SHAPES, complaints, harvest


def demanded():
    """Return every class and property that the shapes ask for, once or more."""
    return sorted(
        (str(kind), str(path))
        for shape, kind in SHAPES.subject_objects(SH.targetClass)
        for part in SHAPES.objects(shape, SH.property)
        if SHAPES.value(part, SH.minCount)
        for path in SHAPES.objects(part, SH.path)
        if not isinstance(path, BNode)
    )


@pytest.fixture
def catalogue(client, havo, measured, measure, oost):
    """Return a catalogue with all that a dataset can have."""
    havo.publisher = OrganisationFactory(name="Ministerie")
    havo.save()
    cbs = DatasetFactory(
        title="CBS", url="https://www.cbs.nl/", retrieved_at=date(2024, 5, 1), boundary_year=2022
    )
    measure(oost, START.replace(year=2018), "oktober 2018", 40, dataset=cbs)
    return harvest(client)


def test_the_catalogue_is_complete(catalogue):
    assert complaints(catalogue) == set()


def test_a_report_without_measurements_is_described_completely(client, measured, oost):
    assert complaints(harvest(client)) == set()


@pytest.mark.parametrize(("kind", "predicate"), demanded())
def test_what_is_mandatory_is_missed(catalogue, kind, predicate):
    subject = min(catalogue.subjects(RDF.type, URIRef(kind)))
    catalogue.remove((subject, URIRef(predicate), None))
    assert complaints(catalogue) == {(subject, URIRef(predicate))}


def test_somebody_to_ask_can_be_reached(catalogue):
    contact = min(catalogue.objects(None, DCAT.contactPoint))
    for predicate in ("hasURL", "hasEmail"):
        catalogue.remove((contact, URIRef(f"http://www.w3.org/2006/vcard/ns#{predicate}"), None))
    assert {node for node, _path in complaints(catalogue)} == {contact}


@pytest.mark.parametrize(
    ("predicate", "wrong"),
    [
        (DCTERMS.accessRights, URIRef("https://wijken.example/openbaar")),
        (DCTERMS.publisher, Literal("Ministerie")),
        (DCAT.theme, Literal("Leren")),
        (DCTERMS.modified, Literal("gisteren")),
    ],
)
def test_a_value_of_another_kind_is_refused(catalogue, predicate, wrong):
    subject = min(catalogue.subjects(RDF.type, DCAT.Dataset))
    catalogue.set((subject, predicate, wrong))
    assert (subject, predicate) in complaints(catalogue)


def test_a_theme_of_the_european_list_is_asked_for(catalogue):
    subject = min(catalogue.subjects(RDF.type, DCAT.Dataset))
    for theme in list(catalogue.objects(subject, DCAT.theme)):
        if "europa.eu" in theme:
            catalogue.remove((subject, DCAT.theme, theme))
    assert complaints(catalogue) == {(subject, DCAT.theme)}


def test_everything_that_the_catalogue_is_about_is_looked_at(catalogue):
    kinds = set(SHAPES.objects(None, SH.targetClass))
    assert {DCAT.Catalog, DCAT.Dataset, DCAT.Distribution, FOAF.Agent, SKOS.Concept} < kinds
    assert kinds - set(catalogue.objects(None, RDF.type)) == set()


def test_an_empty_file_is_no_catalogue():
    graph = Graph()
    graph.add((URIRef("urn:leeg"), RDF.type, DCAT.Catalog))
    assert len(complaints(graph)) == 5


def test_both_days_are_in_the_period(catalogue):
    (period,) = catalogue.subjects(RDF.type, DCTERMS.PeriodOfTime)
    assert catalogue.value(period, DCAT.startDate) == Literal(START)
    assert catalogue.value(period, DCAT.endDate) == Literal(END.replace(year=2018))
