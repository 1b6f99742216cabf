"""Fetch the scores of the Leefbaarometer 3 from its map service (WFS 2.0, GeoServer).

A layer holds one year and one level: `lbm3:wijkscore24`. Scores are classes from 1 (very
insufficient) to 9 (excellent); the figures beside them are distances to the average of the
country. Source: ministry of the interior, https://www.leefbaarometer.nl.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from django.utils import timezone
from django.utils.translation import gettext as _

from .client import PATIENT, Client, Patience, SourceError
from .delivery import Delivery, cell, write
from .errors import report_it, writing_in
from .pages import Pages

WFS = "https://geo.leefbaarometer.nl/wfs"
LEVELS = ("wijk", "buurt", "gemeente")
PAGE_SIZE = 1000
NEEDED = ("id", "kscore", "afw")
# A class and the distance behind it: all together; surroundings, nuisance and safety, cohesion,
# amenities, dwellings.
COLUMNS = [
    *("id", "name", "gemeente", "year", "kscore", "afw"),
    *("kfys", "fys", "konv", "onv", "ksoc", "soc", "kvrz", "vrz", "kwon", "won"),
]


def fetch(
    level: str,
    year: int,
    folder: Path,
    report: Callable[[int, int | None], None],
    *,
    boundary_year: int | None = None,
    base_url: str = WFS,
    page_size: int = PAGE_SIZE,
    patience: Patience = PATIENT,
) -> Delivery:
    """Fetch the scores of a `level` ("wijk", "buurt" or "gemeente") in a year.

    They come in `<folder>/leefbaarometer-<level>-<year>.csv`, with the names of columns as the
    source has them. The source does not tell its borders: `boundary_year` is what you know of
    them. `report` gets, after each page, the rows so far and the total. A fetch that was cut off
    goes on where it was when called again on the same day. Raises SourceError.
    """
    if level not in LEVELS or not 2002 <= year <= 2099:
        raise SourceError(
            _("De Leefbaarometer heeft geen “%(level)s” van %(year)d. Kies uit: %(levels)s.")
            % {"level": level, "year": year, "levels": ", ".join(LEVELS)}
        )
    path = folder / f"leefbaarometer-{level}-{year}.csv"
    with writing_in(folder), Client(patience) as client:
        layer = _Layer(client, base_url, f"lbm3:{level}score{year % 100:02d}", page_size)
        file_hash = _fetch(client, layer, path, report)
    return Delivery(
        path=path,
        title=_("Leefbaarometer 3.0, %(level)s, %(year)d") % {"level": level, "year": year},
        source=_("Leefbaarometer, ministerie van Binnenlandse Zaken en Koninkrijksrelaties"),
        licence=_("Open data van het rijk; licentie niet vastgesteld"),
        url="https://www.leefbaarometer.nl",
        boundary_year=boundary_year,
        retrieved_at=timezone.localdate(),
        file_hash=file_hash,
        provisional=False,
        notes=tuple(_notes(boundary_year)),
    )


def _fetch(client, layer, path, report):
    # The source does not tell one edition of a layer from the next: a day is taken for one.
    edition = timezone.localdate().isoformat()
    pages = Pages(path.with_suffix(".part"), layer.start, edition)
    pages.collect(client, layer.rows_of, layer.next_of, report, layer.total)
    if pages.state.rows != layer.total:
        pages.remove()
        raise SourceError(
            _("%(layer)s heeft %(total)d gebieden; er kwamen er %(rows)d. Haal ze opnieuw op.")
            % {"layer": layer.name, "total": layer.total, "rows": pages.state.rows}
        )
    file_hash = write(path, COLUMNS, layer.rows(pages))
    pages.remove()
    return file_hash


class _Layer:
    """One layer: how many areas it has, and how to read its pages."""

    def __init__(self, client, base_url, name, page_size):
        """Look at one area first: it tells the total, and which fields this year has."""
        self.name = name
        question = {
            "service": "WFS",
            "version": "2.0.0",
            "request": "GetFeature",
            "typeNames": name,
            "outputFormat": "application/json",
            # Without an order GeoServer cannot turn pages of a layer that has no key.
            "sortBy": "id",
        }
        self._question, self._base, self._size = question, base_url, page_size
        _body, sample = client.get(self._address(count=1, startIndex=0))
        areas = self.rows_of(sample)
        self.total = sample.get("numberMatched")
        if not areas or not isinstance(self.total, int) or not areas[0].keys() >= {*NEEDED}:
            raise SourceError(
                _("%(layer)s heeft geen gebieden of mist %(fields)s. %(remedy)s")
                % {"layer": name, "fields": ", ".join(NEEDED), "remedy": report_it()}
            )
        # Only these: borders are most of a page, and nothing is done with them.
        question["propertyName"] = ",".join(one for one in COLUMNS if one in areas[0])
        self.start = self._address(count=page_size, startIndex=0)

    def rows_of(self, data: dict) -> list[dict]:
        """Return the properties of the areas on a page; SourceError when it has another form."""
        features = data.get("features")
        try:
            return [{**feature["properties"]} for feature in features]
        except (TypeError, KeyError) as error:
            raise SourceError(
                _("Het antwoord voor %(layer)s heeft een andere vorm dan verwacht. %(remedy)s")
                % {"layer": self.name, "remedy": report_it()}
            ) from error

    def rows(self, pages: Pages) -> Iterator[list[str]]:
        """Yield the cells of each area; a field that this year does not have stays empty."""
        for data in pages.read():
            for area in self.rows_of(data):
                yield [cell(area.get(column)) for column in COLUMNS]

    def next_of(self, data: dict, url: str) -> str | None:
        """Return the address after the page at `url`; None when all areas were there."""
        came = self.rows_of(data)
        start = int(parse_qs(urlsplit(url).query)["startIndex"][0]) + len(came)
        if not came or start >= self.total:
            return None
        return self._address(count=self._size, startIndex=start)

    def _address(self, **paging):
        return f"{self._base}?{urlencode({**self._question, **paging}, safe=':,/')}"


def _notes(boundary_year):
    yield _(
        "De score schat hoe leefbaar een gebied is uit kenmerken van de omgeving; "
        "het is geen oordeel van bewoners."
    )
    yield _(
        "Waar weinig mensen wonen, zoals op een bedrijventerrein, kan een score opvallend hoog "
        "of laag zijn en zegt hij weinig."
    )
    yield _("Klasse 1 is zeer onvoldoende, 9 is uitstekend. Niet te vergelijken met versie 1 en 2.")
    if boundary_year is None:
        yield _("De bron noemt niet van welk jaar de grenzen zijn.")
