"""What the pages of practices, methods and research show, each in a fixed number of queries."""

from django.db.models import (
    Prefetch,
    Q,
    prefetch_related_objects,
)
from django.utils.translation import gettext as _

from content.queries import public, with_subjects
from content.validators import has_words
from indicators import cautions
from indicators.queries import newer_figures, outdated_snapshots
from practices import judgements
from practices.completeness import completeness
from practices.models import (
    Adoption,
    Evidence,
    MethodPage,
    Partner,
    PracticeFigure,
    PracticePage,
    Rating,
    ResearchPage,
)

MONEY = (
    "cost_amount",
    "cost_payers",
    "cost_beneficiaries",
    "benefit_ratio",
    "benefit_balance",
    "benefit_note",
)


def practice_overview(practice):
    """Return everything the page of a practice shows besides its own fields."""
    read_records(practice)
    read_pictures(practice)
    verdicts = judgements.verdicts(practice)
    figures = list(practice.figures.all())
    return {
        "story": told(practice, "problem", "approach", "result", "conditions", "transferability"),
        "has_costs": any(getattr(practice, name) not in (None, "") for name in MONEY),
        "completeness": completeness(practice),
        "judged": {verdict.kind.value: verdict for verdict in verdicts},
        "lessons": judgements.lessons_by_kind(practice),
        "target_groups": practice.target_groups.all(),
        "figures": figures,
        "newer": newer_figures(figure.snapshot for figure in figures),
        "cautions": cautions.of(figure.snapshot for figure in figures),
        "partners": practice.partners.all(),
        "adoptions": practice.adoptions.all(),
        "evidence": practice.evidence.all(),
        "method": public(MethodPage.objects.filter(pk=practice.method_id)).first(),
    }


def with_newer_figures():
    """Return the numbers of practices that show a snapshot with newer figures (three queries)."""
    outdated = PracticeFigure.objects.filter(snapshot__in=outdated_snapshots())
    return list(outdated.order_by("page").values_list("page", flat=True).distinct())


def read_records(practice):
    """Read all that hangs on a practice, so that its managers cost nothing afterwards.

    Research that is not public is left out. A practice in preview keeps its records in memory
    and may not be in the database at all.
    """
    if practice.pk is None:
        return
    research = public(ResearchPage.objects.all()).values("pk")
    evidence = Evidence.objects.filter(research__in=research).select_related("research")
    figures = PracticeFigure.objects.select_related(
        "snapshot__indicator",
        "snapshot__area__parent",
        "snapshot__comparator",
        "snapshot__dataset",
        "snapshot__baseline_dataset",
    ).prefetch_related("snapshot__indicator__definition_changes")
    prefetch_related_objects(
        [practice],
        "target_groups",
        "lessons",
        Prefetch("partners", Partner.objects.select_related("organisation")),
        Prefetch("adoptions", Adoption.objects.select_related("organisation", "area__parent")),
        Prefetch("ratings", Rating.objects.select_related("theme")),
        Prefetch("evidence", evidence),
        Prefetch("figures", figures),
    )


def read_pictures(practice):
    """Read the sizes in which the cover and the pictures of a practice exist."""
    pictures = [block.value for block in practice.gallery if block.value]
    if practice.cover_id:
        pictures.append(practice.cover)
    prefetch_related_objects(pictures, "renditions")


def method_overview(method):
    """Return the texts of a method that hold words, and the practices that follow it."""
    return {
        "story": told(method, "approach", "known_effect"),
        "practices": practices_by_method(method),
    }


def research_overview(research):
    """Return the texts of a study that hold words, the judgements of it and its practices."""
    texts = (
        (_("De opzet"), research.method_judgement),
        (_("De uitvoering"), research.execution_judgement),
        (_("Wat beleid eraan heeft"), research.policy_judgement),
    )
    return {
        "story": told(research, "method", "recommendation"),
        "judgements": [(label, text) for label, text in texts if text],
        "practices": practices_with_evidence(research),
    }


def told(page, *names):
    """Return the rich texts of a page that hold words, by the name of their field."""
    return {name: html for name in names if has_words(html := getattr(page, name))}


def practices_by_method(method):
    """Return the public practices that follow a method, with what their cards show."""
    # A method in preview has no number yet: nothing follows it, rather than what follows none.
    found = public(PracticePage.objects.filter(method__in=[method.pk]))
    return with_subjects(found.order_by("title"))


def titles_resting_on(pages):
    """Return the titles of the practices that have research at or below these pages as evidence."""
    below = Q(pk__in=())
    for page in pages:
        below |= Q(research__path__startswith=page.path)
    titles = Evidence.objects.filter(below).order_by("page__title")
    return list(titles.values_list("page__title", flat=True).distinct())


def practices_with_evidence(research):
    """Return what a study says about public practices, each with its practice (one query)."""
    practices = public(PracticePage.objects.all()).values("pk")
    found = Evidence.objects.filter(research=research.pk, page__in=practices)
    return found.select_related("page").order_by("page__title")
