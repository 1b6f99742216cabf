"""The themes as a vocabulary (SKOS)."""

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import RDF, SKOS

from content.models import Theme, ThemeLabel
from tests.factories import ThemeFactory, ThemePageFactory

SITE = "http://127.0.0.1:8000"
POLICY, PILLAR = (URIRef(f"{SITE}/themas.ttl#{scheme}") for scheme in ("policy", "pillar"))
LEREN, VSV, SCHOOL = (URIRef(f"{SITE}/thema/{slug}/") for slug in ("leren", "vsv", "school"))


def read(client):
    answer = client.get("/themas.ttl")
    assert answer["Content-Type"] == "text/turtle; charset=utf-8"
    return Graph().parse(data=answer.content.decode(), format="turtle")


@pytest.fixture
def themes(db):
    leren = ThemeFactory(label="Leren", definition="Hoe kinderen het op school doen.")
    for label in ("onderwijs", "schooluitval"):
        ThemeLabel.objects.create(theme=leren, label=label)
    ThemeFactory(label="Vsv", broader=leren)
    school = ThemeFactory(label="School", scheme=Theme.Scheme.PILLAR, broader=leren)
    leren.related.add(school)


def test_a_theme_has_its_labels_and_its_place(client, themes):
    graph = read(client)
    assert str(graph.value(LEREN, SKOS.prefLabel)) == "Leren"
    assert graph.value(LEREN, SKOS.prefLabel).language == "nl"
    assert sorted(map(str, graph.objects(LEREN, SKOS.altLabel))) == ["onderwijs", "schooluitval"]
    assert str(graph.value(LEREN, SKOS.definition)) == "Hoe kinderen het op school doen."
    assert set(graph.objects(LEREN, SKOS.narrower)) == {VSV, SCHOOL}
    assert graph.value(VSV, SKOS.broader) == LEREN
    assert (graph.value(LEREN, SKOS.related), graph.value(SCHOOL, SKOS.related)) == (SCHOOL, LEREN)


def test_a_scheme_begins_with_what_falls_under_nothing_in_it(client, themes):
    graph = read(client)
    assert set(graph.subjects(RDF.type, SKOS.ConceptScheme)) == {POLICY, PILLAR}
    assert set(graph.objects(POLICY, SKOS.hasTopConcept)) == {LEREN}
    assert set(graph.objects(PILLAR, SKOS.hasTopConcept)) == {SCHOOL}
    assert str(graph.value(POLICY, SKOS.prefLabel)) == "Beleidsthema's van Wat werkt in de wijken"
    assert graph.value(VSV, SKOS.inScheme) == POLICY


def test_the_name_of_a_theme_leads_to_it(client, site, themes):
    ThemePageFactory(
        parent=site.themes, title="Alles over leren", theme=Theme.objects.get(slug="leren")
    )
    assert client.get("/thema/leren/")["Location"] == "/themas/alles-over-leren/"


@pytest.mark.parametrize("number", [1, 3])
def test_a_vocabulary_of_any_size_takes_three_queries(
    client, db, number, django_assert_num_queries
):
    for theme in ThemeFactory.create_batch(number):
        ThemeLabel.objects.create(theme=theme, label="anders")
        theme.related.add(ThemeFactory())
    with django_assert_num_queries(3):
        assert len(set(read(client).subjects(RDF.type, SKOS.Concept))) == 2 * number


def test_who_has_the_vocabulary_is_told_whether_it_changed(client, themes):
    known = {"if-none-match": client.get("/themas.ttl")["ETag"]}
    assert client.get("/themas.ttl", headers=known).status_code == 304
    ThemeFactory(label="Werken")
    assert client.get("/themas.ttl", headers=known).status_code == 200
