"""Areas like one's own, and what lies near: from the address to what the page shows."""

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import (
    IndicatorFactory,
    MeasurementFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    PracticeFactory,
    ThemeFactory,
)

pytestmark = pytest.mark.django_db

PLACES = {
    "Zuilen": (20, 52.10, 5.10),
    "Ondiep": (21, 52.10, 5.11),
    "Overvecht": (22, 52.12, 5.12),
    "Tuindorp": (80, 52.11, 5.13),
}


@pytest.fixture
def areas(site):
    """Return four neighbourhoods with figures and many others, a practice in each of the four."""
    city = MunicipalityFactory(code="GX1", name="Utrecht")
    areas = {
        name: NeighbourhoodFactory(
            code=name[:2].upper(), name=name, parent=city, latitude=north, longitude=east
        )
        for name, (_value, north, east) in PLACES.items()
    }
    others = [NeighbourhoodFactory(parent=city) for _ in range(9)]
    for number in range(3):
        indicator = IndicatorFactory(name=f"Kenmerk {number}", theme=ThemeFactory())
        values = [value for value, *_place in PLACES.values()]
        far = np.linspace(25, 60, 9)
        for area, value in zip([*areas.values(), *others], [*values, *far], strict=True):
            MeasurementFactory(indicator=indicator, area=area, value=round(float(value)))
    return areas


@pytest.fixture
def practices(areas, site):
    for name, area in areas.items():
        PracticeFactory(parent=site.practices, title=f"Praktijk in {name}", areas=[area])
    return areas


def ask(index, question="", **choices):
    names = {"like": "lijkt-op", "near": "bij", "sort": "sorteer", "kind": "type"}
    given = {names.get(name, name): value for name, value in choices.items()}
    return index.ask(question, **given)


def problem(answer):
    return [line.get_text(strip=True) for line in answer.page.select("[role=alert] li")]


def test_what_happened_in_areas_like_mine(practices, index):
    answer = ask(index, kind="praktijk", like="ZU")

    assert answer.status == 200
    # Not in the area itself, and not in what is last of thirteen.
    assert sorted(answer.titles) == ["Praktijk in Ondiep", "Praktijk in Overvecht"]
    first = answer.page.select_one(".wk-likeness li")
    assert first.get_text(" ", strip=True) == (
        "Ondiep (Utrecht) Kenmerk 0: 20% en 21% · Kenmerk 1: 20% en 21% · Kenmerk 2: 20% en 21%"
    )
    chosen = [item.get_text(" ", strip=True) for item in answer.page.select(".wk-chosen__item")]
    assert "Lijkt op: Zuilen (Utrecht) × weghalen" in chosen
    selected = answer.page.select_one("select[name=lijkt-op] option[selected]")
    assert (selected["value"], selected.get_text()) == ("ZU", "Zuilen (Utrecht)")


def test_the_own_area_stays_chosen_when_nothing_is_found(practices, index):
    answer = ask(index, "xylofoon", like="ZU")

    assert answer.titles == []
    assert answer.page.select_one("select[name=lijkt-op] option[selected]")["value"] == "ZU"


def test_what_lies_nearest_comes_first_with_its_distance(practices, index):
    answer = ask(index, kind="praktijk", sort="nabijheid", near="ZU")

    assert answer.titles == [
        "Praktijk in Zuilen", "Praktijk in Ondiep", "Praktijk in Tuindorp", "Praktijk in Overvecht",
    ]  # fmt: skip
    told = [hit.get_text(" ", strip=True) for hit in answer.page.select(".wk-hit")]
    assert "0,0 km ver" in told[0]
    assert "0,7 km ver" in told[1]
    assert answer.page.select_one(
        "[aria-current=true]:-soup-contains('Dichtst bij')"
    ).get_text() == ("Dichtst bij Zuilen (Utrecht)")
    kept = {box["name"]: box["value"] for box in answer.page.select("main [type=hidden]")}
    assert kept == {"sorteer": "nabijheid", "bij": "ZU"}


def test_a_chosen_area_offers_what_lies_nearest_to_it(practices, index):
    answer = ask(index, gebied="GX1")
    (link,) = [a for a in answer.page.select(".wk-search__sort a") if "Dichtst" in a.get_text()]
    assert link.get_text() == "Dichtst bij Utrecht"
    assert link["href"] == "?gebied=GX1&sorteer=nabijheid&bij=GX1"


def test_without_a_named_area_no_order_of_nearness_is_offered(practices, index):
    assert "Dichtst" not in ask(index).page.select_one(".wk-search__sort").get_text()


WRONG = {
    "an unknown area": (
        {"like": "XX99"},
        "Het gebied ‘XX99’ kennen wij niet. Wij zochten zonder deze keuze.",
    ),
    "a code without end": (
        {"like": "9" * 5000},
        f"Het gebied ‘{'9' * 21}’ kennen wij niet. Wij zochten zonder deze keuze.",
    ),
    "an end in the middle": (
        {"like": "ZU\0"},
        "Het gebied ‘ZU\ufffd’ kennen wij niet. Wij zochten zonder deze keuze.",
    ),
    "an area without figures": (
        {"like": "GX1"},
        "Van ‘Utrecht’ zijn er te weinig cijfers om te zien welke gebieden erop lijken. "
        "Wij zochten zonder deze keuze.",
    ),
    "near to nothing": (
        {"sort": "nabijheid"},
        "Kies bij welk gebied het dichtbij moet zijn. Wij zochten zonder deze keuze.",
    ),
    "near to an unknown area": (
        {"sort": "nabijheid", "near": "XX99"},
        "Het gebied ‘XX99’ kennen wij niet. Wij zochten zonder deze keuze.",
    ),
    "near to an area without a place": (
        {"sort": "nabijheid", "near": "GX1"},
        "Wij weten niet waar ‘Utrecht’ ligt. Wij zochten zonder deze keuze.",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_an_area_that_will_not_do_is_told_and_left_out(practices, index, case):
    given, message = WRONG[case]
    answer = ask(index, kind="praktijk", **given)

    assert answer.status == 400
    assert problem(answer) == [message]
    assert len(answer.titles) == 4


def test_naming_an_area_costs_a_fixed_number_of_queries(practices, index):
    index.update()
    counts = []
    for given in ({}, {"like": "ZU"}, {"sort": "nabijheid", "near": "ZU"}):
        ask(index, kind="praktijk", **given)
        with CaptureQueriesContext(connection) as captured:
            ask(index, kind="praktijk", **given)
        counts.append(len(captured))
    assert counts == [counts[0], counts[0] + 4, counts[0] + 1]
