"""Pages that resemble the one that is shown, on the page itself."""

import pytest
from django.core.cache import cache
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from practices.models import Evidence
from tests.factories import (
    LearningMaterialFactory,
    MethodFactory,
    MunicipalityFactory,
    OrganisationFactory,
    PracticeFactory,
    ProgrammeFactory,
    ResearchFactory,
    UpdateFactory,
)
from tests.reading import words
from tests.robustness.reading import soup_of

pytestmark = pytest.mark.django_db

ABOUT = {
    "title": "Schuldhulp aan de keukentafel",
    "summary": "Vrijwilligers helpen gezinnen met schulden en post.",
}


@pytest.fixture
def practice(site):
    """Make a practice about debts, a study that is its evidence, and much that resembles it."""
    method = MethodFactory(parent=site.methods, **ABOUT | {"title": "Schuldhulp thuis"})
    study = ResearchFactory(parent=site.research, **ABOUT | {"title": "Schuldhulp onderzocht"})
    OrganisationFactory(name="Schuldhulp keukentafel", description=ABOUT["summary"])
    programme = ProgrammeFactory(parent=site.programmes, title="Wijkenaanpak")
    UpdateFactory(parent=programme, **ABOUT | {"title": "Schuldhulp begint"})
    LearningMaterialFactory(parent=site.learning, **ABOUT | {"title": "Schuldhulp leren"})
    PracticeFactory(
        parent=site.practices,
        **ABOUT | {"title": "Schuldhulp in Gouda"},
        areas=[MunicipalityFactory(name="Gouda")],
    )
    PracticeFactory(parent=site.practices, title="Bomen planten", summary="Groen in de straat.")
    return PracticeFactory(
        parent=site.practices, **ABOUT, method=method, evidence=[Evidence(research=study)]
    )


def shown_on(page, client=None):
    """Return the titles under the heading “Lijkt hierop”."""
    section = soup_of((client or Client()).get(page.url)).find(
        "section", attrs={"aria-labelledby": "lijkt-hierop"}
    )
    return [words(title) for title in section.select("h3")] if section else []


def test_a_practice_shows_what_resembles_it_and_is_not_on_it_already(practice, index):
    index.update()
    assert sorted(shown_on(practice)) == [
        "Schuldhulp begint",
        "Schuldhulp in Gouda",
        "Schuldhulp leren",
    ]


def test_each_says_what_it_is_and_one_fact(practice, index):
    index.update()
    rows = soup_of(Client().get(practice.url)).select(".wk-related li")
    assert (
        "Praktijk Gouda Schuldhulp in Gouda Vrijwilligers helpen gezinnen met schulden en post."
    ) in [words(row) for row in rows]


@pytest.mark.parametrize(
    "title", ["Schuldhulp thuis", "Schuldhulp onderzocht", "Schuldhulp leren", "Schuldhulp begint"]
)
def test_other_pages_show_it_too(practice, index, title):
    index.update()
    shown = shown_on(Page.objects.get(title=title).specific)
    assert "Schuldhulp in Gouda" in shown
    assert title not in shown


@pytest.mark.parametrize(
    "hide",
    [
        lambda page: PageViewRestriction.objects.create(page=page, restriction_type="login"),
        lambda page: Page.objects.filter(pk=page.pk).update(live=False),
        lambda page: page.delete(),
    ],
    ids=["closed", "unpublished", "gone"],
)
def test_what_is_hidden_leaves_at_once(practice, index, hide):
    index.update()
    assert "Schuldhulp in Gouda" in shown_on(practice)
    hide(Page.objects.get(title="Schuldhulp in Gouda").specific)
    assert sorted(shown_on(practice)) == ["Schuldhulp begint", "Schuldhulp leren"]


def test_a_new_name_is_shown_at_once(practice, index):
    index.update()
    shown_on(practice)
    Page.objects.filter(title="Schuldhulp leren").update(title="Geldzaken leren")
    assert "Geldzaken leren" in shown_on(practice)


def test_what_resembles_a_page_is_kept_for_a_while(practice, site, index):
    index.update()
    before = shown_on(practice)
    PracticeFactory(parent=site.practices, **ABOUT | {"title": "Schuldhulp in Assen"})
    index.update()
    assert shown_on(practice) == before
    cache.clear()
    assert {*shown_on(practice)} == {*before, "Schuldhulp in Assen"}


def test_an_engine_that_is_gone_is_not_missed(practice, index):
    index.engine.remove()
    answer = Client().get(practice.url)
    assert (answer.status_code, shown_on(practice)) == (200, [])


def test_it_takes_one_query(practice, site, index, django_assert_num_queries):
    index.update()
    for more in (0, 4):
        for number in range(more):
            PracticeFactory(parent=site.practices, **ABOUT | {"title": f"Schuldhulp {number}"})
        index.update()
        cache.clear()
        Client().get(practice.url)
        with django_assert_num_queries(20):
            Client().get(practice.url)
