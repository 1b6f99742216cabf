"""Having a source asked for figures: which table, of which areas, by which service."""

from django.utils.translation import gettext_lazy as _

from content.models import Area
from indicators.sources import leefbaarometer, statline
from indicators.sources.client import SourceError

STATLINE, STATLINE_V4, LEEFBAAROMETER = "statline", "statline-v4", "leefbaarometer"
SERVICES = {STATLINE: statline.fetch_v3, STATLINE_V4: statline.fetch_v4}
LEVELS = ("wijk", "buurt", "gemeente")


def statline_table(text):
    """Return the number of a table: that of the key figures of a year, or the text itself."""
    if not text.isdigit():
        return text
    if int(text) not in statline.KWB:
        raise SourceError(
            _("Van %(year)s kennen wij geen tabel met kerncijfers. Geef het nummer van de tabel.")
            % {"year": text}
        )
    return statline.KWB[int(text)]


def fetch(asked, folder, report):
    """Fetch what is asked for into a folder; return the `Delivery`. Raises `SourceError`.

    `asked` holds `source`, with `table` for StatLine (a number or a year) and maybe `areas`, and
    `level`, `year` and maybe `boundary_year` for the Leefbaarometer; `base_url` when another
    server gives the same service. Of StatLine only areas of this site come, unless told otherwise.
    """
    folder.mkdir(parents=True, exist_ok=True)
    elsewhere = {"base_url": asked["base_url"]} if asked.get("base_url") else {}
    if asked["source"] == LEEFBAAROMETER:
        year = asked.get("boundary_year")
        level, of = asked["level"], asked["year"]
        return leefbaarometer.fetch(level, of, folder, report, boundary_year=year, **elsewhere)
    table = statline_table(asked["table"])
    areas = asked.get("areas") or areas_of_this_site()
    return SERVICES[asked["source"]](table, folder, report, areas=areas, **elsewhere)


def areas_of_this_site():
    """Return the beginnings of the codes of the municipalities here, their wijken and the country.

    CBS codes of wijken and buurten begin with the number of their municipality.
    """
    codes = Area.objects.filter(kind=Area.Kind.MUNICIPALITY).values_list("code", flat=True)
    numbers = sorted(code[2:] for code in codes if code.startswith("GM"))
    return ["NL", *(f"{kind}{number}" for number in numbers for kind in ("GM", "WK"))]
