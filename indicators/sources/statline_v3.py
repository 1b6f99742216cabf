"""A table in the old service of StatLine: a record for each area, a key for each subject.

Keys end in a number that moves between the years (`AantalInwoners_5`), so columns go by the
titles in `DataProperties`. Codes are padded with spaces; null is a figure that is not published.
"""

import re
from collections.abc import Iterator

from .client import Client
from .columns import tidy, topic
from .delivery import cell
from .dimensions import KINDS, Dimension, in_order, leading_cells
from .odata import PROVISIONAL_SIGN, Choice, Subjects, address, everything, records, unknown_edition
from .pages import Pages

NEXT = "odata.nextLink"


class Table:
    """What the service tells of a table, and how to read its pages."""

    suffix = ""

    def __init__(self, client: Client, url: str, choice: Choice):
        """Ask for all there is to know but the figures; raises SourceError."""
        self._client, self._url, self._areas = client, url, choice.areas
        info = self._info()
        self.title = tidy(info.get("Title"))
        self.edition = _edition(info)
        properties = self._list("DataProperties")
        self._dimensions = in_order(
            [
                Dimension(tidy(one.get("Key")), tidy(one.get("Title")), one["Type"])
                for one in properties
                if one.get("Type") in KINDS
            ]
        )
        for dimension in self._dimensions:
            dimension.fill(self._list(dimension.key), "Key")
        self._subjects = Subjects(self._dimensions, _topics(properties), choice)
        self.header = self._subjects.header
        signs = f"{self.title} {tidy(info.get('Period'))}"
        self.provisional = bool(re.search(PROVISIONAL_SIGN, signs)) or any(
            one.provisional for one in self._dimensions
        )
        self.start = address(
            f"{url}/TypedDataSet",
            format="json",
            select=",".join(self._selection(choice)),
            filter=choice.areas.condition(self._area_key),
        )
        alone = len(self._dimensions) == 1 and choice.areas.codes is None
        self.total = len(self._dimensions[0].titles) if alone else None
        self.remarks: list[str] = []

    def edition_now(self) -> str:
        """Return when the table was last changed, as the service says now."""
        return _edition(self._info())

    def rows_of(self, data: dict) -> list[dict]:
        """Return the records on a page of the areas that were asked for."""
        return [row for row in records(data) if tidy(row.get(self._area_key)) in self._areas]

    def next_of(self, data: dict, _url: str) -> object:
        """Return the link to the next page, or None."""
        return data.get(NEXT)

    def rows(self, pages: Pages) -> Iterator[list[str]]:
        """Yield the cells of each row."""
        for data in pages.read():
            for row in self.rows_of(data):
                codes = [tidy(row.get(one.key)) for one in self._dimensions]
                figures = [cell(row.get(key)) for key in self._subjects.keys]
                yield [*leading_cells(self._dimensions, codes), *figures]

    @property
    def _area_key(self):
        return self._dimensions[0].key

    def _selection(self, choice):
        if choice.columns is None:
            return []
        return [*(one.key for one in self._dimensions), *self._subjects.keys]

    def _info(self):
        return next(iter(self._list("TableInfos")), {})

    def _list(self, name):
        return everything(self._client, address(f"{self._url}/{name}", format="json"), NEXT)


def _edition(info):
    return tidy(info.get("Modified")) or unknown_edition()


def _topics(properties):
    groups = {
        one.get("ID"): (one.get("Title"), one.get("ParentID"))
        for one in properties
        if one.get("Type") == "TopicGroup"
    }
    return [
        topic(one.get("Key"), one.get("Title"), one.get("Unit"), one.get("ParentID"), groups)
        for one in properties
        if one.get("Type") == "Topic"
    ]
