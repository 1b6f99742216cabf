"""What the blocks of a report show: figures, goals, talks, practices and news, as plain data.

A part is a dictionary of text, numbers and lists, so that an edition can keep it. It holds what
everybody may see and nothing else: a report is public.
"""

from django.utils.formats import date_format
from wagtail.models import Page

from content.queries import public, with_subjects
from indicators import overviews
from practices.models import PracticePage
from programmes import queries
from programmes.models import ConsultationReportPage, GoalPage, ProgrammeUpdatePage

# What is chosen in each block; the rest of it is text.
CHOSEN = {
    "indicator": ("indicator", "area", "comparator", "baseline", "follow_up"),
    "goals": ("programme", "goals"),
    "updates": ("programme", "updates"),
    "consultation": ("report",),
    "practices": ("practices",),
}


def key(block):
    """Return what was chosen in a block as text, or nothing when it is text itself.

    Two blocks with one key show the same.
    """
    if block.block_type not in CHOSEN:
        return ""
    chosen = (block.value.get(name) for name in CHOSEN[block.block_type])
    return ":".join([block.block_type, *map(_written, chosen)])


def part(block):
    """Return the part of a block: its key, and as `data` what it shows now, or None.

    It shows nothing when what was chosen is not there any more, or may not be seen.
    """
    return {"key": key(block), "data": COMPOSERS[block.block_type](block.value)}


def _written(chosen):
    if chosen is None:
        return ""
    if hasattr(chosen, "pk"):
        return str(chosen.pk)
    if hasattr(chosen, "isoformat"):
        return chosen.isoformat()
    return ",".join(_written(page) for page in chosen)


def _indicator(value):
    if not value.get("indicator") or not value.get("area"):
        return None
    return overviews.of(
        overviews.Choice(
            value.get("indicator"),
            value.get("area"),
            value.get("comparator"),
            value.get("baseline"),
            value.get("follow_up"),
        )
    )


def _goals(value):
    programme = value.get("programme")
    goals = _pages(GoalPage, programme, value.get("goals", ())).prefetch_related("actuals")
    goals = _in_order(goals, value.get("goals", ()))
    if not goals:
        return None
    pillars = queries.goals_by_pillar(goals, programme.theme_list if programme else [])
    return {
        "programme": _link(programme),
        "pillars": [
            {"title": pillar.label if pillar else "", "goals": [_goal(goal) for goal in members]}
            for pillar, members in pillars
        ],
    }


def _goal(goal):
    latest = goal.latest
    return _link(goal) | {
        "unit": goal.unit,
        "start_value": _number(goal.start_value) if goal.start_value else "",
        "target_value": _number(goal.target_value),
        "target_label": goal.target_label,
        "progress": goal.progress,
        "is_reached": goal.is_reached,
        "latest": latest
        and {
            "value": _number(latest.value),
            "date_label": latest.date_label or date_format(latest.date, "j F Y"),
            "source": latest.source,
        },
    }


def _updates(value):
    chosen = value.get("updates", ())
    found = _pages(ProgrammeUpdatePage, value.get("programme"), chosen).order_by("date", "path")
    updates = [
        _link(update)
        | {
            "label": update.list_label,
            "date": update.date.isoformat(),
            "summary": update.summary,
        }
        for update in _in_order(found, chosen)
    ]
    return {"programme": _link(value.get("programme")), "updates": updates} if updates else None


def _consultation(value):
    report = value.get("report")
    found = public(ConsultationReportPage.objects.filter(pk=report.pk)).first() if report else None
    if found is None:
        return None
    overview = queries.consultation_overview(found)
    return _link(found) | {
        "period": found.period,
        "summary": found.summary,
        "continuing": overview["continuing"],
        "ending": overview["ending"],
        "municipalities": [
            {
                "name": row.area.name,
                "url": row.area.get_absolute_url(),
                "decision": row.get_partnership_display(),
                "ends": row.partnership == row.Partnership.ENDS,
                "note": row.note,
            }
            for row in overview["municipalities"]
        ],
    }


def _practices(value):
    chosen = value.get("practices", ())
    found = _pages(PracticePage, None, chosen).select_related("method")
    practices = [
        _link(practice)
        | {
            "summary": practice.summary,
            "areas": [area.full_name for area in practice.area_list],
            "method": practice.method.title if practice.method else "",
        }
        for practice in with_subjects(_in_order(found, chosen))
    ]
    return {"practices": practices} if practices else None


COMPOSERS = {
    "indicator": _indicator,
    "goals": _goals,
    "updates": _updates,
    "consultation": _consultation,
    "practices": _practices,
}


def _pages(model, programme, chosen):
    """Return the public pages that were chosen, or else those of a programme."""
    numbers = [page.pk for page in chosen if page]
    if numbers or programme is None:
        return public(model.objects.filter(pk__in=numbers)).order_by("path")
    # A programme that may not be seen keeps what hangs below it from view as well.
    inside = Page.objects.child_of(programme)
    return public(model.objects.filter(pk__in=inside.values("pk"))).order_by("path")


def _in_order(pages, chosen):
    """Return the pages as a list, in the order in which they were chosen."""
    places = {page.pk: place for place, page in enumerate(chosen) if page}
    return sorted(pages, key=lambda page: places.get(page.pk, 0))


def _link(page):
    # Not the address: a page may move, or be closed, and `showing` looks where it is.
    return {"pk": page.pk, "title": page.title} if page else None


def _number(value):
    return f"{value.normalize():f}"
