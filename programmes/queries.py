"""What the pages of programmes show, each read in a fixed number of queries."""

from django.db.models import Q
from wagtail.models import Page

from content.models import ThemeLink
from content.queries import listed, public
from programmes.models import (
    ConsultationReportPage,
    ConsultedMunicipality,
    GoalPage,
    ProgrammePage,
    ProgrammeUpdatePage,
    ProgressReportPage,
)


def programme_overview(programme):
    """Return the goals by pillar, the updates newest first, the consultations and partners."""
    pages = public(Page.objects.child_of(programme)).values("pk")
    goals = GoalPage.objects.filter(pk__in=pages).order_by("path")
    goals = list(goals.prefetch_related("actuals"))
    return {
        "goal_count": len(goals),
        "pillars": goals_by_pillar(goals, programme.theme_list),
        "updates": ProgrammeUpdatePage.objects.filter(pk__in=pages).order_by("-date", "-path"),
        "consultations": ConsultationReportPage.objects.filter(pk__in=pages).order_by("-path"),
        "partners": programme.partners.select_related("organisation"),
    }


def goals_by_pillar(goals, pillars):
    """Return pairs of a pillar and its goals, in the order of the pillars.

    The pillar of a goal is its first theme. Goals of another theme come after, and goals
    without one at the end, under None.
    """
    pillar_of = _first_themes(goals)
    found = [pillar_of.get(goal.pk) for goal in goals]
    order = list(dict.fromkeys([*pillars, *filter(None, found), None]))
    groups = {pillar: [] for pillar in order}
    for goal, pillar in zip(goals, found, strict=True):
        groups[pillar].append(goal)
    return [(pillar, members) for pillar, members in groups.items() if members]


def update_overview(update):
    """Return the programme of an update, and the updates just before and after it."""
    siblings = public(ProgrammeUpdatePage.objects.sibling_of(update, inclusive=False))
    in_order = list(siblings.order_by("date", "path"))
    older = [page for page in in_order if _moment(page) < _moment(update)]
    newer = [page for page in in_order if _moment(page) > _moment(update)]
    return {
        "programme": _programme_of(update),
        "older": older[-1] if older else None,
        "newer": newer[0] if newer else None,
    }


def goal_overview(goal):
    """Return the programme of a goal, what was reached by date (newest first) and its steps."""
    actuals = sorted(goal.actuals.all(), key=lambda actual: actual.date, reverse=True)
    return {
        "programme": _programme_of(goal),
        "actuals": actuals,
        "milestones": list(goal.milestones.all()),
        "indicator": goal.indicator,
    }


def consultation_overview(report):
    """Return the municipalities of a round of talks, and how many go on and how many stop."""
    municipalities = list(report.municipalities.select_related("area"))
    decisions = [municipality.partnership for municipality in municipalities]
    return {
        "programme": _programme_of(report),
        "municipalities": municipalities,
        "continuing": decisions.count(ConsultedMunicipality.Partnership.CONTINUES),
        "ending": decisions.count(ConsultedMunicipality.Partnership.ENDS),
    }


def _programme_of(page):
    # Whoever may see a page may see the one above it, unless that is not published.
    return listed(ProgrammePage.objects.parent_of(page)).first()


def _first_themes(goals):
    links = ThemeLink.objects.filter(page__in=[goal.pk for goal in goals])
    links = links.select_related("theme").order_by("-sort_order", "-pk")
    return {link.page_id: link.theme for link in links}


def _moment(update):
    # Of two updates of one day, the one that was put there last is the newer.
    return update.date, update.path


def titles_with_editions(pages):
    """Return the titles of reports with editions that are these pages or stand below them."""
    inside = Q(pk__in=())
    for page in pages:
        inside |= Q(path__startswith=page.path)
    reports = ProgressReportPage.objects.filter(inside, editions__isnull=False)
    return list(reports.order_by("title").values_list("title", flat=True).distinct())
