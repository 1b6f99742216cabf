"""What templates may ask of figures. No tag here reads the database."""

from django import template
from django.utils.html import conditional_escape, format_html_join
from django.utils.safestring import mark_safe

from content.templatetags.content import script_json
from indicators import cells, charts, formatting, houses, sentences, tables, wrapping
from indicators.opendata import licences
from indicators.structured import dataset_data

register = template.Library()


@register.filter
def figure(value, indicator):
    """Return a figure in its unit, or the reason why there is none."""
    # A template makes an empty text of the figure of a measurement that is not there.
    return formatting.figure(value or None, indicator)


@register.filter
def distance(value, indicator):
    """Return a difference in words: 13 procentpunt lager."""
    return formatting.distance(value, indicator)


@register.filter
def average(area):
    """Return an area as something to compare with: Amsterdam, de G18."""
    return sentences.average_of(area)


@register.filter
def tolerance(indicator):
    """Return the difference that still counts as about the same, in its unit."""
    return formatting.tolerance(indicator)


@register.filter
def outcome_sentence(reported):
    """Return what a report says of the distance of one area to the average."""
    return sentences.outcome(reported)


@register.simple_tag
def dataset_json(entry):
    """Return an indicator as JSON-LD, safe to put in a script element."""
    return script_json(dataset_data(entry))


@register.filter
def drawn(lines):
    """Return words of a drawing (`wrapping.lines`) as the inside of a text of SVG."""
    first, *others = lines
    below = format_html_join(
        "", '<tspan x="0" dy="{}em">{}</tspan>', ((wrapping.LINE, line) for line in others)
    )
    return conditional_escape(first) + below


@register.filter
def licence(dataset):
    """Return in words under which licence a delivery of figures came."""
    return licences.told(dataset)


@register.simple_tag
def table_sentence(table):
    """Return in words what a table of figures shows."""
    return sentences.table(table)


@register.simple_tag
def figure_cells(line, indicator):
    """Return the cells of an area in a grid."""
    return mark_safe(cells.of_line(line, indicator))


@register.simple_tag
def figure_lines(lines, indicator):
    """Return the rows of areas in a grid."""
    return mark_safe(cells.lines(lines, indicator))


@register.simple_tag
def period_rows(table):
    """Return the rows of a table: a period each."""
    return mark_safe(cells.of_table(table))


@register.simple_tag
def course_rows(courses, indicator):
    """Return the rows of areas with their distances and what became of them."""
    return mark_safe(cells.of_courses(courses, indicator))


@register.simple_tag
def row_cells(row, indicator):
    """Return the cells of a row: the area itself, and what it is compared with."""
    return mark_safe(cells.of_row(row, indicator))


@register.inclusion_tag("indicators/bars.html")
def figure_chart(table, style="", alternative=""):
    """Draw the first and the last period of a table; the table has to stand below it.

    A document that is no page gives the style of the drawing, and what it says in words.
    """
    return {"chart": charts.of_table(table), "style": style, "alternative": alternative}


@register.inclusion_tag("indicators/bars.html")
def grid_chart(grid):
    """Draw the figures of an indicator by area; the table has to stand below it."""
    return {"chart": charts.of_grid(grid)}


@register.inclusion_tag("indicators/houses.html")
def count_chart(counted):
    """Draw what a report counted, a house for each area; the table has to stand below it."""
    return {"chart": houses.of_counts(counted)}


@register.inclusion_tag("indicators/bars.html")
def told_chart(table, style="", alternative=""):
    """Draw a table that is plain data (`indicators.overviews`), as `figure_chart` does."""
    return {"chart": charts.of_told(table), "style": style, "alternative": alternative}


@register.inclusion_tag("indicators/houses.html")
def told_counts(counts, style="", alternative=""):
    """Draw counts that are plain data, a house for each area, as `figure_chart` does."""
    rows = [
        (row["count"], f"{row['noun']}: {row['label']}", row["outcome"]) for row in counts["rows"]
    ]
    return {"chart": houses.of_numbers(rows), "style": style, "alternative": alternative}


@register.inclusion_tag("indicators/figure_table.html")
def figure_table(table, id):
    """Show a table of figures; `id` is that of its caption and must be the only one."""
    return {"table": table, "indicator": table.indicator, "id": id}


@register.inclusion_tag("indicators/snapshot_figure.html")
def snapshot_figure(snapshot, note="", newer=None, level=3, cautions=None):
    """Show a snapshot: its sentence, chart and table, and how far it can be trusted.

    Reads nothing when the snapshot came with what `queries.snapshots` reads along. For the
    snapshots of the page, `newer` is what `queries.newer_figures` returned and `cautions` what
    `cautions.of` did. `level` is that of the
    heading above it; 0 leaves the heading out.
    """
    return {
        "snapshot": snapshot,
        "indicator": snapshot.indicator,
        "table": tables.of_snapshot(snapshot),
        "note": note,
        "newer": newer.get(snapshot.pk) if newer else None,
        "cautions": cautions.get(snapshot.pk) if cautions else None,
        "level": level,
        "id": snapshot.hash[:16],
    }


@register.inclusion_tag("indicators/area_figure.html")
def area_figure(figures):
    """Show what is known of one indicator in an area (`queries.area_figures`), at its anchor."""
    return {"figures": figures, "indicator": figures.indicator}
