"""What an engine stores of an indicator in an area: a row for each period and each snapshot."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from hashlib import sha256

from search import keys

MEASUREMENT, SNAPSHOT = "measurement", "snapshot"


@dataclass(frozen=True)
class Moment:
    """A figure of the area and that of its comparator: values, or why there is none.

    `gap` is how much the area is above its comparator.
    """

    period: str
    date: str
    value: float | None = None
    missing: str = ""
    comparator_value: float | None = None
    gap: float | None = None


@dataclass(frozen=True)
class Row:
    """A measurement, or a snapshot: that has a `baseline`, a hash, and pages that show it.

    The baseline may come from another delivery.

    Areas and pages are named by code and key, so that neither is written again with a figure.
    """

    id: str
    kind: str
    moment: Moment
    dataset: str
    provisional: bool = False
    comparator: str = ""
    baseline: Moment | None = None
    baseline_dataset: str = ""
    hash: str = ""
    pages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Series:
    """All that is known of an indicator in an area, by their codes.

    `development` is what became of the distance between the area and its comparator (a value
    of `indicators.models.Outcome`), empty where nobody says. `groups` are those that the area or
    its municipality belongs to.
    """

    indicator: str
    area: str
    unit: str = ""
    municipality: str = ""
    groups: tuple[str, ...] = ()
    development: str = ""
    rows: tuple[Row, ...] = ()
    version: int = 0

    @property
    def key(self):
        """Return the key of the series."""
        return keys.of_series(self.indicator, self.area)

    @property
    def fingerprint(self):
        """Return what differs as soon as anything of the series does, but for its version."""
        content = json.dumps(asdict(replace(self, version=0)), sort_keys=True)
        return sha256(content.encode()).hexdigest()[:32]

    def with_version(self, version):
        """Return the same series under another version."""
        return replace(self, version=version)

    def head(self):
        """Return what is the same for every row, as plain values."""
        return {
            "series": self.key,
            "indicator": self.indicator,
            "area": self.area,
            "unit": self.unit,
            "municipality": self.municipality,
            "groups": list(self.groups),
            "development": self.development,
        }

    def stored(self) -> Iterator[dict]:
        """Yield every row as an engine stores it: plain values, those of the head included."""
        for row in self.rows:
            yield self.head() | {
                "id": f"{self.key}:{row.id}",
                "kind": row.kind,
                "dataset": row.dataset,
                "provisional": row.provisional,
                "comparator": row.comparator,
                "hash": row.hash,
                "pages": list(row.pages),
                **asdict(row.moment),
                "baseline": asdict(row.baseline) if row.baseline else None,
                "baseline_dataset": row.baseline_dataset,
            }


def in_order(rows):
    """Return rows as they are read: the measurements by day, then the snapshots."""
    return sorted(rows, key=lambda row: (row["kind"], row["date"], row["id"]))
