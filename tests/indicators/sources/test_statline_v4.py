"""The new service of StatLine: figures that come one by one become the same rows."""

import pytest

from indicators.sources.client import SourceError
from indicators.sources.statline import fetch_v4
from tests.indicators.sources.server import Answer
from tests.indicators.sources.statline import TITLE, lists, observations, table_v4
from tests.indicators.sources.test_statline_v3 import WHOLE

ROOT = "/odata/v1/CBS/85984NED"


@pytest.fixture
def fetch(source, tmp_path, told, patience):
    """Fetch the table of 2024 from the server of this test."""

    def fetch(serve=table_v4, choice=None, **served):
        base_url = serve(source, **served)
        return fetch_v4(
            "85984NED", tmp_path, told, base_url=base_url, patience=patience, **(choice or {})
        )

    return fetch


def lines(delivery):
    return delivery.path.read_text().splitlines()


def test_the_new_service_gives_the_same_file_as_the_old(fetch, told, tmp_path):
    delivery = fetch()
    assert delivery.path.read_text() == WHOLE
    assert (delivery.title, delivery.boundary_year, delivery.provisional) == (TITLE, 2024, False)
    assert told == [(5, 12), (10, 12), (12, 12)]
    assert [path.name for path in tmp_path.iterdir()] == ["cbs-85984NED-v4.csv"]


def test_areas_and_periods_make_the_rows_when_a_table_has_both(fetch):
    periods = [("2023JJ00", "2023", "Definitief"), ("2024JJ00", "2024*", "Voorlopig")]
    delivery = fetch(periods=periods)
    assert lines(delivery)[:4] == [
        WHOLE.splitlines()[0].replace("Soort;", "Soort;Perioden;"),
        "NL00;Nederland;Land;2023;17942942;398;2.1;57",
        "NL00;Nederland;Land;2024*;17942942;398;2.1;57",
        "GM0363;Amsterdam;Gemeente;2023;931298;551;1.8;30",
    ]
    assert delivery.provisional


def test_only_what_is_asked_for_comes(fetch, source, told):
    choice = {"columns": ["Aantal inwoners"], "areas": ["WK0363"]}
    delivery = fetch(choice=choice)
    assert lines(delivery) == [
        "Codering;Naam;Soort;Aantal inwoners (aantal)",
        "WK0363NJ;Oud-Noord;Wijk;27000",
        "WK0363AB;Centrum;Wijk;",
    ]
    asked = f"{ROOT}/Observations?$filter=(startswith(WijkenEnBuurten,'WK0363'))"
    assert f"{asked} and (Measure eq 'T001036')" in source.asked
    assert told == [(1, None), (1, None), (1, None)]


def amsterdam(delivery):
    """Return the row of Amsterdam, which is the second of the areas."""
    return lines(delivery)[2]


def figure(attribute, value, text=None):
    one = {"Measure": "T001036", "WijkenEnBuurten": "GM0363", "ValueAttribute": attribute}
    return {**one, "Value": value, "StringValue": text}


@pytest.mark.parametrize("attribute", ["Impossible", "Confidential", "Missing"])
def test_a_figure_that_is_said_to_be_missing_is_empty_whatever_stands_there(fetch, attribute):
    assert amsterdam(fetch(found=[figure(attribute, 0)])) == "GM0363;Amsterdam;Gemeente;;;;"


def test_a_remark_that_is_not_known_is_passed_on(fetch):
    delivery = fetch(found=[figure("Geschat", 12.5)])
    assert amsterdam(delivery) == "GM0363;Amsterdam;Gemeente;12.5;;;"
    assert delivery.notes[-1] == "Bij 1 cijfer zegt de bron “Geschat”; het is overgenomen."


@pytest.mark.parametrize(("value", "text", "cell"), [(None, " ja ", "ja"), (0.0, None, "0")])
def test_a_text_and_a_zero_are_no_missing_figures(fetch, value, text, cell):
    row = amsterdam(fetch(found=[figure("None", value, text)]))
    assert row == f"GM0363;Amsterdam;Gemeente;{cell};;;"


def test_a_figure_that_comes_twice_is_refused(fetch):
    with pytest.raises(SourceError, match="een cijfer van hetzelfde gebied twee keer"):
        fetch(found=[figure("None", 1), figure("None", 1)])


def test_an_area_that_is_in_no_list_comes_last_and_without_a_name(fetch):
    found = [{**figure("None", 3), "WijkenEnBuurten": "BU03639999"}, figure("None", 1)]
    rows = lines(fetch(found=found))
    assert (rows[2], rows[5:]) == ("GM0363;Amsterdam;Gemeente;1;;;", ["BU03639999;;Buurt;3;;;"])


def test_a_table_without_groups_of_measures_is_not_asked_for_them(source, fetch):
    def without(source):
        base_url = table_v4(source)
        source.on(ROOT, lists([{"name": "Observations"}]))
        source.on(f"{ROOT}/MeasureGroups", Answer(b"", status=404))
        return base_url

    header = lines(fetch(without))[0]
    assert header.endswith(";Gemiddelde grootte (aantal);Gemiddelde grootte (aantal) 2")


def test_an_empty_table_is_refused(fetch):
    with pytest.raises(SourceError, match="geeft geen regels"):
        fetch(found=[])


def test_many_figures_become_rows_in_the_order_of_the_areas(fetch):
    assert lines(fetch(found=observations()[::-1])) == WHOLE.splitlines()
