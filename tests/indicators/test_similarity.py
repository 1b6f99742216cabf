"""Areas that resemble each other: nearness of what is typical, not of size or luck."""

from datetime import date

import numpy as np
import pytest
from django.utils import timezone

from content.models import Theme
from indicators import similarity
from indicators.models import Change, Dataset, Measurement
from indicators.similarity import Table, table_of
from tests.factories import (
    DatasetFactory,
    IndicatorFactory,
    MeasurementFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    ThemeFactory,
)

NAN = np.nan


def table(rows, themes=None):
    """Return a table of areas with these figures."""
    values = np.array(list(rows.values()), dtype=float)
    indicators = [f"i{number}" for number in range(values.shape[1])]
    return Table(list(rows), indicators, values, themes)


def like(area, **limits):
    return table_of(area.kind).like(area.code, **limits)


def codes(found):
    return [area.code for area in found]


def test_the_nearest_over_all_figures_comes_first_and_the_area_itself_never():
    areas = table({"a": [1, 1, 1], "b": [9, 9, 9], "c": [2, 1, 1], "d": [4, 4, 4]})
    assert codes(areas.like("a")) == ["c", "d", "b"]
    assert codes(areas.like("a", limit=1)) == ["c"]


def test_a_unit_counts_for_nothing():
    small = {"a": [1, 10, 5], "b": [2, 30, 5.5], "c": [3, 12, 6], "d": [9, 10, 9]}
    large = {code: [first * 1000, *rest] for code, (first, *rest) in small.items()}
    assert codes(table(small).like("a")) == codes(table(large).like("a"))


def test_what_both_have_is_compared_and_too_little_says_nothing():
    areas = table(
        {
            "a": [1, 1, 1, 1],
            "b": [1, 1, 1, NAN],
            "c": [1, 1, NAN, NAN],
            "d": [5, 4, 5, 4],
            "e": [NAN] * 4,
        }
    )
    assert codes(areas.like("a")) == ["b", "d"]
    assert areas.like("c") == []
    assert areas.like("e") == []


def test_figures_that_are_the_same_everywhere_or_nowhere_tell_nothing():
    areas = table({"a": [1, 7, 2, 3, NAN], "b": [1, 7, 2, 4, NAN], "c": [5, 7, 9, 9, NAN]})
    (nearest, _other) = areas.like("a")
    assert nearest.code == "b"
    assert [shared.indicator for shared in nearest.shared] == ["i0", "i2", "i3"]


def test_what_they_have_in_common_is_told_nearest_first():
    areas = table({"a": [10, 1, 3], "b": [11, 9, 3], "c": [90, 5, 9]})
    shared = areas.like("a")[0].shared
    assert [(each.indicator, each.own, each.other) for each in shared] == [
        ("i2", 3, 3), ("i0", 10, 11), ("i1", 1, 9),
    ]  # fmt: skip


def test_the_themes_that_count_can_be_chosen():
    areas = table(
        {"a": [1, 1, 1, 9, 9, 9], "b": [1, 1, 1, 1, 1, 1], "c": [9, 9, 9, 9, 9, 9]},
        themes=["wonen"] * 3 + ["werken"] * 3,
    )
    assert codes(areas.like("a", limit=1, themes=["wonen"])) == ["b"]
    assert codes(areas.like("a", limit=1, themes=["werken"])) == ["c"]
    assert areas.like("a", themes=["leren"]) == []


def test_only_themes_with_figures_enough_can_be_chosen():
    rows = {"a": [1, 1, 1, 9, 9, NAN, 1], "b": [2, 2, 2, 3, 3, 3, 3], "c": [1] * 6 + [2]}
    areas = table(rows, themes=["wonen"] * 3 + ["werken"] * 3 + [""])
    assert areas.themes_of("a") == ["wonen"]
    assert areas.themes_of("b") == ["werken", "wonen"]
    assert areas.themes_of("x") == []


def test_one_strange_figure_does_not_decide():
    ordinary = {f"o{n}": [n, n, n] for n in range(30)}
    areas = table(ordinary | {"a": [1, 1, 1], "b": [1, 1, 100_000], "c": [29, 29, 1]})
    order = codes(areas.like("a", limit=40))
    assert order.index("c") > 3
    assert areas.like("a", limit=40)[order.index("b")].distance < 3


def test_the_nearest_of_fifteen_thousand_areas_are_found_exactly():
    # Every area is a step further than the one before, in all three figures.
    steps = np.arange(15_000, dtype=float)
    codes_ = [str(number) for number in range(15_000)]
    areas = Table(codes_, ["i0", "i1", "i2"], np.column_stack([steps, steps * 2, steps * 3]))
    assert codes(areas.like("7000", limit=6)) == ["6999", "7001", "6998", "7002", "6997", "7003"]
    assert codes(areas.like("0", limit=3)) == ["1", "2", "3"]


@pytest.fixture
def figures(db):
    """Return three neighbourhoods with three figures each, of which two resemble each other."""
    areas = [NeighbourhoodFactory(code=f"AX{n}") for n in range(5)]
    theme = ThemeFactory(slug="wonen")
    for number in range(3):
        indicator = IndicatorFactory(code=f"i{number}", theme=theme)
        for area, value in zip(areas, (10, 30, 11, 60, 90), strict=True):
            MeasurementFactory(indicator=indicator, area=area, value=value)
    return areas


def test_the_latest_figures_count(figures, django_assert_num_queries):
    assert codes(like(figures[0], limit=2)) == ["AX2", "AX1"]
    for number in range(3):
        MeasurementFactory(
            indicator=Measurement.objects.filter(indicator__code=f"i{number}")[0].indicator,
            area=figures[2],
            period_date=date(2022, 1, 1),
            value=95,
        )
    assert codes(like(figures[0], limit=2)) == ["AX1", "AX3"]
    with django_assert_num_queries(1):
        like(figures[0])


def test_another_process_finds_what_was_worked_out(figures, django_assert_num_queries):
    found = like(figures[0])
    similarity.forget()
    with django_assert_num_queries(1):
        assert codes(like(figures[0])) == codes(found)


def test_another_code_or_theme_counts_at_once(figures):
    like(figures[0])
    figures[2].code, theme = "AX9", Theme.objects.get()
    figures[2].save()
    theme.slug = "huis"
    theme.save()
    assert codes(like(figures[0], limit=1, themes=["huis"])) == ["AX9"]


def test_a_disk_that_is_full_keeps_nobody_from_an_answer(figures, settings, tmp_path):
    (tmp_path / "no-folder").touch()
    files = {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache"}
    full = files | {"LOCATION": tmp_path / "no-folder" / "below"}
    settings.CACHES = settings.CACHES | {"resemblance": full}
    assert codes(like(figures[0], limit=1)) == ["AX2"]


def test_a_database_that_was_put_back_has_other_changes(figures):
    assert codes(like(figures[0], limit=1)) == ["AX2"]
    Measurement.objects.filter(area=figures[2]).update(value=80)
    # As many changes as before, at another time.
    Change.objects.update(at=timezone.now())
    assert codes(like(figures[0], limit=1)) == ["AX1"]


def become(status):
    for delivery in Dataset.objects.all():
        delivery.status = status
        delivery.save()


def test_a_correction_a_withdrawal_and_a_removal_count_at_once(figures):
    like(figures[0])
    for measurement in Measurement.objects.filter(area=figures[2]):
        measurement.value = 80
        measurement.save()
    assert codes(like(figures[0], limit=1)) == ["AX1"]
    become(Dataset.Status.WITHDRAWN)
    assert like(figures[0]) == []
    become(Dataset.Status.FINAL)
    assert codes(like(figures[0], limit=1)) == ["AX1"]
    # Then too few areas have that figure, and two others say too little.
    Measurement.objects.filter(area=figures[1])[:1].get().delete()
    assert like(figures[0]) == []


def test_examples_are_no_figures_and_another_kind_of_area_is_no_neighbour(figures):
    city = MunicipalityFactory(code="GX1")
    example = DatasetFactory(kind=Dataset.Kind.EXAMPLE)
    for number in range(3):
        indicator = Measurement.objects.filter(indicator__code=f"i{number}")[0].indicator
        MeasurementFactory(indicator=indicator, area=city, value=10)
        MeasurementFactory(
            indicator=indicator, area=figures[3], value=10, dataset=example,
            period_date=date(2020, 1, 1),
        )  # fmt: skip
    assert codes(like(figures[0], limit=2)) == ["AX2", "AX1"]
    assert like(city) == []
