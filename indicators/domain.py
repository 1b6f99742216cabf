"""Verbs: what changes figures."""

import hashlib

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from indicators import current, readings
from indicators.models import Dataset, IndicatorSnapshot, Measurement


class SnapshotError(ValidationError):
    """A snapshot cannot be taken; the messages stand under the argument that they are about."""


def take_snapshot(*, indicator, area, comparator, baseline, follow_up, dataset, caveat="", by=None):
    """Return a snapshot of an area beside its comparator on two days, as one dataset has them.

    `baseline` and `follow_up` are period dates of measurements. Taking the same figures again
    returns the snapshot that exists, so that its address stays the one to cite. Raises
    `SnapshotError` when a measurement is not there; a measurement without value is.
    """
    fields = snapshot_fields(
        indicator=indicator,
        area=area,
        comparator=comparator,
        baseline=baseline,
        follow_up=follow_up,
        dataset=dataset,
        caveat=caveat,
    )
    said = statement(IndicatorSnapshot(**fields))
    snapshot, _created = IndicatorSnapshot.objects.get_or_create(
        hash=_sha256(said),
        defaults=fields | {"statement": said, "taken_at": timezone.now(), "taken_by": by},
    )
    return snapshot


def snapshot_fields(*, indicator, area, comparator, baseline, follow_up, dataset, caveat=""):
    """Return what a snapshot would hold, or raise `SnapshotError`; nothing is stored."""
    _refuse_what_makes_no_comparison(area, comparator, baseline, follow_up, dataset)
    return _measured(indicator, area, comparator, dataset, baseline, follow_up) | {
        "indicator": indicator,
        "area": area,
        "comparator": comparator,
        "dataset": dataset,
        "caveat": caveat,
    }


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


def _refuse_what_makes_no_comparison(area, comparator, baseline, follow_up, dataset):
    errors = {}
    if comparator == area:
        errors["comparator"] = _("Kies een ander gebied om mee te vergelijken.")
    if baseline >= follow_up:
        errors["follow_up"] = _("Het vervolg ligt niet na het begin. Kies een latere datum.")
    if dataset.status == Dataset.Status.WITHDRAWN:
        errors["dataset"] = _("Deze dataset is ingetrokken. Kies een andere dataset.")
    if dataset.status == Dataset.Status.INCOMING:
        errors["dataset"] = _("Deze dataset wordt nog ingelezen. Kies een andere dataset.")
    if errors:
        raise SnapshotError(errors)


def _measured(indicator, area, comparator, dataset, baseline, follow_up):
    """Return the fields of a snapshot that come from measurements."""
    of_area = _by_date(indicator, area, dataset)
    of_comparator = _by_date(indicator, comparator, dataset) if comparator else None
    fields, errors, provisional = {}, {}, False
    for name, day in (("baseline", baseline), ("follow_up", follow_up)):
        measurement = of_area.get(day)
        beside = of_comparator.get(day) if comparator else None
        if measurement is None:
            errors[name] = _absent(area, day, of_area)
        elif comparator and beside is None:
            errors[name] = _absent(comparator, day, of_comparator)
        else:
            fields |= _moment(name, measurement, beside)
            provisional |= any(row.is_provisional for row in (measurement, beside) if row)
    if errors:
        raise SnapshotError(errors)
    return fields | {"provisional": provisional}


def _by_date(indicator, area, dataset):
    found = Measurement.objects.filter(indicator=indicator, area=area, dataset=dataset)
    found = found.select_related("dataset", "area").order_by("period_date")
    return {row.period_date: readings.of(row) for row in current.as_shown(found)}


def _moment(name, measurement, beside):
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
