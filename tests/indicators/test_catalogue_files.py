"""The files of the catalogue: two forms that say the same, fetched again only when it changed."""

from datetime import date

import pytest
from rdflib.compare import to_isomorphic
from rdflib.namespace import DCAT, RDF

from tests.factories import (
    DatasetFactory,
    IndicatorFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    OrganisationFactory,
    ThemeFactory,
)
from tests.indicators.conftest import END, START
from tests.indicators.opendata import harvest


def test_turtle_and_json_ld_say_the_same(client, measured, measure, oost):
    cbs = DatasetFactory(url="https://www.cbs.nl/", retrieved_at=date(2024, 5, 1))
    measure(oost, START.replace(year=2018), "2018", 28, dataset=cbs)
    turtle, linked = harvest(client), harvest(client, "/datasets.jsonld", "json-ld")
    assert len(turtle) > 100
    assert to_isomorphic(linked) == to_isomorphic(turtle)


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("/datasets.ttl", "text/turtle; charset=utf-8"),
        ("/datasets.jsonld", "application/ld+json"),
    ],
)
def test_who_has_the_catalogue_is_told_whether_it_changed(client, measured, havo, address, kind):
    answer = client.get(address)
    assert answer["Content-Type"] == kind
    assert answer["Cache-Control"] == "public, no-cache"
    known = {"if-none-match": answer["ETag"]}
    assert client.get(address, headers=known).status_code == 304
    havo.definition = "Iets anders."
    havo.save()
    assert client.get(address, headers=known).status_code == 200


@pytest.mark.parametrize(
    ("thing", "field"),
    [
        ("indicator", "caveat"),
        ("theme", "label"),
        ("publisher", "name"),
        ("delivery", "licence"),
        ("municipality", "name"),
    ],
)
def test_a_change_in_the_last_of_the_datasets_is_a_change(client, measured, measure, thing, field):
    publisher = OrganisationFactory()
    last = IndicatorFactory(
        name="Zorgkosten", theme=ThemeFactory(label="Zorg"), publisher=publisher
    )
    city, delivery = MunicipalityFactory(), DatasetFactory()
    measure(city, END, "2012", 38, indicator=last, dataset=delivery)
    changed = {
        "indicator": last,
        "theme": last.theme,
        "publisher": publisher,
        "delivery": delivery,
        "municipality": city,
    }[thing]
    known = {"if-none-match": client.get("/datasets.ttl")["ETag"]}
    assert client.get("/datasets.ttl", headers=known).status_code == 304
    setattr(changed, field, "Iets anders")
    changed.save()
    assert client.get("/datasets.ttl", headers=known).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("address", ["/datasets.ttl", "/datasets.jsonld"])
def test_a_catalogue_of_any_size_takes_eight_queries(
    client, measure, report, number, address, django_assert_num_queries
):
    for _ in range(number):
        for area in NeighbourhoodFactory.create_batch(2):
            measure(area, END, "2012", 38, indicator=IndicatorFactory(), dataset=DatasetFactory())
    with django_assert_num_queries(8):
        graph = harvest(client, address, "json-ld" if "json" in address else "turtle")
    assert len(list(graph.subjects(RDF.type, DCAT.Dataset))) == 2 * number
