"""What somebody may not see is not told: the rule in SQL is that of Wagtail, for everybody."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from community.permissions import Viewer
from following import permissions, queries
from search import keys
from search.visibility import Searcher
from tests.factories import PracticeFactory, ThemeFactory
from tests.robustness import hidden

pytestmark = pytest.mark.django_db


@pytest.fixture
def member(bas):
    """Return Bas as somebody of the group that pages may be closed to."""
    bas.groups.add(Group.objects.get_or_create(name="Bewoners")[0])
    return bas


@pytest.fixture
def practices(site):
    """Make one practice that is open, and one that is hidden for every reason there is."""
    pages = {"open": PracticeFactory(parent=site.practices, title="open")}
    for reason, hide in hidden.REASONS.items():
        pages[reason] = PracticeFactory(parent=site.practices, title=reason, live=bool(hide))
        if hide:
            hide(pages[reason])
    return pages


def seen(person):
    pages = Page.objects.filter(depth=4)
    return sorted(permissions.seen_by(person, pages).values_list("title", flat=True))


def test_each_sees_what_wagtail_lets_that_person_see(practices, member, eva, anna):
    assert seen(eva) == ["aanmelding", "open"]
    assert seen(member) == ["aanmelding", "groep", "open"]
    assert seen(anna) == ["aanmelding", "groep", "open"]


def test_the_rule_is_that_of_search(practices, member, eva, anna):
    every = [keys.of_page(page.pk) for page in practices.values()]
    for person in (member, eva, anna):
        found = Searcher.of(person).visible(every)
        titles = Page.objects.filter(pk__in=keys.numbers(found, keys.PAGE))
        assert sorted(titles.values_list("title", flat=True)) == seen(person)


def test_a_section_that_is_closed_closes_what_lies_below_it(site, practices, eva):
    restriction = PageViewRestriction.objects.create(
        page=site.practices, restriction_type=PageViewRestriction.GROUPS
    )
    assert seen(eva) == []
    restriction.groups.add(Group.objects.get(name="Moderators"))
    assert seen(eva) == ["aanmelding", "open"]


@pytest.mark.parametrize("reason", [name for name, hide in hidden.REASONS.items() if hide])
def test_what_is_hidden_later_leaves_list_and_count(site, eva, follows, told, reason):
    theme = ThemeFactory()
    follows(eva, theme=theme)
    practice = PracticeFactory(parent=site.practices, title="Kanarie", themes=[theme])
    PracticeFactory(parent=site.practices, title="Blijft", themes=[theme])
    follows(eva, page=practice)
    assert len(told(eva)) == queries.unread(Viewer(eva)) == 2
    hidden.REASONS[reason](practice)
    left = ["Blijft"] if reason != "aanmelding" else ["Blijft", "Kanarie"]
    assert [title for title, _kind, _why in told(eva)] == left
    assert queries.unread(Viewer(eva)) == len(left)
    assert len(queries.followed(eva)) == len(left)
