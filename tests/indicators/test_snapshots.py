"""Taking snapshots: what they hold, that they never change, and what is refused."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError

from indicators.domain import SnapshotError, fingerprint, statement
from indicators.models import Dataset, IndicatorSnapshot, Measurement
from tests.factories import MunicipalityFactory
from tests.indicators.conftest import END, START


def messages(error):
    return error.value.message_dict


def test_a_snapshot_holds_both_moments_of_area_and_comparator(take, eva):
    taken = take(caveat="Geen bewijs.", by=eva)
    snapshot = IndicatorSnapshot.objects.get()
    assert snapshot == taken
    before, after = snapshot.moments
    assert (before.period, before.date) == ("oktober 2006", START)
    assert (before.area.value, before.comparator.value) == (Decimal(28), Decimal(41))
    assert (after.period, after.date) == ("oktober 2012", END)
    assert (after.area.value, after.comparator.value) == (Decimal(38), None)
    assert (snapshot.caveat, snapshot.taken_by, snapshot.provisional) == (
        "Geen bewijs.",
        eva,
        False,
    )


def test_a_missing_value_has_its_reason(take):
    _before, after = take().moments
    assert after.area.reason == ""
    assert after.comparator.reason == "niet genoemd in het rapport"


def test_without_comparator_there_is_nothing_beside_the_area(take):
    assert [moment.comparator for moment in take(comparator=None).moments] == [None, None]


def test_taking_the_same_again_returns_the_snapshot_that_exists(take, eva):
    assert take() == take(by=eva)
    assert IndicatorSnapshot.objects.count() == 1


def test_whole_numbers_and_decimals_are_the_same_value(take, oost):
    first = take()
    Measurement.objects.filter(area=oost, period_date=END).update(value=Decimal("38.000"))
    assert take() == first


@pytest.mark.parametrize(
    "change", [{"value": 39}, {"provisional": True}, {"period": "najaar 2012"}]
)
def test_another_value_makes_another_snapshot(take, oost, change):
    first = take()
    Measurement.objects.filter(area=oost, period_date=END).update(**change)
    second = take()
    assert second.hash != first.hash
    assert second.get_absolute_url() != first.get_absolute_url()
    assert IndicatorSnapshot.objects.count() == 2


def test_another_caveat_makes_another_snapshot(take):
    assert take(caveat="Let op.").hash != take().hash


def test_the_hash_is_taken_of_everything_the_snapshot_says(take):
    snapshot = take(caveat="Eén getal ontbreekt.")
    assert statement(IndicatorSnapshot.objects.get()).splitlines() == [
        "indicator=havo-vwo",
        "area=AW04",
        "comparator=GM0363",
        "dataset=Rapport",
        "baseline=2006-10-01 oktober 2006",
        "baseline.area=28.000",
        "baseline.comparator=41.000",
        "follow_up=2012-10-01 oktober 2012",
        "follow_up.area=38.000",
        "follow_up.comparator=not-reported",
        "provisional=False",
        "caveat=Eén getal ontbreekt.",
    ]
    assert fingerprint(IndicatorSnapshot.objects.get()) == snapshot.hash
    # As it was when the first snapshots were taken: their addresses are cited.
    assert snapshot.hash == "c17a18cdda0b7f3b375fbd1300bb7090b7f445449c28fcb8ad83fac48dc7bdb3"


@pytest.mark.parametrize("whose", ["oost", "amsterdam"])
def test_a_provisional_figure_makes_the_snapshot_provisional(take, whose, request):
    Measurement.objects.filter(area=request.getfixturevalue(whose)).update(provisional=True)
    assert take().provisional is True


def test_a_provisional_dataset_makes_the_snapshot_provisional(take, report):
    report.status = Dataset.Status.PROVISIONAL
    report.save()
    assert take().provisional is True


def test_the_area_is_not_measured_on_that_day(take):
    with pytest.raises(SnapshotError) as error:
        take(baseline=date(2007, 1, 1))
    assert messages(error) == {
        "baseline": [
            "In deze dataset staat geen meting van Oost (Amsterdam) op 1 januari 2007. "
            "Wel op: 1 oktober 2006 (oktober 2006), 1 oktober 2012 (oktober 2012)."
        ]
    }
    assert IndicatorSnapshot.objects.count() == 0


def test_the_comparator_is_not_measured_at_all(take):
    with pytest.raises(SnapshotError) as error:
        take(comparator=MunicipalityFactory(name="Utrecht"))
    assert messages(error) == {
        "baseline": ["In deze dataset staat geen meting van Utrecht op 1 oktober 2006."],
        "follow_up": ["In deze dataset staat geen meting van Utrecht op 1 oktober 2012."],
    }


def test_what_makes_no_comparison_is_refused(take, oost, report):
    report.status = Dataset.Status.WITHDRAWN
    with pytest.raises(SnapshotError) as error:
        take(comparator=oost, baseline=END, follow_up=END)
    assert messages(error) == {
        "comparator": ["Kies een ander gebied om mee te vergelijken."],
        "follow_up": ["Het vervolg ligt niet na het begin. Kies een latere datum."],
        "dataset": ["Deze dataset is ingetrokken. Kies een andere dataset."],
    }


def test_a_snapshot_does_not_change_when_the_measurements_do(take, oost):
    snapshot = take()
    Measurement.objects.filter(area=oost).update(value=99)
    assert IndicatorSnapshot.objects.get(pk=snapshot.pk).follow_up_value == 38


def change_and_save(snapshot):
    snapshot.follow_up_value = 99
    snapshot.save()


def change_one_field(snapshot):
    snapshot.follow_up_value = 99
    snapshot.save(update_fields=["follow_up_value"])


def update_all(snapshot):
    IndicatorSnapshot.objects.filter(pk=snapshot.pk).update(follow_up_value=99)


def update_in_bulk(snapshot):
    snapshot.follow_up_value = 99
    IndicatorSnapshot.objects.bulk_update([snapshot], ["follow_up_value"])


@pytest.mark.parametrize("change", [change_and_save, change_one_field, update_all, update_in_bulk])
def test_a_snapshot_cannot_be_changed(take, change):
    snapshot = take()
    with pytest.raises(ValidationError) as error:
        change(snapshot)
    assert error.value.messages == [
        "Een vastgelegd cijfer verandert niet. Leg een nieuw cijfer vast."
    ]
    assert IndicatorSnapshot.objects.get().follow_up_value == 38


def test_a_snapshot_cannot_be_replaced_under_its_number(take):
    snapshot = take()
    other = IndicatorSnapshot(
        pk=snapshot.pk,
        indicator=snapshot.indicator,
        area=snapshot.area,
        dataset=snapshot.dataset,
        baseline_date=START,
        follow_up_date=END,
        taken_at=snapshot.taken_at,
        hash="0" * 64,
    )
    with pytest.raises(IntegrityError):
        other.save()


@pytest.mark.parametrize(
    "remove",
    [
        lambda snapshot: snapshot.delete(),
        lambda snapshot: IndicatorSnapshot.objects.all().delete(),
        lambda snapshot: IndicatorSnapshot.objects.filter(pk=snapshot.pk).delete(),
    ],
)
def test_a_snapshot_cannot_be_removed_used_or_not(take, remove):
    snapshot = take()
    with pytest.raises(ValidationError) as error:
        remove(snapshot)
    assert error.value.messages == [
        "Een vastgelegd cijfer blijft bestaan: iemand kan ernaar verwijzen."
    ]
    assert IndicatorSnapshot.objects.get() == snapshot


@pytest.mark.parametrize("name", ["indicator", "area", "comparator", "dataset"])
def test_what_a_snapshot_refers_to_cannot_be_removed(take, name):
    with pytest.raises(ProtectedError):
        getattr(take(), name).delete()


def test_a_snapshot_outlives_the_account_that_took_it(take, eva):
    take(by=eva)
    eva.delete()
    assert IndicatorSnapshot.objects.get().taken_by is None
