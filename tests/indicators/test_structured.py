"""An indicator as search engines read it (schema.org), and the page that lists the open data."""

import json
from datetime import date

import pytest

from indicators.models import Dataset, DefinitionChange, Outcome, ReportedCount, ReportedOutcome
from tests.factories import (
    DatasetFactory,
    IndicatorFactory,
    NeighbourhoodFactory,
    OrganisationFactory,
    ThemeFactory,
)
from tests.indicators.conftest import END, START
from tests.indicators.pages import queries_of, read, texts
from tests.reading import words

SITE = "http://127.0.0.1:8000"
PAGE = f"{SITE}/indicatoren/havo-vwo/"


def linked(client):
    """Return the JSON-LD of the page of the indicator."""
    script = read(client, "/indicatoren/havo-vwo/").find("script", type="application/ld+json")
    return script and json.loads(script.string)


WHOLE = {
    "@context": "https://schema.org",
    "@type": "Dataset",
    "name": "Leerlingen op havo of vwo",
    "description": "Wat dit getal telt.",
    "url": PAGE,
    "identifier": f"{PAGE}#data",
    "inLanguage": "nl",
    "keywords": ["Havo en vwo", "Leren"],
    "license": "https://creativecommons.org/licenses/by/4.0/deed.nl",
    "conditionsOfAccess": "Kerncijfers: CC BY 4.0, CBS.",
    "isAccessibleForFree": True,
    "creator": {
        "@type": "Organization",
        "name": "Ministerie",
        "url": f"{SITE}/organisaties/ministerie/",
    },
    "publisher": {
        "@type": "Organization",
        "name": "Gemeente Utrecht",
        "url": "https://www.utrecht.nl/",
    },
    "includedInDataCatalog": {
        "@type": "DataCatalog",
        "name": "Open data van Wat werkt in de wijken",
        "url": f"{SITE}/datasets/",
    },
    "temporalCoverage": "2006-10-01/2012-10-01",
    "spatialCoverage": [{"@type": "Place", "name": "Amsterdam"}],
    "variableMeasured": {
        "@type": "PropertyValue",
        "name": "Havo en vwo",
        "unitText": "%",
    },
    "dateModified": "2024-05-01",
    "distribution": [
        {
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": f"{PAGE}metingen.csv",
        },
        {
            "@type": "DataDownload",
            "encodingFormat": "application/json",
            "contentUrl": f"{PAGE}metingen.json",
        },
    ],
}


def test_an_indicator_is_a_dataset_of_schema_org(client, site, havo, measure, oost, settings):
    settings.PUBLISHER, settings.PUBLISHER_URL = "Gemeente Utrecht", "https://www.utrecht.nl/"
    havo.publisher = OrganisationFactory(name="Ministerie")
    havo.save()
    cbs = DatasetFactory(
        title="Kerncijfers", licence="CC BY 4.0, CBS", retrieved_at=date(2024, 5, 1)
    )
    measure(oost, START, "2006", 28, dataset=cbs)
    measure(oost, END, "2012", 38, dataset=cbs)
    assert linked(client) == WHOLE


def test_it_tells_where_the_definition_changed(client, site, havo, measured):
    DefinitionChange.objects.create(indicator=havo, since=date(2011, 1, 1), what="studenten mee")
    assert linked(client)["description"] == (
        "Wat dit getal telt. In 2011 veranderde de definitie: studenten mee. Cijfers van ervoor en "
        "erna zijn niet goed te vergelijken."
    )


def test_a_report_that_names_no_licence_gives_none(client, site, measured, report):
    report.licence = "Licentie niet genoemd"
    report.save()
    data = linked(client)
    assert "license" not in data
    assert data["conditionsOfAccess"] == (
        "Rapport: geen open licentie. De bron zegt: “Licentie niet genoemd”. "
        "Vraag de bron wat u met deze cijfers mag doen."
    )


def test_what_a_report_only_tells_has_no_period_and_no_file(client, site, havo, report, oost):
    ReportedOutcome.objects.create(
        indicator=havo,
        dataset=report,
        area=oost,
        outcome=Outcome.LARGER,
        baseline="2006",
        follow_up="2012",
    )
    data = linked(client)
    assert data.keys() & {"temporalCoverage", "distribution", "dateModified"} == set()
    assert data["spatialCoverage"] == [{"@type": "Place", "name": "Nederland"}]


def test_made_up_figures_are_no_dataset(client, site, measure, oost):
    measure(oost, END, "2012", 38, dataset=DatasetFactory(kind=Dataset.Kind.EXAMPLE))
    assert linked(client) is None
    assert read(client, "/indicatoren/havo-vwo/").main.find("a", href="/datasets/") is None


def test_made_up_figures_beside_real_ones_add_nothing(client, site, measure, oost):
    measure(oost, START, "2006", 28)
    elsewhere = NeighbourhoodFactory()
    measure(elsewhere, END, "2012", 38, dataset=DatasetFactory(kind=Dataset.Kind.EXAMPLE))
    data = linked(client)
    assert data["temporalCoverage"] == "2006-10-01/2006-10-01"
    assert data["spatialCoverage"] == [{"@type": "Place", "name": "Amsterdam"}]
    assert data["conditionsOfAccess"] == "Rapport: CC BY 4.0."


def test_no_text_ends_the_script(client, site, measured, havo):
    havo.definition = "</script><script>alert(1)</script>"
    havo.save()
    assert linked(client)["description"] == "</script><script>alert(1)</script>"


def test_the_page_leads_to_all_measurements(client, site, measured):
    page = read(client, "/indicatoren/havo-vwo/")
    assert [(link["type"], link["href"]) for link in page.find_all("link", rel="alternate")] == [
        ("text/csv", f"{PAGE}metingen.csv"),
        ("application/json", f"{PAGE}metingen.json"),
    ]
    found = [link["href"] for link in page.main.find_all("a", download=True)]
    assert found == [
        "/indicatoren/havo-vwo.csv",
        f"{PAGE}metingen.csv",
        f"{PAGE}metingen.json",
    ]


def test_counts_of_a_report_that_was_withdrawn_are_no_longer_shown(
    client, site, havo, report, forty
):
    ReportedCount.objects.create(
        indicator=havo,
        dataset=report,
        area=forty,
        outcome=Outcome.SMALLER,
        count=1,
        baseline="2006",
        follow_up="2012",
    )
    assert read(client, "/indicatoren/havo-vwo/").find("h2", id="telling-1")
    assert "In 1 wijk" in words(read(client, "/indicatoren/").main)
    Dataset.objects.update(status=Dataset.Status.WITHDRAWN)
    assert read(client, "/indicatoren/havo-vwo/").find("h2", id="telling-1") is None
    assert "In 1 wijk" not in words(read(client, "/indicatoren/").main)


def test_the_page_of_open_data_tells_what_there_is(client, site, measured, havo, report):
    havo.next_update = date(2027, 3, 1)
    havo.save()
    report.retrieved_at = date(2013, 12, 1)
    report.save()
    page = read(client, "/datasets/")
    assert words(page.h1) == "Open data"
    (theme,) = page.main.select(".wk-indicators__theme")
    assert words(theme.h2) == "Leren"
    assert theme.h3.a["href"] == "/indicatoren/havo-vwo/"
    assert texts(theme.li.find_all("p")) == [
        "Wat dit getal telt.",
        "Rapport: CC BY 4.0.",
        "Cijfers van 1 oktober 2006 tot en met 1 oktober 2012",
        "Alle metingen: CSV , Leerlingen op havo of vwo · JSON , Leerlingen op havo of vwo",
        "Opgehaald op 1 december 2013",
        "Nieuwe cijfers in maart 2027",
    ]
    assert [link["href"] for link in page.find_all("link", rel="alternate")] == [
        "/datasets.ttl",
        "/datasets.jsonld",
    ]
    assert [link["href"] for link in page.main.ul.find_all("a")] == [
        "/datasets.ttl",
        "/datasets.jsonld",
        "/themas.ttl",
    ]


def test_a_site_without_figures_says_so(client, site):
    IndicatorFactory()
    assert words(read(client, "/datasets/").main).endswith(
        "Er staan nog geen cijfers op deze site."
    )


@pytest.mark.parametrize("address", ["/", "/indicatoren/"])
def test_the_open_data_can_be_found(client, site, address):
    assert read(client, address).footer.find("a", href="/datasets/")


def test_the_page_costs_as_many_queries_with_one_indicator_as_with_three(
    client, site, measure, oost, django_assert_max_num_queries
):
    measure(oost, END, "2012", 38)
    one = queries_of(client, "/datasets/", django_assert_max_num_queries)
    for _ in range(2):
        indicator = IndicatorFactory(theme=ThemeFactory())
        measure(oost, END, "2012", 38, indicator=indicator, dataset=DatasetFactory())
    assert queries_of(client, "/datasets/", django_assert_max_num_queries) == one


def test_a_long_list_of_open_data_is_told_in_parts(client, site, measure, oost):
    for number in range(51):
        indicator = IndicatorFactory(name=f"Cijfer {number:02}")
        measure(oost, END, "2012", 38, indicator=indicator)
    first, last, before = (
        read(client, f"/datasets/?pagina={page}").main for page in ("1", "99", "0")
    )
    assert before == first
    assert len(first.select(".wk-rows__item")) == 50
    assert texts(last.select(".wk-rows__item h3")) == ["Cijfer 50"]
    assert last.find("a", rel="prev")["href"] == "?pagina=1"
    assert client.get("/datasets.ttl").getvalue().decode().count("a dcat:Dataset") == 51
