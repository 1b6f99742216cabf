"""What an area is like stands in one calm table, apart from how it goes, with who resembles it."""

from datetime import date

import pytest

from indicators.models import Indicator
from tests.factories import (
    DatasetFactory,
    IndicatorFactory,
    MeasurementFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
)
from tests.reading import main_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def areas(site):
    """Return a city with six neighbourhoods, each with three traits; the first two are alike."""
    city = MunicipalityFactory(name="Utrecht", slug="utrecht")
    names = ("Zuilen", "Ondiep", "Overvecht", "Hoograven", "Kanaleneiland", "Tuindorp")
    areas = [NeighbourhoodFactory(name=name, slug=name.lower(), parent=city) for name in names]
    dataset = DatasetFactory(source="CBS", licence="CC BY 4.0")
    for number in range(3):
        indicator = IndicatorFactory(
            name=f"Kenmerk {number}", code=f"k{number}", direction=Indicator.Direction.NEUTRAL
        )
        for area, value in zip([*areas, city], (20, 21, 90, 70, 60, 80, 50), strict=True):
            MeasurementFactory(indicator=indicator, area=area, dataset=dataset, value=value)
    return areas


def rows(soup):
    table = soup.select("#kenmerken-tabel")[0].find_parent("table")
    return [
        [cell.get_text(" ", strip=True) for cell in row.select("th, td")] for row in table("tr")
    ]


def test_traits_stand_in_one_table_beside_the_municipality(client, areas):
    soup = main_of(client, "/gebieden/zuilen/")

    assert rows(soup) == [
        ["Kenmerk", "Zuilen", "Utrecht"],
        ["Kenmerk 0 2012", "20%", "50%"],
        ["Kenmerk 1 2012", "20%", "50%"],
        ["Kenmerk 2 2012", "20%", "50%"],
    ]
    assert soup.select(".wk-figure") == []
    # Search leads to each of them.
    assert soup.select_one("#cijfer-k1").name == "tr"
    assert "CC BY 4.0" in soup.get_text()


def test_a_profile_names_the_areas_that_resemble_it_and_why(client, areas):
    soup = main_of(client, "/gebieden/zuilen/")
    found = soup.select("section[aria-labelledby=lijkt-op] li")

    assert [row.a.get_text() for row in found] == [
        "Ondiep (Utrecht)", "Kanaleneiland (Utrecht)", "Hoograven (Utrecht)",
        "Tuindorp (Utrecht)", "Overvecht (Utrecht)",
    ]  # fmt: skip
    assert found[0].p.get_text() == (
        "Kenmerk 0: 20% en 21% · Kenmerk 1: 20% en 21% · Kenmerk 2: 20% en 21%"
    )


def test_without_a_figure_the_reason_is_told_once_and_nothing_resembles_it(client, areas):
    odd = NeighbourhoodFactory(name="Vreewijk", slug="vreewijk")
    for indicator in Indicator.objects.all():
        MeasurementFactory(indicator=indicator, area=odd, value=None, missing="other-borders")
    soup = main_of(client, "/gebieden/vreewijk/")

    assert soup.get_text().count("de bron telt met veel ruimere grenzen") == 1
    assert soup.select("#kenmerken-tabel, #lijkt-op") == []


def test_an_indicator_of_more_than_one_moment_is_a_development(client, areas):
    for area in areas[:1]:
        MeasurementFactory(
            indicator=Indicator.objects.get(code="k0"), area=area, period_date=date(2020, 1, 1)
        )
    soup = main_of(client, "/gebieden/zuilen/")

    assert len(soup.select(".wk-figure")) == 1
    assert len(rows(soup)) == 3
