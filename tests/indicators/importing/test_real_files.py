"""Files as the CBS, the RIVM and the ministry publish them load without anything pointed out."""

from decimal import Decimal
from pathlib import Path

import pytest

from content.models import Area, AreaCode
from indicators import current
from indicators.importing import known
from indicators.importing.problems import Unreadable
from indicators.models import FileImport
from tests.factories import MunicipalityFactory, NeighbourhoodFactory
from tests.indicators.importing.conftest import wrong

FILES = Path(__file__).parent / "files"
# File, borders, period, figures, and one of those: area, indicator and value.
REAL = [
    ("amsterdam-2015-inkomen", 2015, "2015", 3, ("Amsterdam", "cbs-inkomen", 26900)),
    ("amsterdam-2017", 2017, "2017", 20, ("Nederland", "cbs-inkomen", 25700)),
    ("amsterdam-2019", 2019, "2019", 20, ("Amsterdam", "cbs-sociaal-minimum", "12.4")),
    ("gem_2017", 2017, "2017", 4, ("Heerlen", "cbs-inwoners", 87189)),
    ("gemeenten-2013-tmap", 2013, "2013", 2, ("Heerlen", "cbs-inwoners", 88745)),
    ("gemeenten-2014-tmap", 2014, "2014", 2, ("Heerlen", "cbs-inwoners", 88260)),
    ("gemeenten-2020", 2020, "2020", 18, ("Heerlen", "cbs-ww", 1400)),
    ("heerlen-2016", 2016, "2016", 20, ("Meezenbroek", "cbs-corporatie", 49)),
    ("heerlen-2017", 2017, "2017", 20, ("Heerlen", "cbs-inwoners", 87189)),
    ("heerlen-2018", 2018, "2018", 20, ("Heerlen", "cbs-inkomen", 22900)),
    ("heerlen-2019", 2019, "2019", 20, ("Meezenbroek", "cbs-corporatie", 47)),
    ("heerlen-2020", 2020, "2020", 20, ("Heerlen", "cbs-bijstand", 4210)),
    ("inkomen-huishoudens-2024", 2024, "", 3, ("Alkmaar", "cbs-besteedbaar-inkomen", 56600)),
    ("kwb-2022-gemeenten-tmap", 2022, "2022", 12, ("Heerlen", "cbs-koop", 47)),
    ("kwb-2022-wijken-tmap", 2022, "2022", 12, ("Overdie", "cbs-laag-inkomen", "47.4")),
    ("kwb-2024-bevolking", 2024, "2024", 3, ("Overdie", "cbs-inwoners", 8210)),
    ("kwb-2024-woningen", 2024, "2024", 9, ("Alkmaar", "cbs-woningen", 53936)),
    ("regionale-kerncijfers-2025", 2025, "", 3, ("Nederland", "cbs-inwoners", 18044027)),
    ("wijk_2017", 2017, "2017", 2, ("Overdie", "cbs-inwoners", 7775)),
    ("leefbaarometer-2.0-gemeenten", 2016, "", 10, ("Heerlen", "leefbaarometer-2", 6)),
    ("leefbaarometer-2.0-wijken", 2016, "", 5, ("Overdie", "leefbaarometer-2", 3)),
    ("gezondheid-18plus-2012", 2020, "", 15, ("Nederland", "rivm-rondkomen", "24.0")),
    ("gezondheid-18plus-2016", 2020, "", 15, ("Nederland", "rivm-vrijwilligers", "28.9")),
    ("gezondheid-18plus-2020", 2020, "", 15, ("Nederland", "rivm-burenlawaai", "7.0")),
]


@pytest.fixture
def places(site, nederland):
    """Have the areas that the files hold lines of; Amsterdam is there already."""
    for code, name in (("GM0361", "Alkmaar"), ("GM0917", "Heerlen")):
        MunicipalityFactory(code=code, name=name, parent=nederland)
    for code, name, parent, theirs, called in (
        ("AW01", "Overdie", "GM0361", "WK036103", "Overdie"),
        ("AW24", "Meezenbroek", "GM0917", "WK091732", "Wijk 32 Meezenbroek-Schaesbergerveld"),
    ):
        area = NeighbourhoodFactory(code=code, name=name, parent=Area.objects.get(code=parent))
        for first, last in ((2016, 2022), (2024, 2024)):
            AreaCode.objects.create(
                area=area, code=theirs, name=called, first_year=first, last_year=last
            )


@pytest.mark.parametrize(("name", "year", "period", "count", "example"), REAL)
def test_a_real_file_loads_with_the_mapping_of_this_project(
    places, load, name, year, period, count, example
):
    content = (FILES / f"{name}.csv").read_bytes()

    imported = load(content, f"{name}.csv", mapping=None, year=year, period=period)

    assert imported.state == FileImport.State.LOADED
    assert imported.readings == count
    area, indicator, value = example
    rows = current.measurements().filter(area__name=area, indicator__code=indicator)
    assert Decimal(value) in rows.values_list("value", flat=True)


def test_a_file_with_damaged_quotes_is_refused_with_its_line():
    with pytest.raises(Unreadable, match="aanhalingstekens") as refused:
        known.best(FILES / "inkomen-huishoudens-2024-damaged-quotes.csv")

    assert refused.value.line == 2


def test_a_year_with_a_star_is_provisional(places, load):
    content = (FILES / "inkomen-huishoudens-2024.csv").read_bytes()
    load(content, mapping=None, year=2024, period="")

    assert all(row.is_provisional for row in current.measurements())


def test_what_was_not_asked_is_told_apart_from_what_is_kept_secret(places, load):
    load((FILES / "gezondheid-18plus-2012.csv").read_bytes(), mapping=None, year=2020, period="")

    row = current.measurements().get(indicator__code="rivm-vrijwilligers", area__code="NL00")
    assert (row.value, row.missing, row.period) == (None, "not-surveyed", "2012")


def test_lines_of_water_are_not_read(places, check):
    imported = check((FILES / "wijk_2017.csv").read_bytes(), mapping=None, year=2017)

    assert "-99999999" not in str(wrong(imported))
    assert imported.missing == 0
