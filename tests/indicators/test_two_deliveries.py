"""A snapshot of which the begin comes from another delivery than the end."""

import pytest
from django.db.models import ProtectedError

from content.models import AreaCode
from indicators import cautions, queries, taking
from indicators.domain import SnapshotError, fingerprint
from indicators.models import Dataset, IndicatorSnapshot, Measurement
from tests.factories import DatasetFactory
from tests.indicators.conftest import IN_2016, IN_2018


def refused(take, **changes):
    with pytest.raises(SnapshotError) as error:
        take(**changes)
    assert not IndicatorSnapshot.objects.exists()
    return error.value.message_dict


def become(dataset, **fields):
    Dataset.objects.filter(pk=dataset.pk).update(**fields)
    dataset.refresh_from_db()


def told(snapshot):
    return cautions.of([snapshot])[snapshot.pk]


def newer(snapshot):
    """Return what is newer than a snapshot, and see that it is found among the outdated too."""
    snapshot = IndicatorSnapshot.objects.get(pk=snapshot.pk)
    rows = queries.newer_figures([snapshot])[snapshot.pk]
    assert queries.outdated_snapshots() == ([snapshot.pk] if rows else [])
    return [(row.period, int(row.figure.value), row.dataset.title) for row in rows]


def test_each_moment_holds_the_figures_of_its_own_delivery(take_of_two, of_2016, of_2018):
    take_of_two()
    before, after = IndicatorSnapshot.objects.get().moments
    assert (before.period, before.date, before.dataset) == ("2016", IN_2016, of_2016)
    assert (before.area.value, before.comparator.value) == (28, 41)
    assert (after.period, after.date, after.dataset) == ("2018", IN_2018, of_2018)
    assert (after.area.value, after.comparator.value) == (33, 43)


def test_the_text_of_the_hash_names_both_deliveries(take_of_two):
    snapshot = take_of_two()
    assert snapshot.statement.splitlines()[3:6] == [
        "dataset=Kerncijfers 2018",
        "baseline_dataset=Kerncijfers 2016",
        "baseline=2016-12-31 2016",
    ]
    assert fingerprint(IndicatorSnapshot.objects.get()) == snapshot.hash
    assert take_of_two() == snapshot


def test_one_delivery_named_twice_is_one_delivery(take, report):
    once = take()
    assert take(baseline_dataset=report) == once
    assert IndicatorSnapshot.objects.get().baseline_dataset is None


def test_a_provisional_begin_makes_it_provisional(take_of_two, of_2016):
    become(of_2016, status=Dataset.Status.PROVISIONAL)
    assert take_of_two().provisional is True


def test_what_stands_beside_a_figure_is_of_the_same_delivery(
    take_of_two, measure, amsterdam, of_2016
):
    Measurement.objects.filter(area=amsterdam, dataset=of_2016).delete()
    measure(amsterdam, IN_2016, "2016", 41, dataset=DatasetFactory(title="Andere telling"))
    assert refused(take_of_two) == {
        "baseline": ["In deze dataset staat geen meting van Amsterdam op 31 december 2016."]
    }


@pytest.mark.parametrize(
    ("status", "message"),
    [
        ("withdrawn", "Deze dataset is ingetrokken. Kies een andere dataset."),
        ("incoming", "Deze dataset wordt nog ingelezen. Kies een andere dataset."),
    ],
)
@pytest.mark.parametrize("name", ["dataset", "baseline_dataset"])
def test_a_delivery_that_does_not_count_is_refused(take_of_two, name, status, message):
    dataset = DatasetFactory(status=status)
    assert refused(take_of_two, **{name: dataset}) == {name: [message]}


@pytest.mark.parametrize("invented", ["of_2016", "of_2018"])
def test_invented_figures_are_not_put_beside_real_ones(take_of_two, invented, request):
    become(request.getfixturevalue(invented), kind=Dataset.Kind.EXAMPLE)
    assert refused(take_of_two) == {
        "baseline_dataset": [
            "De ene dataset is een verzonnen voorbeeld, de andere heeft echte cijfers. "
            "Kies twee van dezelfde soort."
        ]
    }


def test_two_deliveries_of_invented_figures_may_be_put_together(take_of_two, of_2016, of_2018):
    for dataset in (of_2016, of_2018):
        become(dataset, kind=Dataset.Kind.EXAMPLE)
    assert take_of_two().baseline_dataset == of_2016


def test_the_end_comes_after_the_begin(take_of_two, of_2016, of_2018):
    changes = {
        "baseline": IN_2018,
        "baseline_dataset": of_2018,
        "follow_up": IN_2016,
        "dataset": of_2016,
    }
    assert refused(take_of_two, **changes) == {
        "follow_up": ["Het vervolg ligt niet na het begin. Kies een latere datum."]
    }


TWO = "Begin en vervolg komen uit twee leveringen: ‘Kerncijfers 2016’ en ‘Kerncijfers 2018’."


def test_it_says_that_there_are_two_deliveries(take, take_of_two):
    assert told(take_of_two()) == [TWO]
    assert told(take()) == []


@pytest.mark.parametrize(
    ("name", "title"), [("dataset", "Kerncijfers 2018"), ("baseline_dataset", "Kerncijfers 2016")]
)
def test_it_says_which_delivery_was_withdrawn(take_of_two, name, title):
    snapshot = take_of_two()
    become(getattr(snapshot, name), status=Dataset.Status.WITHDRAWN)
    note = f"De levering ‘{title}’ is ingetrokken. De cijfers daaruit tellen niet meer mee."
    assert told(snapshot) == [TWO, note]


def test_of_one_delivery_it_is_said_too_to_an_editor_as_well(take):
    snapshot = take()
    become(snapshot.dataset, status=Dataset.Status.WITHDRAWN)
    note = "De levering ‘Rapport’ is ingetrokken. De cijfers daaruit tellen niet meer mee."
    assert told(snapshot) == [note]
    assert note in taking.in_words(snapshot, (), may_take=False)


def test_it_says_that_another_source_may_count_differently(take_of_two, of_2018):
    become(of_2018, source="Gemeente Amsterdam")
    assert told(take_of_two()) == [
        TWO,
        "Van Oost (Amsterdam) en Amsterdam zijn de cijfers van 2016 en 2018 niet goed te "
        "vergelijken: een andere bron telt misschien anders.",
    ]


def test_it_says_whose_borders_changed(take_of_two, oost, amsterdam):
    for area, code, *years in (
        (oost, "WK036330", 2016, 2017),
        (oost, "WK0363MD", 2018, 2024),
        (amsterdam, "GM0363", 2016, 2024),
    ):
        AreaCode.objects.create(area=area, code=code, first_year=years[0], last_year=years[1])
    assert told(take_of_two()) == [
        TWO,
        "Van Oost (Amsterdam) zijn de cijfers van 2016 en 2018 niet goed te vergelijken: "
        "de grenzen veranderden.",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_what_is_said_of_snapshots_costs_one_query(
    take_of_two, oost, number, django_assert_num_queries
):
    for count in range(number):
        take_of_two(caveat=str(count))
    snapshots = list(queries.snapshots())
    with django_assert_num_queries(1):
        assert list(cautions.of(snapshots).values()) == [[TWO]] * number


def test_of_one_delivery_it_costs_none(take, django_assert_num_queries):
    snapshots = [take()]
    with django_assert_num_queries(0):
        cautions.of(snapshots)


def test_nothing_is_newer_than_two_deliveries_that_count(take_of_two):
    assert newer(take_of_two()) == []


def test_another_delivery_of_the_same_day_is_no_correction(take_of_two, measure, oost):
    snapshot = take_of_two()
    measure(oost, IN_2016, "2016", 30, dataset=DatasetFactory(title="Andere telling"))
    assert newer(snapshot) == []


def test_a_correction_of_the_begin_is_newer_and_the_same_figure_anew_is_not(
    take_of_two, measure, oost, of_2016
):
    snapshot = take_of_two()
    corrected = DatasetFactory(title="Kerncijfers 2016, herzien", supersedes=of_2016)
    figure = measure(oost, IN_2016, "2016", 28, dataset=corrected)
    assert newer(snapshot) == []
    figure.value = 27
    figure.save()
    assert newer(snapshot) == [("2016", 27, "Kerncijfers 2016, herzien")]


def test_a_later_year_is_newer_beside_the_city_of_the_same_delivery(
    take_of_two, measure, oost, amsterdam
):
    snapshot = take_of_two()
    later, other = DatasetFactory(title="Kerncijfers 2020"), DatasetFactory(title="Andere telling")
    day = IN_2018.replace(year=2020)
    measure(oost, day, "2020", 36, dataset=later)
    for dataset, value in ((later, 44), (other, 60)):
        measure(amsterdam, day, "2020", value, dataset=dataset)
    assert newer(snapshot) == [("2020", 36, "Kerncijfers 2020")]
    (row,) = queries.newer_figures([snapshot])[snapshot.pk]
    assert (row.comparators[0].value, row.distance) == (44, -8)


def test_real_figures_are_news_beside_an_invented_one(take_of_two, measure, oost, of_2016, of_2018):
    for dataset in (of_2016, of_2018):
        become(dataset, kind=Dataset.Kind.EXAMPLE)
    snapshot = take_of_two()
    measure(oost, IN_2018, "2018", 31, dataset=DatasetFactory(title="Kerncijfers"))
    assert newer(snapshot) == [("2018", 31, "Kerncijfers")]


@pytest.mark.parametrize("name", ["dataset", "baseline_dataset"])
def test_neither_delivery_can_be_removed(take_of_two, name):
    with pytest.raises(ProtectedError):
        getattr(take_of_two(), name).delete()
