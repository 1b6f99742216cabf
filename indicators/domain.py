"""Verbs: what changes figures."""

import hashlib

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from indicators import current, readings
from indicators.models import Dataset, IndicatorSnapshot, Measurement

DO_NOT_COUNT = {
    Dataset.Status.WITHDRAWN: gettext_lazy("Deze dataset is ingetrokken. Kies een andere dataset."),
    Dataset.Status.INCOMING: gettext_lazy(
        "Deze dataset wordt nog ingelezen. Kies een andere dataset."
    ),
}
MIXED = gettext_lazy(
    "De ene dataset is een verzonnen voorbeeld, de andere heeft echte cijfers. Kies twee van "
    "dezelfde soort."
)


class SnapshotError(ValidationError):
    """A snapshot cannot be taken; the messages stand under the argument that they are about."""


def take_snapshot(*, by=None, **chosen):
    """Return a snapshot of an area beside its comparator on two days, as deliveries have them.

    What is chosen are the arguments of `snapshot_fields`. Taking the same figures again returns
    the snapshot that exists, so that its address stays the one to cite. Raises `SnapshotError`
    when a measurement is not there; a measurement without value is.
    """
    fields = snapshot_fields(**chosen)
    said = statement(IndicatorSnapshot(**fields))
    snapshot, _created = IndicatorSnapshot.objects.get_or_create(
        hash=_sha256(said),
        defaults=fields | {"statement": said, "taken_at": timezone.now(), "taken_by": by},
    )
    return snapshot


def snapshot_fields(
    *,
    indicator,
    area,
    comparator,
    baseline,
    follow_up,
    dataset,
    baseline_dataset=None,
    caveat="",
):
    """Return what a snapshot would hold, or raise `SnapshotError`; nothing is stored.

    `baseline` and `follow_up` are period dates of measurements in `dataset`; those of the baseline
    may stand in another delivery. At either moment area and comparator come from the same one.
    """
    if baseline_dataset == dataset:
        # One delivery is written down in one way, so that the same figures have the same hash.
        baseline_dataset = None
    deliveries = {"baseline_dataset": baseline_dataset, "dataset": dataset}
    _refuse_what_makes_no_comparison(area, comparator, baseline, follow_up, deliveries)
    days = {"baseline": (baseline, baseline_dataset or dataset), "follow_up": (follow_up, dataset)}
    fields = {"indicator": indicator, "area": area, "comparator": comparator, "caveat": caveat}
    return _measured(indicator, area, comparator, days) | fields | deliveries


def fingerprint(snapshot):
    """Return the SHA-256 of everything that a snapshot says now, in hexadecimal."""
    return _sha256(statement(snapshot))


def statement(snapshot):
    """Return everything that a snapshot says now as lines of text: what its hash is taken of.

    One that was taken keeps that text. This differs from it once a code or a title has changed.
    """
    lines = [
        f"indicator={snapshot.indicator.code}",
        f"area={snapshot.area.code}",
        f"comparator={snapshot.comparator.code if snapshot.comparator else ''}",
        f"dataset={snapshot.dataset.title}",
    ]
    if snapshot.baseline_dataset:
        # Of one delivery there is no such line: those taken before there could be two keep theirs.
        lines.append(f"baseline_dataset={snapshot.baseline_dataset.title}")
    for name, moment in zip(("baseline", "follow_up"), snapshot.moments, strict=True):
        lines += [
            f"{name}={moment.date:%Y-%m-%d} {moment.period}",
            f"{name}.area={_written(moment.area)}",
            f"{name}.comparator={_written(moment.comparator)}",
        ]
    lines += [f"provisional={snapshot.provisional}", f"caveat={' '.join(snapshot.caveat.split())}"]
    return "\n".join(lines)


def _sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def _written(figure):
    if figure is None:
        return ""
    # A value read from the database has three decimals, one that was just given may have none.
    return figure.missing or f"{figure.value:.3f}"


def _refuse_what_makes_no_comparison(area, comparator, baseline, follow_up, deliveries):
    errors = _not_to_be_used(deliveries)
    if comparator == area:
        errors["comparator"] = _("Kies een ander gebied om mee te vergelijken.")
    if baseline >= follow_up:
        errors["follow_up"] = _("Het vervolg ligt niet na het begin. Kies een latere datum.")
    if errors:
        raise SnapshotError(errors)


def _not_to_be_used(deliveries):
    """Return what is wrong with figures that do not count, or invented ones beside real ones."""
    named = {name: dataset for name, dataset in deliveries.items() if dataset}
    errors = {
        name: DO_NOT_COUNT[dataset.status]
        for name, dataset in named.items()
        if dataset.status in DO_NOT_COUNT
    }
    if not errors and len({dataset.kind == Dataset.Kind.EXAMPLE for dataset in named.values()}) > 1:
        errors["baseline_dataset"] = MIXED
    return errors


def _measured(indicator, area, comparator, days):
    """Return the fields of a snapshot that come from measurements.

    `days` has the day of each moment, and the delivery to look in.
    """
    places = [area, comparator] if comparator else [area]
    known = {
        dataset: [_by_date(indicator, place, dataset) for place in places]
        for dataset in dict.fromkeys(dataset for _day, dataset in days.values())
    }
    fields, errors, provisional = {}, {}, False
    for name, (day, dataset) in days.items():
        found = [rows.get(day) for rows in known[dataset]]
        if None in found:
            lacking = found.index(None)
            errors[name] = _absent(places[lacking], day, known[dataset][lacking])
            continue
        fields |= _moment(name, *found)
        provisional |= any(row.is_provisional for row in found)
    if errors:
        raise SnapshotError(errors)
    return fields | {"provisional": provisional}


def _by_date(indicator, area, dataset):
    found = Measurement.objects.filter(indicator=indicator, area=area, dataset=dataset)
    found = found.select_related("dataset", "area").order_by("period_date")
    return {row.period_date: readings.of(row) for row in current.as_shown(found)}


def _moment(name, measurement, beside=None):
    fields = {
        f"{name}_period": measurement.period,
        f"{name}_date": measurement.period_date,
        f"{name}_value": measurement.value,
        f"{name}_missing": measurement.figure.missing,
    }
    if beside:
        fields |= {
            f"{name}_comparator_value": beside.value,
            f"{name}_comparator_missing": beside.figure.missing,
        }
    return fields


def _absent(area, day, present):
    message = _("In deze dataset staat geen meting van %(area)s op %(day)s.") % {
        "area": area.full_name,
        "day": date_format(day),
    }
    if not present:
        return message
    days = ", ".join(f"{date_format(day)} ({found.period})" for day, found in present.items())
    return f"{message} " + _("Wel op: %(days)s.") % {"days": days}
