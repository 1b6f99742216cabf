"""Verbs: what changes programmes and their reports."""

import hashlib
import json

from django.db import transaction
from django.utils import timezone

from programmes.models import ProgressReportPage, ReportEdition
from programmes.reporting import composing

# How the content of an edition is laid out. Editions are for ever, so what shows them has to read
# every layout there ever was: tests/programmes/editions/ keeps one of each.
LAYOUT = 1


@transaction.atomic
def make_edition(report, by=None, renew=False):
    """Return the edition of a report as it stands, made of what the last one does not hold yet.

    What the last edition shows of a choice stays as it is, so that publishing a correction of
    the text changes no figure; `renew` composes all of it anew. When nothing differs from the
    last edition, that is returned.
    """
    # Two who publish at once make two editions, one after the other.
    ProgressReportPage.objects.select_for_update().get(pk=report.pk)
    last = report.editions.first()
    content = _content(report, {} if renew or last is None else kept_by_choice(last))
    if last and last.content == content:
        return last
    number = last.number + 1 if last else 1
    return ReportEdition.objects.create(
        report=report,
        number=number,
        content=content,
        made_at=timezone.now(),
        made_by=by,
        hash=hashlib.sha256(statement(number, content).encode()).hexdigest(),
    )


def kept_by_choice(edition):
    """Return the parts of an edition by what was chosen."""
    return {part["key"]: part for part in edition.content["parts"].values()}


def statement(number, content):
    """Return everything that an edition says as text: what its hash is taken of."""
    return json.dumps(
        {"number": number} | content, ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )


def _content(report, kept):
    body = report.body.get_prep_value()
    parts = {
        block.id: kept.get(composing.key(block)) or composing.part(block)
        for block in report.body
        if composing.key(block)
    }
    content = {
        "layout": LAYOUT,
        "title": report.title,
        "summary": report.summary,
        "period": report.period,
        "date": report.date.isoformat(),
        "date_label": report.date_label,
        "addressed_to": report.addressed_to,
        "body": body,
        "sources": report.sources.get_prep_value(),
        "parts": parts,
    }
    # As it comes back from the database, so that two of them can be compared.
    return json.loads(json.dumps(content, default=str))
