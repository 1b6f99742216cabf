"""All figures of a file are loaded or none, and what is loaded can be undone."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from content.models import Area
from indicators import current, similarity
from indicators.domain import fingerprint, take_snapshot
from indicators.importing import arriving, loading, running
from indicators.importing.mapping import Column, Mapping
from indicators.models import Dataset, FileImport, Measurement
from search.models import Change
from tests.indicators.importing.conftest import WIDE, wrong

VSV = Mapping(area="code", columns=(Column("vsv", "vsv"),))
TABLE = "code;vsv;woz\nWK034404;8,3;159,5\nGM0344;6,0;x\n"


def counting():
    """Return area, indicator, value and reason of all figures that count."""
    rows = current.measurements().values_list(
        "area__name", "indicator__code", "value", "missing", "locator"
    )
    return sorted(rows, key=str)


def test_figures_are_loaded_with_the_line_they_came_from(load):
    imported = load(TABLE)

    assert counting() == [
        ("Overvecht", "vsv", Decimal("8.300"), "", "regel 2"),
        ("Overvecht", "woz", Decimal("159500.000"), "", "regel 2"),
        ("Utrecht", "vsv", Decimal("6.000"), "", "regel 3"),
        ("Utrecht", "woz", None, "suppressed", "regel 3"),
    ]
    dataset = Dataset.objects.get()
    assert (dataset.status, imported.state) == ("final", "loaded")
    assert len(dataset.file_hash) == 64


def test_nothing_counts_before_the_last_figure_is_in(check, vsv):
    imported = check(TABLE)
    seen = []
    loading.store(running._readings(imported), imported.dataset, lambda line: seen.append(line))

    assert seen == [3]
    assert Measurement.objects.count() == 4
    assert counting() == []


def test_a_loading_that_was_broken_off_begins_again_without_doubles(check):
    imported = check(TABLE)
    loading.store(running._readings(imported), imported.dataset)

    running.load(imported)

    assert len(counting()) == 4


def test_who_loads_a_file_that_another_loaded_changes_nothing(check):
    imported = check(TABLE)
    late = FileImport.objects.get()
    running.load(imported)
    before = list(Measurement.objects.values_list("pk", flat=True))

    running.load(late)

    assert list(Measurement.objects.values_list("pk", flat=True)) == before


def test_what_became_wrong_after_the_check_keeps_all_of_it_out(check, overvecht):
    imported = check(TABLE)
    overvecht.cbs_codes.all().delete()

    running.load(imported)

    assert (imported.state, imported.wrong) == (FileImport.State.CHECKED, 1)
    assert wrong(imported)[0][:3] == (2, "code", "WK034404")
    assert not Measurement.objects.exists()


def test_a_provisional_year_makes_provisional_figures(load):
    load("code;vsv\nGM0344;8\n", mapping=VSV, period="2024*")

    assert Measurement.objects.get().is_provisional


def test_what_another_delivery_gave_already_is_told(load, check):
    load("code;vsv\nGM0344;8\n", mapping=VSV)
    imported = check("code;vsv\nNL00;7\nGM0344;9\n", mapping=VSV, title="Nieuw")

    assert wrong(imported) == [
        (
            3,
            "vsv",
            "9",
            "een cijfer dat er nog niet is: Schoolverlaters van Utrecht over 2012 staat al in een "
            "andere levering. Kies welke levering deze vervangt",
        )
    ]


def test_a_delivery_that_supersedes_another_takes_its_place_and_undoing_brings_it_back(load):
    first = load("code;vsv\nGM0344;8\n", mapping=VSV).dataset
    second = load("code;vsv\nGM0344;9\n", mapping=VSV, title="Nieuw", supersedes=first)
    assert [value for _area, _code, value, *_rest in counting()] == [9]

    assert arriving.withdraw(second)
    assert [value for _area, _code, value, *_rest in counting()] == [8]
    assert not arriving.withdraw(second)

    assert arriving.restore(second)
    assert [value for _area, _code, value, *_rest in counting()] == [9]


def test_what_was_superseded_twice_does_not_return_from_the_middle(load):
    first = load("code;vsv\nGM0344;8\nNL00;5\n", mapping=VSV).dataset
    second = load("code;vsv\nGM0344;9\n", mapping=VSV, title="Nieuw", supersedes=first)
    third = load("code;vsv\nGM0344;7\n", mapping=VSV, title="Nog", supersedes=second.dataset)

    with pytest.raises(arriving.NotNow, match="al vervangen door ‘Nog’"):
        arriving.withdraw(second)
    second.dataset.status = Dataset.Status.WITHDRAWN
    with pytest.raises(ValidationError, match="al vervangen door ‘Nog’"):
        second.dataset.clean()
    assert [value for _area, _code, value, *_rest in counting()] == [7]

    second.dataset.refresh_from_db()
    assert arriving.withdraw(third)
    assert arriving.withdraw(second)
    assert [value for _area, _code, value, *_rest in counting()] == [5, 8]


def test_two_deliveries_do_not_supersede_each_other(load):
    first = load("code;vsv\nGM0344;8\n", mapping=VSV).dataset
    second = load("code;vsv\nGM0344;9\n", mapping=VSV, title="Nieuw", supersedes=first).dataset
    first.supersedes = second

    with pytest.raises(ValidationError, match="kan zichzelf niet vervangen"):
        first.clean()


def test_figures_do_not_return_beside_those_that_took_their_place(load):
    undone = load("code;vsv\nGM0344;8\nNL00;5\n", mapping=VSV)
    arriving.withdraw(undone)
    again = load("code;vsv\nGM0344;9\n", mapping=VSV, title="Opnieuw")

    with pytest.raises(arriving.NotNow, match="‘Opnieuw’ heeft cijfers over dezelfde gebieden"):
        arriving.restore(undone)
    assert [value for _area, _code, value, *_rest in counting()] == [9]

    arriving.withdraw(again)
    assert arriving.restore(undone)
    assert [value for _area, _code, value, *_rest in counting()] == [5, 8]


def test_a_snapshot_stays_what_it_was_through_superseding_and_undoing(load, overvecht, vsv):
    mapping = Mapping(
        area="code", columns=(Column("a", "vsv", 1, "2007"), Column("b", "vsv", 1, "2012"))
    )
    first = load("code;a;b\nAW38;8,3;6,0\n", mapping=mapping, period="")
    snapshot = take_snapshot(
        indicator=vsv,
        area=overvecht,
        comparator=None,
        baseline=date(2007, 12, 31),
        follow_up=date(2012, 12, 31),
        dataset=first.dataset,
    )
    load("code;a;b\nAW38;9,9;9,9\n", mapping=mapping, title="Nieuw", supersedes=first.dataset)
    arriving.withdraw(first)
    snapshot.refresh_from_db()

    assert (snapshot.baseline_value, snapshot.follow_up_value) == (Decimal("8.3"), Decimal(6))
    assert fingerprint(snapshot) == snapshot.hash


def test_search_is_told_once_a_delivery_counts_and_when_it_does_no_more(check):
    imported = check(TABLE)
    Change.objects.all().delete()
    running.load(imported)
    keys = set(Change.objects.values_list("key", flat=True))
    assert {"series:vsv:AW38", "series:woz:GM0344"} <= keys

    Change.objects.all().delete()
    arriving.withdraw(imported)
    assert "series:vsv:AW38" in set(Change.objects.values_list("key", flat=True))


def test_a_file_that_was_loaded_is_known_again_until_it_is_undone(load):
    imported = load(TABLE)
    file_hash = imported.dataset.file_hash
    assert arriving.already_loaded(file_hash) == imported.dataset

    arriving.withdraw(imported)
    assert arriving.already_loaded(file_hash) is None


def test_a_file_that_was_not_loaded_can_be_thrown_away_with_all_it_left(check):
    imported = check("code;vsv;woz\nGM9999;1;1\n")
    path, report = imported.file.path, imported.report.path

    assert arriving.discard(imported)

    assert not Dataset.objects.exists()
    assert not FileImport.objects.exists()
    assert not arriving.Path(path).exists()
    assert not arriving.Path(report).exists()


def test_what_was_loaded_is_not_thrown_away(load):
    assert not arriving.discard(load(TABLE))
    assert len(counting()) == 4


def test_a_fault_of_our_own_is_kept_and_told(receive):
    imported = receive(TABLE, mapping=WIDE)
    arriving.Path(imported.file.path).unlink()

    with pytest.raises(FileNotFoundError):
        running.check(imported)

    imported.refresh_from_db()
    assert imported.state == FileImport.State.FAILED
    assert imported.error.startswith("FileNotFoundError")


def test_what_resembles_what_is_worked_out_before_a_visitor_asks(load, django_assert_num_queries):
    load(TABLE)
    with django_assert_num_queries(1):
        similarity.table_of(Area.Kind.NEIGHBOURHOOD)
