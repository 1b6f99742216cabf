"""What the catalogue of open data says of the figures: all that is known, and no more."""

from datetime import date

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, PROV, RDFS, SKOS

from indicators.models import Dataset, DefinitionChange, Outcome, ReportedOutcome
from indicators.opendata import entries
from tests.factories import (
    DatasetFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    OrganisationFactory,
)
from tests.indicators.conftest import END, START
from tests.indicators.opendata import (
    CATALOGUE,
    CSV,
    DATA,
    JSON,
    LICENCES,
    PAGE,
    SITE,
    harvest,
    values,
)

EU = "http://publications.europa.eu/resource/authority"


@pytest.fixture
def unnamed(report):
    """Let the report name no licence, as that of 2013."""
    report.licence = "Openbaar stuk; licentie niet genoemd"
    report.save()


@pytest.fixture
def cbs(db):
    return DatasetFactory(
        title="Kerncijfers",
        source="CBS",
        licence="CC BY 4.0, naamsvermelding: CBS",
        url="https://www.cbs.nl/",
        retrieved_at=date(2024, 5, 1),
        boundary_year=2022,
        note="Zonder 2020.",
    )


def test_the_catalogue_says_whose_it_is(client, measured, settings):
    settings.PUBLISHER, settings.PUBLISHER_URL = "Gemeente Utrecht", "https://www.utrecht.nl/"
    graph = harvest(client)
    assert values(graph, CATALOGUE, DCTERMS.title) == ["Open data van Wat werkt in de wijken"]
    assert values(graph, CATALOGUE, FOAF.homepage) == [f"{SITE}/"]
    assert values(graph, CATALOGUE, DCTERMS.license) == [f"{LICENCES}cc0"]
    assert values(graph, CATALOGUE, DCTERMS.language) == [f"{EU}/language/NLD"]
    assert values(graph, CATALOGUE, DCAT.dataset) == [str(DATA)]
    assert values(graph, CATALOGUE, DCTERMS.modified) == []
    publisher = graph.value(CATALOGUE, DCTERMS.publisher)
    assert values(graph, publisher, FOAF.name) == ["Gemeente Utrecht"]
    assert values(graph, publisher, FOAF.homepage) == ["https://www.utrecht.nl/"]
    assert graph.value(DATA, DCTERMS.publisher) == publisher


def test_an_indicator_is_a_dataset(client, havo, measure, amsterdam, oost, cbs):
    havo.publisher = OrganisationFactory(name="Ministerie")
    havo.method, havo.abbreviation = "Geteld in oktober.", "havo/vwo"
    havo.save()
    measure(oost, START, "2006", 28, dataset=cbs)
    measure(oost, END, "2012", 38, dataset=cbs)
    graph = harvest(client)
    assert {
        "title": values(graph, DATA, DCTERMS.title),
        "identifier": values(graph, DATA, DCTERMS.identifier),
        "description": values(graph, DATA, DCTERMS.description),
        "keyword": values(graph, DATA, DCAT.keyword),
        "page": values(graph, DATA, DCAT.landingPage),
        "access": values(graph, DATA, DCTERMS.accessRights),
        "theme": values(graph, DATA, DCAT.theme),
        "creator": values(graph, DATA, DCTERMS.creator),
        "modified": values(graph, DATA, DCTERMS.modified),
        "spatial": values(graph, DATA, DCTERMS.spatial),
    } == {
        "title": ["Leerlingen op havo of vwo"],
        "identifier": [str(DATA)],
        "description": ["Wat dit getal telt.\n\nGeteld in oktober."],
        "keyword": ["Havo en vwo", "Leren", "havo/vwo"],
        "page": [PAGE],
        "access": [f"{EU}/access-right/PUBLIC"],
        "theme": [f"{SITE}/thema/leren/", f"{EU}/data-theme/EDUC"],
        "creator": [f"{SITE}/organisaties/ministerie/"],
        "modified": ["2024-05-01"],
        "spatial": ["https://identifier.overheid.nl/tooi/id/gemeente/gm0363"],
    }
    assert graph.value(CATALOGUE, DCTERMS.modified) == Literal(date(2024, 5, 1))
    leren = URIRef(f"{SITE}/thema/leren/")
    assert values(graph, leren, SKOS.inScheme) == [f"{SITE}/themas.ttl#policy"]


def test_its_description_tells_where_the_definition_changed(client, havo, measured):
    DefinitionChange.objects.create(indicator=havo, since=date(2011, 1, 1), what="studenten mee")
    assert values(harvest(client), DATA, DCTERMS.description) == [
        "Wat dit getal telt.\n\nIn 2011 veranderde de definitie: studenten mee. Cijfers van ervoor "
        "en erna zijn niet goed te vergelijken."
    ]


def test_its_measurements_can_be_fetched_in_two_forms(client, measure, oost, cbs):
    measure(oost, END, "2012", 38, dataset=cbs)
    graph = harvest(client)
    assert values(graph, DATA, DCAT.distribution) == [str(CSV), str(JSON)]
    found = {
        form: [
            *values(graph, form, DCAT.accessURL),
            *values(graph, form, DCAT.downloadURL),
            *values(graph, form, DCAT.mediaType),
            *values(graph, form, DCTERMS["format"]),
            *values(graph, form, DCTERMS.license),
            *values(graph, form, DCAT.byteSize),
        ]
        for form in (CSV, JSON)
    }
    media, types, licence = (
        "https://www.iana.org/assignments/media-types",
        f"{EU}/file-type",
        f"{LICENCES}naamsvermelding40",
    )
    assert found == {
        CSV: [PAGE, f"{PAGE}metingen.csv", f"{media}/text/csv", f"{types}/CSV", licence],
        JSON: [
            PAGE,
            f"{PAGE}metingen.json",
            f"{media}/application/json",
            f"{types}/JSON",
            licence,
        ],
    }
    assert values(graph, licence, SKOS.exactMatch) == [f"{EU}/licence/CC_BY_4_0"]
    assert client.get("/indicatoren/havo-vwo/metingen.csv").status_code == 200


def test_each_delivery_has_its_own_licence_and_origin(client, measure, unnamed, oost, cbs):
    measure(oost, START, "2006", 28)
    measure(oost, END, "2012", 38, dataset=cbs)
    graph = harvest(client)
    told = {
        values(graph, source, DCTERMS.title)[0]: (
            values(graph, source, DCTERMS.license),
            values(graph, source, DCTERMS.source),
        )
        for source in graph.objects(DATA, PROV.wasDerivedFrom)
    }
    assert told == {
        "Kerncijfers": ([f"{LICENCES}naamsvermelding40"], ["https://www.cbs.nl/"]),
        "Rapport": ([f"{LICENCES}niet_open"], []),
    }
    origins = [
        values(graph, origin, RDFS.label)[0]
        for origin in sorted(graph.objects(DATA, DCTERMS.provenance))
    ]
    assert origins == [
        "Bron: CBS. Levering van de bron. Opgehaald op 2024-05-01. Grenzen van 2022. Zonder 2020.",
        "Bron: Outcomemonitor. Zoals een rapport het meldt.",
    ]
    # Together they are no more open than the least open of them.
    assert values(graph, CSV, DCTERMS.license) == [f"{LICENCES}niet_open"]


def test_a_report_that_names_no_licence_claims_none(client, measured, unnamed):
    graph = harvest(client)
    assert "naamsvermelding" not in client.get("/datasets.ttl").getvalue().decode()
    assert values(graph, CSV, DCTERMS.license) == [f"{LICENCES}niet_open"]
    rights = graph.value(CSV, DCTERMS.rights)
    assert values(graph, rights, RDFS.label) == [
        "Rapport: geen open licentie. De bron zegt: “Openbaar stuk; licentie niet genoemd”. "
        "Vraag de bron wat u met deze cijfers mag doen."
    ]


def test_what_a_report_only_tells_is_no_download(client, havo, report, oost):
    ReportedOutcome.objects.create(
        indicator=havo,
        dataset=report,
        area=oost,
        outcome=Outcome.LARGER,
        baseline="2006",
        follow_up="2012",
    )
    graph = harvest(client)
    assert values(graph, DATA, DCTERMS.title) == ["Leerlingen op havo of vwo"]
    assert values(graph, DATA, DCTERMS.temporal) == values(graph, DATA, DCAT.distribution) == []


def test_what_is_made_up_withdrawn_or_superseded_is_not_listed(client, measure, oost):
    for fields in ({"kind": Dataset.Kind.EXAMPLE}, {"status": Dataset.Status.WITHDRAWN}):
        measure(oost, START, "2006", 28, dataset=DatasetFactory(**fields))
    old = DatasetFactory()
    measure(oost, START, "2006", 28, dataset=old)
    DatasetFactory(supersedes=old)
    assert values(harvest(client), CATALOGUE, DCAT.dataset) == []
    again = DatasetFactory(title="Opnieuw")
    measure(oost, START, "2006", 29, dataset=again)
    graph = harvest(client)
    (source,) = graph.objects(DATA, PROV.wasDerivedFrom)
    assert values(graph, source, DCTERMS.title) == ["Opnieuw"]


@pytest.mark.parametrize(
    ("days", "often"),
    [
        ([date(2019, 1, 1), date(2020, 1, 1), date(2021, 1, 1)], [f"{EU}/frequency/ANNUAL"]),
        ([date(2022, 1, 1), date(2022, 4, 1), date(2022, 7, 1)], [f"{EU}/frequency/QUARTERLY"]),
        ([date(2012, 1, 1), date(2014, 1, 1), date(2016, 1, 1)], [f"{EU}/frequency/BIENNIAL"]),
        ([date(2019, 1, 1), date(2020, 1, 1)], []),
        ([date(2019, 1, 1), date(2020, 1, 1), date(2024, 1, 1)], []),
    ],
)
def test_how_often_there_are_figures_is_told_by_their_days(client, measure, oost, days, often):
    for day in days:
        measure(oost, day, str(day.year), 28)
    assert values(harvest(client), DATA, DCTERMS.accrualPeriodicity) == often


def test_places_are_named_by_their_municipalities(client, measure, oost, amsterdam):
    utrecht = MunicipalityFactory(name="Utrecht", code="GM0344")
    for area in (oost, amsterdam, NeighbourhoodFactory(parent=utrecht)):
        measure(area, END, "2012", 38)
    tooi = "https://identifier.overheid.nl/tooi/id/gemeente"
    assert values(harvest(client), DATA, DCTERMS.spatial) == [f"{tooi}/gm0344", f"{tooi}/gm0363"]
    for area in MunicipalityFactory.create_batch(entries.NAMED_MUNICIPALITIES - 1):
        measure(area, END, "2012", 38)
    assert values(harvest(client), DATA, DCTERMS.spatial) == [f"{EU}/country/NLD"]


def test_an_odd_address_of_a_source_breaks_nothing(client, measure, oost, report):
    report.url = 'https://bron.example/een pagina?q={"a"}'
    report.save()
    measure(oost, END, "2012", 38)
    (source,) = harvest(client).objects(DATA, PROV.wasDerivedFrom)
    assert values(harvest(client), source, DCTERMS.source) == [
        "https://bron.example/een%20pagina?q=%7B%22a%22%7D"
    ]
