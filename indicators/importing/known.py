"""The mappings that can be used: those of this project, and those that were kept."""

import tomllib
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from content.models import Theme
from indicators.importing import sheets
from indicators.importing.mapping import Mapping
from indicators.importing.problems import Unreadable
from indicators.models import ColumnMapping, Indicator

SHIPPED = Path(__file__).parent / "shipped"
INDICATORS = "indicators.toml"
# Where indicators belong that came along with a mapping.
THEME = {"slug": "kenmerken", "label": "Kenmerken van wijken"}


@dataclass(frozen=True)
class Known:
    """A mapping with its name; `slug` is empty for one that an editor kept."""

    slug: str
    name: str
    mapping: Mapping


def fitting(header):
    """Return the mappings for which a sheet has the columns: of most columns first.

    Of two for as many, one that was kept comes before one of this project.
    """
    found = [
        Known(known.slug, known.name, mapping)
        for known in (*kept(), *shipped())
        if (mapping := known.mapping.in_sheet(header))
    ]
    return sorted(found, key=lambda known: -len(known.mapping.needed))


def best(path):
    """Return the mapping that fits a file best, or None.

    Raises `Unreadable` when the file is no table at all.
    """
    found = [each.mapping for each in fitting(sheets.open_sheet(path).header)]
    for line in header_lines():
        with suppress(Unreadable):
            # A file that is too short to have a header there is none of those.
            found += [each.mapping for each in fitting(sheets.open_sheet(path, line).header)]
    return next(iter(found), None)


def header_lines():
    """Return on which lines mappings of this project look for the names of columns."""
    return sorted({known.mapping.header_line for known in shipped()} - {None})


def kept():
    """Return the mappings that editors used, the last one first (one query)."""
    return [Known("", row.name, Mapping.from_data(row.data)) for row in ColumnMapping.objects.all()]


def keep(name, mapping):
    """Remember a mapping under a name, for the next file with these columns."""
    values = {"data": mapping.as_data(), "used_at": timezone.now()}
    ColumnMapping.objects.update_or_create(name=name, defaults=values)


@cache
def shipped():
    """Return the mappings of this project, for the files of the CBS, the RIVM and others."""
    return tuple(
        Known(slug, data.pop("name"), Mapping.from_data(data))
        for path in sorted(SHIPPED.glob("*.toml"))
        if path.name != INDICATORS
        for slug, data in tomllib.loads(path.read_text(encoding="utf-8")).items()
    )


@cache
def shipped_indicators():
    """Return what this project knows of the indicators in those files, by code."""
    return tomllib.loads((SHIPPED / INDICATORS).read_text(encoding="utf-8"))


@transaction.atomic
def add_indicators(mapping):
    """Create the indicators that a mapping names, this project knows and the site lacks.

    Returns them. They belong to the theme of traits of neighbourhoods, which is made when it is
    not there.
    """
    wanted = {column.indicator for column in mapping.columns}
    wanted -= set(Indicator.objects.values_list("code", flat=True))
    missing = {code: texts for code, texts in shipped_indicators().items() if code in wanted}
    if not missing:
        return []
    theme, _created = Theme.objects.get_or_create(slug=THEME["slug"], defaults=THEME)
    last = Indicator.objects.order_by("-position").values_list("position", flat=True).first() or 0
    return [
        Indicator.objects.create(code=code, theme=theme, position=last + place, **texts)
        for place, (code, texts) in enumerate(missing.items(), start=1)
    ]
