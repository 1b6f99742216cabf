"""Areas like one's own, and what lies near: from the address to what the page shows."""

import numpy as np
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.models import Area
from indicators.models import Indicator
from search import own_area
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
    names = {
        "like": "lijkt-op",
        "theme": "lijkt-op-thema",
        "near": "bij",
        "sort": "sorteer",
        "kind": "type",
    }
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


@pytest.mark.parametrize("name", ["zuilen", "Zuilen (Utrecht)", " ZU "])
def test_an_own_area_may_be_named_in_any_way(practices, index, name):
    answer = ask(index, kind="praktijk", like=name)

    assert sorted(answer.titles) == ["Praktijk in Ondiep", "Praktijk in Overvecht"]
    assert answer.page.select_one("option[selected]")["value"] == "ZU"


def test_of_a_name_that_more_areas_have_the_municipalities_are_told(practices, index):
    zwolle = MunicipalityFactory(code="GX2", name="Zwolle")
    NeighbourhoodFactory(code="XX1", name="Zuilen", slug="zuilen-zwolle", parent=zwolle)

    answer = ask(index, like="zuilen")

    assert (answer.status, problem(answer)) == (
        400,
        [
            "Meer gebieden heten ‘zuilen’. Schrijf erbij welke gemeente u bedoelt: "
            "Zuilen (Utrecht), Zuilen (Zwolle). Wij zochten zonder deze keuze."
        ],
    )


def test_of_very_many_areas_the_own_one_is_typed(practices, index, monkeypatch):
    monkeypatch.setattr(own_area, "MOST_LISTED", 3)

    field = ask(index, like="zuilen").page.select_one("input#lijkt-op")
    wrong = ask(index, like="Zuylen").page.select_one("input#lijkt-op")

    assert (field["value"], wrong["value"]) == ("Zuilen (Utrecht)", "Zuylen")


def test_areas_may_be_alike_by_the_figures_of_one_theme(practices, index):
    housing = ThemeFactory(label="Wonen", slug="wonen")
    others = Area.objects.filter(kind=Area.Kind.NEIGHBOURHOOD).exclude(code__in=["ZU", "TU"])
    for _number in range(3):
        indicator = IndicatorFactory(theme=housing)
        for area in practices["Zuilen"], practices["Tuindorp"]:
            MeasurementFactory(indicator=indicator, area=area, value=90)
        for area in others:
            MeasurementFactory(indicator=indicator, area=area, value=10)
    Indicator.objects.exclude(theme=housing).update(theme=ThemeFactory(label="Werken", slug="w"))

    links = ask(index, kind="praktijk", like="ZU").page.select(".wk-likeness p a")
    answer = ask(index, kind="praktijk", like="ZU", theme="wonen")

    assert {link.get_text(): link["href"] for link in links} == {
        "Werken": "?type=praktijk&lijkt-op=ZU&lijkt-op-thema=w",
        "Wonen": "?type=praktijk&lijkt-op=ZU&lijkt-op-thema=wonen",
    }
    assert answer.page.select_one(".wk-likeness li a").get_text() == "Tuindorp (Utrecht)"
    assert answer.page.select_one(".wk-likeness strong").get_text() == "Wonen"
    assert "Lijkt op: Zuilen (Utrecht) · Wonen" in answer.page.select_one(".wk-chosen").get_text()
    assert answer.page.select_one("[name=lijkt-op-thema]")["value"] == "wonen"


WRONG = {
    "an unknown area": (
        {"like": "XX99"},
        "Het gebied ‘XX99’ kennen wij niet. Wij zochten zonder deze keuze.",
    ),
    "a code without end": (
        {"like": "9" * 5000},
        f"Het gebied ‘{'9' * 60}’ kennen wij niet. Wij zochten zonder deze keuze.",
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


def test_a_theme_without_figures_enough_is_told_and_all_figures_count(practices, index):
    answer = ask(index, kind="praktijk", like="ZU", theme="geluk")

    assert problem(answer) == [
        "Van ‘Zuilen (Utrecht)’ zijn er te weinig cijfers over ‘geluk’. "
        "Wij zochten zonder deze keuze."
    ]
    assert sorted(answer.titles) == ["Praktijk in Ondiep", "Praktijk in Overvecht"]


def test_naming_an_area_costs_a_fixed_number_of_queries(practices, index):
    index.update()
    counts = []
    for given in ({}, {"like": "ZU"}, {"sort": "nabijheid", "near": "ZU"}):
        ask(index, kind="praktijk", **given)
        with CaptureQueriesContext(connection) as captured:
            ask(index, kind="praktijk", **given)
        counts.append(len(captured))
    assert counts == [counts[0], counts[0] + 4, counts[0] + 1]
