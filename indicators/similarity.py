"""Which areas resemble one: those whose latest figures lie nearest, whatever their size of unit.

Every figure is written as how far it lies from the middle of all areas of its kind, so that a
house value and a percentage count alike. Two areas are compared over the figures that both have;
with too few of those nothing is said of them.
"""

import logging
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from django.core.cache import caches
from django.db.models import FloatField
from django.db.models.functions import Cast

from content.models import Area, Theme
from indicators import changes, current
from indicators.models import FEW_PEOPLE, Dataset, Indicator, Measurement

log = logging.getLogger(__name__)

CACHE = "resemblance"
# Raised when it is worked out otherwise: what is kept outlives a release.
SHAPE = 1
# What an area is found by, and by which theme, is part of it too.
MADE_OF = (*changes.FIGURES, Area, Theme)
# Of a group or a country nobody asks what it resembles.
COMPARED = (Area.Kind.NEIGHBOURHOOD, Area.Kind.MUNICIPALITY)
# So many figures two areas must have in common, and half of those that the asking area has.
LEAST = 3
# An indicator that fewer areas have tells nothing of what is common.
FEWEST_AREAS = 5
# What lies further out counts no more than this: one strange figure must not decide.
FURTHEST = 3.0


@dataclass(frozen=True)
class Shared:
    """A figure that two areas have, and how far apart they are in standard deviations."""

    indicator: str
    own: float
    other: float
    apart: float


@dataclass(frozen=True)
class Alike:
    """An area that resembles another; `shared` holds what they have in common, nearest first."""

    code: str
    distance: float
    shared: tuple[Shared, ...]


class Table:
    """The latest figures of areas of one kind: a row per area, a column per indicator."""

    def __init__(self, codes, indicators, values, themes=None):
        self.codes = codes
        self.indicators = indicators
        self.themes = np.array(themes or [""] * len(indicators))
        self.values = values
        self.rows = {code: row for row, code in enumerate(codes)}
        self.standard = _standardised(values)

    def like(self, code, limit=10, themes=()):
        """Return the areas that resemble one, most alike first; of all themes or these alone."""
        row = self.rows.get(code)
        if row is None:
            return []
        columns = np.isin(self.themes, list(themes)) if themes else slice(None)
        standard = self.standard[:, columns]
        distances = _distances(standard, row)
        nearest = _smallest(distances, limit)
        places = np.arange(len(self.indicators))[columns]
        return [self._alike(row, n, float(distances[n]), places) for n in nearest]

    def themes_of(self, code):
        """Return the themes of which an area has figures enough to be compared by those alone."""
        row = self.rows.get(code)
        if row is None:
            return []
        known = Counter(self.themes[~np.isnan(self.standard[row])].tolist())
        return sorted(theme for theme, count in known.items() if theme and count >= LEAST)

    def _alike(self, row, other, distance, places):
        apart = np.abs(self.standard[row] - self.standard[other])
        shared = [n for n in places if not np.isnan(apart[n])]
        return Alike(
            code=self.codes[other],
            distance=distance,
            shared=tuple(
                Shared(
                    self.indicators[n],
                    float(self.values[row, n]),
                    float(self.values[other, n]),
                    float(apart[n]),
                )
                for n in sorted(shared, key=lambda n: apart[n])
            ),
        )


def table_of(kind):
    """Return the latest figures of the areas of a kind (one query, two more after a change)."""
    return _table(kind, changes.stamp(MADE_OF))


def forget():
    """Read the figures anew for the next question; tests that share a database need it."""
    _table.cache_clear()


def prepare():
    """Work out what resembles what once a file was loaded, so that no visitor waits for it."""
    for kind in COMPARED:
        table_of(kind)


@lru_cache(maxsize=8)
def _table(kind, stamp):
    """Return what was worked out of the figures of this stamp, by whichever process came first."""
    name = "-".join(map(str, (SHAPE, kind, *stamp))).replace(" ", "-")
    found = _with_the_others(lambda shared: shared.get(name))
    if found is None:
        found = _worked_out(kind)
        _with_the_others(lambda shared: shared.set(name, found))
    return Table(*found)


def _with_the_others(act):
    """Do something with what processes share: a full disk keeps nobody from an answer."""
    try:
        return act(caches[CACHE])
    except OSError:
        log.exception("What resembles what is not shared; every process works it out by itself.")
        return None


def _worked_out(kind):
    """Return the figures as plain data, which the next release reads as well."""
    latest = {}
    rows = _measured().filter(area__kind=kind).order_by("period_date", "pk")
    rows = rows.annotate(number=Cast("value", FloatField()))
    for code, indicator, value in rows.values_list("area__code", "indicator", "number"):
        latest[code, indicator] = value
    codes = sorted({code for code, _indicator in latest})
    columns = _columns(latest)
    values = np.full((len(codes), len(columns)), np.nan)
    row_of = {code: row for row, code in enumerate(codes)}
    column_of = {indicator.pk: column for column, indicator in enumerate(columns)}
    for (code, indicator), value in latest.items():
        if indicator in column_of:
            values[row_of[code], column_of[indicator]] = value
    themes = [indicator.theme.slug for indicator in columns]
    return codes, [indicator.code for indicator in columns], values, themes


def _columns(latest):
    numbers = Counter(indicator for _code, indicator in latest)
    common = [number for number, areas in numbers.items() if areas >= FEWEST_AREAS]
    found = Indicator.objects.filter(pk__in=common).select_related("theme")
    return list(found.order_by("position", "code"))


def _measured():
    real = current.of_current_deliveries(Measurement.objects.filter(value__isnull=False))
    return real.exclude(FEW_PEOPLE).exclude(dataset__kind=Dataset.Kind.EXAMPLE)


def _standardised(values):
    if not values.size:
        return values
    middle, spread = _nan_free(np.nanmean, values), _nan_free(np.nanstd, values)
    # A figure that is the same everywhere makes nobody alike or different.
    spread = np.where(spread > 0, spread, np.nan)
    return np.clip((values - middle) / spread, -FURTHEST, FURTHEST)


def _nan_free(measure, values):
    """Return a measure per column, of those that have any value."""
    found = np.full(values.shape[1], np.nan)
    filled = ~np.isnan(values).all(axis=0)
    found[filled] = measure(values[:, filled], axis=0)
    return found


def _distances(standard, row):
    own = standard[row]
    known = ~np.isnan(own)
    apart = standard[:, known] - own[known]
    both = ~np.isnan(apart)
    common = both.sum(axis=1)
    squares = np.square(np.where(both, apart, 0.0)).sum(axis=1)
    enough = common >= max(LEAST, int(np.ceil(known.sum() / 2)))
    distances = np.full(len(standard), np.inf)
    np.divide(squares, common, out=distances, where=enough)
    distances[row] = np.inf
    return np.sqrt(distances)


def _smallest(distances, limit):
    """Return the numbers of the smallest distances, in order; the first of equals first."""
    finite = np.flatnonzero(np.isfinite(distances))
    if len(finite) > limit:
        edge = np.partition(distances[finite], limit - 1)[limit - 1]
        finite = finite[distances[finite] <= edge]
    return finite[np.argsort(distances[finite], kind="stable")][:limit]
