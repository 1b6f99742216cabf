"""The figures of the CBS, beside the files that they come from."""

from collections import Counter

import pytest

from indicators.models import Dataset, Measurement

pytestmark = pytest.mark.usefixtures("db")

# One figure or more of each file, looked up there by hand.
THROUGH_THE_YEARS = {
    ("cbs-inwoners", "Heerlen", "2013"): 88_745,
    ("cbs-inwoners", "Heerlen", "2014"): 88_260,
    ("cbs-inkomen", "Meezenbroek", "2016"): 18_900,
    ("cbs-inwoners", "Nederland", "2017"): 17_081_507,
    ("cbs-inwoners", "Overdie", "2017"): 7_775,
    ("cbs-lage-inkomens", "Amsterdam", "2017"): 13.7,
    ("cbs-bijstand", "Meezenbroek", "2018"): 480,
    ("cbs-woz", "Amsterdam", "2019"): 375_000,
    ("cbs-lage-inkomens", "Nederland", "2019"): 7.5,
    ("cbs-bijstand", "Heerlen", "2020"): 4_210,
    ("cbs-inkomen", "Almere", "2020"): 26_800,
    ("cbs-koop", "Almere", "2020"): 64,
    ("cbs-inwoners", "Overdie", "2024"): 8_210,
}


def test_figures_of_the_cbs_are_there_of_more_years():
    rows = Measurement.objects.filter(dataset__kind=Dataset.Kind.MEASURED, missing="")
    values = {
        (row.indicator.code, row.area.name, row.period): float(row.value)
        for row in rows.select_related("indicator", "area")
    }
    assert {key: values.get(key) for key in THROUGH_THE_YEARS} == THROUGH_THE_YEARS


def test_a_year_has_the_figures_that_its_file_gives_and_no_more():
    rows = Measurement.objects.filter(dataset__kind=Dataset.Kind.MEASURED)
    assert Counter(rows.values_list("period", flat=True)) == {
        "2013": 24,
        "2014": 24,
        "2016": 12,
        "2017": 112,
        "2018": 12,
        "2019": 50,
        "2020": 147,
        "2022": 490,
        "2024": 71,
    }


def test_a_municipality_that_grew_has_no_figures_of_before_that():
    of_groningen = Measurement.objects.filter(
        indicator__code="cbs-inwoners", area__name="Groningen", area__kind="municipality"
    )
    assert sorted(of_groningen.values_list("period", flat=True)) == ["2020", "2022", "2024"]
