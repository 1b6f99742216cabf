"""What there is to see of a choice: its fields, tables and drawings, written out and kept."""

from dataclasses import dataclass

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from indicators import charts, grids
from indicators.exploring import courses, distances, files, marks, options, spread
from indicators.exploring.answering import explore
from indicators.exploring.choice import AREA, BESIDE, FIRST, GROUP, INDICATOR, LAST, OWN
from indicators.keeping import kept

# A line needs three periods; of two or one the bars say more.
LEAST_FOR_LINES = 3
OK = 200


@dataclass(frozen=True)
class Drawn:
    """A choice as it is shown to everybody.

    `html` has the fields and what there is to see, `status` the same in a line that is read
    aloud; `links` are its files, and empty where there are no figures.
    """

    title: str
    status_code: int
    status: str
    html: str
    links: dict


def of(choice, problems):
    """Return a choice as it is shown (one query when it is kept; eleven, or thirteen, when not).

    A choice with something wrong in it is not kept: its words may be anything.
    """
    if problems:
        return _draw(choice, problems)
    return kept(
        "explorer",
        choice.as_querystring(),
        lambda: _draw(choice, problems),
        lasts=lambda drawn: drawn.status_code == OK,
    )


def _draw(choice, problems):
    found = explore(choice, problems)
    context = shown(found) | {"form": _form(found)}
    if found.chosen.indicator and not found.has_figures:
        context["offers"], context["offered"] = options.offers(found.chosen)
    # Without the request, so that nothing of a visitor can be in what is kept.
    return Drawn(
        title=title(found),
        status_code=found.status_code,
        status=render_to_string("indicators/exploring/status.html", context).strip(),
        html=render_to_string("indicators/exploring/answer.html", context),
        links=context["links"] if found.has_figures else {},
    )


def title(found):
    """Return what a page about an exploration is called."""
    return found.title if found.has_figures else _("Cijfers verkennen")


def shown(found):
    """Return the tables and drawings of an exploration."""
    context = {
        "found": found,
        "chosen": found.chosen,
        "indicator": found.chosen.indicator,
        "links": files.addresses(found.chosen.choice),
        "embed_address": files.absolute(files.address("explore_embed", found.chosen.choice)),
        "page_address": files.absolute(files.address("explore", found.chosen.choice)),
    }
    if not found.has_figures:
        return context
    marked = marks.of(found.marked, found.compared)
    return context | {
        "lines": courses.of(found, marked) if _is_course(found) else None,
        "bars": None if _is_course(found) else charts.of_grid(_marked_grid(found, marked)),
        "marks": marked,
        "distances": distances.of(found),
        "spread": spread.of(found, marked),
    }


def _is_course(found):
    days = {cell.period_date for cell in found.table.cells if cell.value is not None}
    return len(days) >= LEAST_FOR_LINES


def _marked_grid(found, marked):
    lines = [line for line in found.table.all_lines if line.area.pk in marked and any(line.cells)]
    return grids.Grid(found.chosen.indicator, found.table.columns, tuple(lines))


def _form(found):
    """Return the form: what is chosen in each list, and what is wrong beside each field."""
    wrong = {}
    for problem in found.problems:
        wrong.setdefault(problem.parameter, []).append(problem.message)
    names = {
        "indicator": INDICATOR, "group": GROUP, "area": AREA,
        "beside": BESIDE, "first": FIRST, "last": LAST,
    }  # fmt: skip
    beside = [area.code if area else OWN for area in found.chosen.beside]
    return {
        "names": names,
        "wrong": {key: wrong.get(name, []) for key, name in names.items()},
        "own": OWN,
        "beside": beside,
        "areas": [area.code for area in found.chosen.areas],
        "days": found.days,
    }
