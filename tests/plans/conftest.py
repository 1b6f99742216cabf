"""Bas makes a plan of a practice and a figure; Eva, Anna and strangers have no part in it."""

import pytest

from plans import domain
from plans.kinds import BY_NAME
from plans.models import Plan, PlanItem
from tests.factories import PracticeFactory
from tests.practices.conftest import snapshot
from tests.reading import browser_of

NOTE = "Kanarienotitie: vraag het aan de wijkmanager."


@pytest.fixture
def practice(site):
    source = {
        "title": "Evaluatie van fietslessen",
        "publisher": "GGD",
        "year": 2012,
        "url": "https://ggd.example/fietsen",
    }
    return PracticeFactory(
        parent=site.practices,
        title="Samen fietsen",
        summary="Buurtbewoners leren elkaar fietsen.",
        sources=[("source", source)],
    )


@pytest.fixture
def figure(site):
    return snapshot(name="Verzuim", short_name="Verzuim")


@pytest.fixture
def plan(bas):
    return domain.make_plan(bas, "Overvecht vooruit", "Voor het wijkteam.")


@pytest.fixture
def put(plan):
    """Return a function that puts a page or a snapshot in the plan of Bas."""

    def put_in(found, note="", plan=plan):
        of_page = hasattr(found, "url_path")
        kind = BY_NAME[PlanItem.Kind.PAGE if of_page else PlanItem.Kind.FIGURE]
        return domain.collect(plan, kind, found, note)[0]

    return put_in


@pytest.fixture
def member(bas):
    """Return the browser of Bas, who is signed in."""
    return browser_of(bas)


@pytest.fixture
def colleague(eva):
    """Return the browser of Eva, who edits the site and has no part in the plan of Bas."""
    return browser_of(eva)


@pytest.fixture
def full(plan):
    """Return the plan of Bas with as much in it as fits."""
    rows = [PlanItem(plan=plan, kind="page", position=n) for n in range(domain.MOST_ITEMS)]
    PlanItem.objects.bulk_create(rows)
    return plan


@pytest.fixture
def many(bas, plan):
    """Return as many plans as Bas can have."""
    rows = [Plan(owner=bas, title=f"Plan {n}") for n in range(domain.MOST_PLANS - 1)]
    Plan.objects.bulk_create(rows)
    return bas.plans.all()
