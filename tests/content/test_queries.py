"""Reads that every app needs."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from content import queries
from practices.models import PracticePage
from tests.factories import MunicipalityFactory, NeighbourhoodFactory, PracticeFactory, ThemeFactory


def test_what_is_not_published_or_closed_is_not_public(site):
    shown = PracticeFactory(parent=site.practices, title="Openbaar")
    PracticeFactory(parent=site.practices, title="Concept", live=False)
    hidden = PracticeFactory(parent=site.practices, title="Besloten")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    found = queries.public(PracticePage.objects.all())
    assert [page.pk for page in found] == [shown.pk]


def test_everything_below_a_closed_page_is_closed_and_nothing_beside_it(site):
    PracticeFactory(parent=site.practices)
    restriction = PageViewRestriction.objects.create(
        page=site.practices, restriction_type=PageViewRestriction.GROUPS
    )
    restriction.groups.add(Group.objects.get(name="Editors"))
    closed = {site.practices.path, *site.practices.get_children().values_list("path", flat=True)}
    found = set(queries.public(Page.objects.all()).values_list("path", flat=True))
    assert found == set(Page.objects.values_list("path", flat=True)) - closed


@pytest.mark.parametrize("number", [1, 3])
def test_subjects_of_any_number_of_pages_take_two_queries(site, number, django_assert_num_queries):
    learning, working = ThemeFactory(label="Leren"), ThemeFactory(label="Werken", tint="sky")
    utrecht = MunicipalityFactory(name="Utrecht")
    overvecht = NeighbourhoodFactory(name="Overvecht", parent=utrecht)
    for _ in range(number):
        PracticeFactory(
            parent=site.practices, themes=[working, learning], areas=[overvecht, utrecht]
        )
    pages = list(PracticePage.objects.all())
    with django_assert_num_queries(2):
        found = [
            (
                [theme.label for theme in page.theme_list],
                [area.full_name for area in page.area_list],
                page.tint,
            )
            for page in queries.with_subjects(pages)
        ]
    assert found == [(["Werken", "Leren"], ["Overvecht (Utrecht)", "Utrecht"], "sky")] * number


def test_no_pages_take_no_queries(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert queries.with_subjects([]) == []


def test_a_page_without_themes_has_a_tint_too(site):
    (page,) = queries.with_subjects([PracticeFactory(parent=site.practices)])
    assert (page.theme_list, page.area_list, page.tint) == ([], [], "brick")


def test_the_same_subjects_are_read_one_by_one_when_nobody_read_them_together(site):
    overvecht = NeighbourhoodFactory(name="Overvecht", parent=MunicipalityFactory(name="Utrecht"))
    practice = PracticeFactory(
        parent=site.practices, themes=[ThemeFactory(label="Leren")], areas=[overvecht]
    )
    page = PracticePage.objects.get(pk=practice.pk)
    assert [theme.label for theme in page.theme_list] == ["Leren"]
    assert [area.full_name for area in page.area_list] == ["Overvecht (Utrecht)"]
