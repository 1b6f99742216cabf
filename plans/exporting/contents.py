"""What every file of a plan says, as plain text: made once, written in four ways."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urljoin

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from indicators import formatting, sentences

# What no XML document can hold, and no reader misses.
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True)
class Table:
    """A table of text; the first cell of each row is its heading."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Part:
    """One item of the plan; `drawn` is the table of figures to draw where drawing is possible."""

    number: int
    title: str
    label: str = ""
    address: str = ""
    summary: str = ""
    sentence: str = ""
    table: Table | None = None
    cautions: tuple[str, ...] = ()
    note: str = ""
    sources: tuple[str, ...] = ()
    hash: str = ""
    drawn: object = None


@dataclass(frozen=True)
class Contents:
    """A plan as somebody may read it on a day."""

    title: str
    introduction: str
    name: str
    read_on: date
    parts: tuple[Part, ...]

    @property
    def about(self):
        """Return who made the plan, where and when it was read."""
        by = [_("Gemaakt door %(name)s") % {"name": self.name}] if self.name else []
        site = f"{settings.WAGTAIL_SITE_NAME} ({settings.BASE_URL})"
        read = _("Overgenomen van %(site)s op %(day)s") % {"site": site, "day": _day(self.read_on)}
        return ". ".join([*by, read]) + "."


def of(plan, entries):
    """Return the contents of a plan, of the entries that the reader may see."""
    today = timezone.localdate()
    return Contents(
        title=plain(plan.title),
        introduction=plain(plan.introduction),
        name=plain(plan.shown_name),
        read_on=today,
        parts=tuple(_part(entry, today) for entry in entries),
    )


def plain(text):
    """Return a text without signs that a document cannot hold."""
    return UNREADABLE.sub("", str(text))


def _part(entry, today):
    thing, note = entry.thing, plain(entry.item.note)
    if thing is None:
        return Part(number=entry.number, title=_("Niet meer beschikbaar"), note=note)
    return Part(
        number=entry.number,
        title=plain(thing.title),
        label=str(thing.label),
        address=thing.address,
        summary=plain(thing.summary),
        sentence=plain(thing.sentence),
        table=_table(thing.table) if thing.table else None,
        cautions=tuple(_cautions(thing)),
        note=note,
        sources=tuple(_line(source, today) for source in thing.sources),
        hash=thing.snapshot.hash if thing.snapshot else "",
        drawn=thing.table,
    )


def _cautions(thing):
    if thing.table is None:
        return
    yield _("Cijfers laten zien wat er veranderde, niet waardoor.")
    yield from map(plain, (*thing.cautions, *thing.table.notes))
    if thing.newer.get(thing.snapshot.pk):
        yield _("Er zijn nieuwere cijfers; die staan op het adres van dit cijfer.")


def _table(table):
    indicator = table.indicator
    header = [_("Periode"), *(area.full_name for area in table.areas)]
    if table.has_distances:
        average = sentences.average_of(table.benchmark)
        header.append(_("Verschil met %(average)s") % {"average": average})
    return Table(
        caption=plain(f"{indicator.short_name}, {table.area.full_name}"),
        header=tuple(map(plain, header)),
        rows=tuple(tuple(map(plain, _row(row, table))) for row in table.rows),
    )


def _row(row, table):
    yield f"{row.period} ({_('voorlopig')})" if row.provisional else row.period
    for figure in (row.figure, *row.comparators):
        yield formatting.figure(figure, table.indicator)
    if table.has_distances:
        yield formatting.distance(row.distance, table.indicator)


def _line(source, today):
    """Return a source as a list has it; the address ends it, so that it can be copied."""
    licence = _("Licentie: %(name)s") % {"name": source.licence} if source.licence else ""
    told = [source.title, source.publisher, source.detail, licence]
    line = " ".join(f"{plain(text).rstrip('.')}." for text in told if text)
    if not source.url:
        return line
    read = {"day": _day(today), "address": urljoin(settings.BASE_URL, source.url)}
    return f"{line} {_('Gelezen op %(day)s: %(address)s') % read}"


def _day(day):
    return date_format(day, "j F Y")
