"""Figures in a plan: snapshots, which everybody may see and which never change."""

import re

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from indicators import cautions, queries, sentences, tables
from plans.things import Source, Thing

# As in its address.
HASH = re.compile(r"[0-9a-f]{16}")


def find(text, request):
    """Return the snapshot whose address ends in this."""
    if not HASH.fullmatch(text):
        return None
    return queries.snapshots().filter(hash__startswith=text).first()


def shown(numbers, request):
    """Return the snapshots with these numbers as things, by number (five queries at most)."""
    found = list(queries.snapshots().filter(pk__in=numbers)) if numbers else []
    newer = queries.newer_figures(found) if found else {}
    noted = cautions.of(found) if found else {}
    return {snapshot.pk: _thing(snapshot, newer, noted) for snapshot in found}


def named(numbers, user):
    """Return title and address of the snapshots with these numbers, by number."""
    found = queries.snapshots().filter(pk__in=numbers)
    return {snapshot.pk: (str(snapshot), snapshot.get_absolute_url()) for snapshot in found}


def thing(snapshot, request):
    """Return a snapshot as something in a plan, for who is about to put it there."""
    return _thing(snapshot, {}, {})


def _thing(snapshot, newer, noted):
    table = tables.of_snapshot(snapshot)
    return Thing(
        title=f"{snapshot.indicator.name}, {snapshot.area.full_name}",
        label=_("Vastgelegd cijfer"),
        url=snapshot.get_absolute_url(),
        summary=snapshot.indicator.definition,
        sources=tuple(_sources(snapshot)),
        snapshot=snapshot,
        table=table,
        sentence=sentences.table(table),
        newer=newer,
        noted=noted,
    )


def _sources(snapshot):
    for period, dataset in snapshot.origins:
        yield Source(
            title=dataset.title,
            publisher=dataset.source,
            url=dataset.url,
            licence=dataset.licence,
            detail=period,
        )
    day = date_format(localtime(snapshot.taken_at), "j F Y")
    yield Source(
        title=_("Vastgelegd cijfer, %(day)s") % {"day": day},
        url=snapshot.get_absolute_url(),
        detail=_("Controlegetal (SHA-256): %(hash)s") % {"hash": snapshot.hash},
    )
