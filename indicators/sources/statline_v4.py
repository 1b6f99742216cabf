"""A table in the new service of StatLine: a record for each single figure.

Codes of measures stay the same through the years; a figure that is not published is absent, or
has no `Value` and says why in `ValueAttribute`.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from django.utils.translation import ngettext

from .client import Client
from .columns import tidy, topic
from .delivery import cell
from .dimensions import KINDS, MOST_CONDITIONS, Dimension, in_order, leading_cells
from .odata import PROVISIONAL_SIGN, Choice, Subjects, address, everything, records, unknown_edition
from .pages import Pages
from .wide import Wide

NEXT = "@odata.nextLink"
# What is said of a figure that is there, and of one that is not, whatever stands in its value.
THERE = {"", "None", "Zero"}
NOT_THERE = {"Impossible", "Confidential", "Suppressed", "Missing", "NotAvailable"}


class Table:
    """What the service tells of a table, and how to read its pages."""

    suffix = "-v4"

    def __init__(self, client: Client, url: str, choice: Choice):
        """Ask for all there is to know but the figures; raises SourceError."""
        self._client, self._url, self._choice = client, url, choice
        info = self._info()
        self.title = tidy(info.get("Title"))
        self.edition = _edition(info)
        # Not every table has groups of measures, and none has a list that its index lacks.
        lists = {tidy(one.get("name")) for one in everything(client, url, NEXT)}
        self._dimensions = in_order(
            [
                Dimension(tidy(one.get("Identifier")), tidy(one.get("Title")), one["Kind"])
                for one in self._list("Dimensions")
                if one.get("Kind") in KINDS
            ]
        )
        for dimension in self._dimensions:
            dimension.fill(self._list(f"{dimension.key}Codes"), "Identifier")
        groups = self._list("MeasureGroups") if "MeasureGroups" in lists else []
        self._subjects = Subjects(
            self._dimensions, _topics(self._list("MeasureCodes"), groups), choice
        )
        self._wanted = set(self._subjects.keys)
        self.header = self._subjects.header
        self.provisional = bool(re.search(PROVISIONAL_SIGN, self.title)) or any(
            one.provisional for one in self._dimensions
        )
        self.start = address(f"{url}/Observations", filter=self._condition())
        whole = choice.columns is None and choice.areas.codes is None
        count = info.get("ObservationCount")
        self.total = count if whole and isinstance(count, int) else None
        self._said: Counter[str] = Counter()

    @property
    def remarks(self) -> list[str]:
        """Return in Dutch what was strange in the figures; complete after `rows`."""
        return [
            ngettext(
                "Bij %(count)d cijfer zegt de bron “%(said)s”; het is overgenomen.",
                "Bij %(count)d cijfers zegt de bron “%(said)s”; ze zijn overgenomen.",
                count,
            )
            % {"count": count, "said": said}
            for said, count in sorted(self._said.items())
        ]

    def edition_now(self) -> str:
        """Return when the table was last changed, as the service says now."""
        return _edition(self._info())

    def rows_of(self, data: dict) -> list[dict]:
        """Return the figures on a page of the areas and measures that were asked for."""
        area, areas = self._dimensions[0].key, self._choice.areas
        return [
            one
            for one in records(data)
            if tidy(one.get("Measure")) in self._wanted and tidy(one.get(area)) in areas
        ]

    def next_of(self, data: dict, _url: str) -> object:
        """Return the link to the next page, or None."""
        return data.get(NEXT)

    def rows(self, pages: Pages) -> Iterator[list[str]]:
        """Yield the cells of each row, areas in the order of their list.

        An area without any figure has a row too, as it has in the old service.
        """
        self._said.clear()
        lists = [one.titles for one in self._dimensions]
        wide = Wide(pages.folder / "wide.sqlite3", lists, self._subjects.keys)
        wide.fill(chain([self._areas()], map(self._figures, pages.read())))
        for codes, values in wide.rows():
            yield [*leading_cells(self._dimensions, codes), *values]

    def _areas(self):
        if len(self._dimensions) > 1:
            return []
        codes = self._dimensions[0].titles
        return [((code,), None, "") for code in codes if code in self._choice.areas]

    def _figures(self, data):
        return [
            (
                tuple(tidy(one.get(dimension.key)) for dimension in self._dimensions),
                tidy(one.get("Measure")),
                self._value(one),
            )
            for one in self.rows_of(data)
        ]

    def _value(self, observation):
        said = tidy(observation.get("ValueAttribute"))
        number, text = observation.get("Value"), observation.get("StringValue")
        value = cell(text if number is None else number)
        if said in NOT_THERE:
            return ""
        if value and said not in THERE:
            self._said[said] += 1
        return value

    def _condition(self):
        parts = [self._choice.areas.condition(self._dimensions[0].key)]
        if self._choice.columns is not None and len(self._subjects.keys) <= MOST_CONDITIONS:
            parts.append(" or ".join(f"Measure eq '{key}'" for key in self._subjects.keys))
        return " and ".join(f"({part})" for part in parts if part)

    def _info(self):
        return self._client.get(f"{self._url}/Properties")[1]

    def _list(self, name):
        return everything(self._client, f"{self._url}/{name}", NEXT)


def _edition(info):
    moments = (tidy(info.get("Modified")), tidy(info.get("ObservationsModified")))
    return " ".join(filter(None, moments)) or unknown_edition()


def _topics(measures, measure_groups):
    groups = {one.get("Id"): (one.get("Title"), one.get("ParentId")) for one in measure_groups}
    return [
        topic(
            one.get("Identifier"),
            one.get("Title"),
            one.get("Unit"),
            one.get("MeasureGroupId"),
            groups,
        )
        for one in measures
    ]
