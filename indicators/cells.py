"""Rows of the tables of figures, written out.

These are the only rows of the site that a template does not write: a page has a thousand cells,
and a template that is asked for each takes longer than everything else on the page together.
"""

from html import escape

from django.utils.translation import gettext as _

from indicators import formatting

ROW = '<tr class="utrecht-table__row">'
HEAD = '<th class="utrecht-table__header-cell" scope="row">'
TEXT = '<td class="utrecht-table__cell">'
NUMBER = '<td class="utrecht-table__cell utrecht-table__cell--numeric-column">'
MISSING = '<td class="utrecht-table__cell utrecht-table__cell--numeric-column wk-figure__missing">'


def of_line(line, indicator):
    """Return the cells of an area through all periods of a grid."""
    provisional = mark()
    return "".join(
        _figure(cell.figure, indicator, provisional if cell.is_provisional else "")
        if cell
        else _figure(None, indicator)
        for cell in line.cells
    )


def lines(found, indicator):
    """Return a row for each area of a grid, which leads to the area."""
    return "\n".join(
        f'{ROW}{HEAD}<a class="utrecht-link" href="{escape(line.area.get_absolute_url())}">'
        f"{escape(line.area.full_name)}</a></th>{of_line(line, indicator)}</tr>"
        for line in found
    )


def of_row(row, indicator):
    """Return the figures of a period: that of the area, and of what it is compared with."""
    return "".join(_figure(figure, indicator) for figure in (row.figure, *row.comparators))


def of_table(table):
    """Return a row for each period: the area, what it is compared with, and their distance."""
    indicator, provisional = table.indicator, mark()
    with_distance = table.has_distances
    return "\n".join(
        f"{ROW}{HEAD}{escape(row.period)}{provisional if row.provisional else ''}</th>"
        + of_row(row, indicator)
        + (_distance(row.distance, indicator) if with_distance else "")
        + "</tr>"
        for row in table.rows
    )


def of_courses(courses, indicator):
    """Return a row for each area: how far it was from its average, twice, and what became of it."""
    provisional = mark()
    return "\n".join(
        f"{ROW}{HEAD}{escape(course.area.full_name)}"
        f"{provisional if course.is_provisional else ''}</th>"
        + "".join(_distance(distance, indicator) for distance in course.distances)
        + f"{TEXT}{escape(_outcome(course))}</td></tr>"
        for course in courses
    )


def _outcome(course):
    told = str(course.outcome.label)
    return f"{told}: {course.reason}" if course.reason else told


def mark():
    """Return what stands behind a figure that may still change."""
    return f' <span class="wk-badge wk-badge--warn">{escape(_("voorlopig"))}</span>'


def _figure(figure, indicator, provisional=""):
    start = MISSING if figure and figure.value is None else NUMBER
    return f"{start}{escape(formatting.figure(figure, indicator))}{provisional}</td>"


def _distance(distance, indicator):
    return f"{NUMBER}{escape(formatting.distance(distance, indicator))}</td>"
