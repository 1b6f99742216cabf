"""The names of what can be found: `page:12`, `area:AW38`, `figure:vsv:AW38`, `series:vsv:AW38`.

A figure is a document that can be found; a series is what is stored of the same indicator and
area in the index of figures.
"""

from content.models import Area, Organisation
from indicators.models import Indicator

PAGE = "page"
AREA = "area"
INDICATOR = "indicator"
FIGURE = "figure"
SERIES = "series"
ORGANISATION = "organisation"
EXPERIENCE = "experience"


def of_page(number):
    """Return the key of a page by its number."""
    return f"{PAGE}:{number}"


def of_area(code):
    """Return the key of an area by its code."""
    return f"{AREA}:{code}"


def of_indicator(code):
    """Return the key of an indicator by its code."""
    return f"{INDICATOR}:{code}"


def of_figure(indicator_code, area_code):
    """Return the key of the figures of an indicator in an area."""
    return f"{FIGURE}:{indicator_code}:{area_code}"


def of_series(indicator_code, area_code):
    """Return the key of what the index of figures holds of an indicator in an area."""
    return f"{SERIES}:{indicator_code}:{area_code}"


def of_organisation(slug):
    """Return the key of an organisation by its slug."""
    return f"{ORGANISATION}:{slug}"


def of_experience(key):
    """Return the key of an experience of a member, by the key in its address."""
    return f"{EXPERIENCE}:{key}"


def names(wanted, kind):
    """Return what stands behind the kind in the keys of that kind."""
    return [name for found, _, name in (key.partition(":") for key in wanted) if found == kind]


def numbers(wanted, kind):
    """Return the numbers in the keys of a kind."""
    return [int(name) for name in names(wanted, kind)]


def pairs(wanted, kind=FIGURE):
    """Return indicator and area code of the keys of figures, or of series."""
    return [tuple(name.split(":", 1)) for name in names(wanted, kind)]


def is_document(key):
    """Tell whether a key is that of a document: something that can be found."""
    return not key.startswith(f"{SERIES}:")


def parted(wanted):
    """Return the keys of documents and those of series."""
    series = [key for key in wanted if not is_document(key)]
    return [key for key in wanted if is_document(key)], series


def existing(wanted):
    """Return those of the keys whose objects exist now, apart from pages and experiences.

    Those are not for everybody: `search.visibility` knows who may see them.
    """
    figures = pairs(wanted)
    areas = _present(Area, "code", {*names(wanted, AREA), *(area for _, area in figures)})
    indicators = _present(
        Indicator, "code", {*names(wanted, INDICATOR), *(code for code, _ in figures)}
    )
    organisations = _present(Organisation, "slug", set(names(wanted, ORGANISATION)))
    found = {
        *map(of_area, areas),
        *map(of_indicator, indicators),
        *map(of_organisation, organisations),
        *(of_figure(code, area) for code, area in figures if code in indicators and area in areas),
    }
    return found & set(wanted)


def _present(model, field, values):
    if not values:
        return set()
    return set(model.objects.filter(**{f"{field}__in": values}).values_list(field, flat=True))
