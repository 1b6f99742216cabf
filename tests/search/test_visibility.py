"""Nobody finds what is not for them: not as a hit, a count, a suggestion or a choice."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from search import audit
from tests.factories import PracticeFactory, TargetGroupFactory

pytestmark = pytest.mark.django_db


def restrict(page, *groups):
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.GROUPS
    )
    restriction.groups.set(groups)
    return restriction


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def suggested(text):
    found = Client().get("/zoeken/suggesties", {"q": text}).json()["suggestions"]
    return [suggestion["title"] for suggestion in found]


@pytest.fixture
def members():
    return Group.objects.create(name="Leden van CoP 18")


def test_a_closed_page_is_found_by_members_alone(site, index, members, bas):
    practice = PracticeFactory(parent=site.practices, title="Kanarieproject")
    assert index.ask("kanarieproject").titles == ["Kanarieproject"]

    restrict(practice, members)

    assert index.ask("kanarieproject").titles == []
    assert index.ask("kanarieproject").count == "Geen resultaten"
    assert suggested("kanarie") == []
    bas.groups.add(members)
    assert index.ask("kanarieproject", signed_in(bas)).titles == ["Kanarieproject"]


def test_a_closed_page_adds_nothing_to_public_counts(site, index, members):
    young = TargetGroupFactory(name="Jongeren")
    groups = {"Open praktijk": [young], "Gesloten praktijk": [young], "Andere praktijk": []}
    for title, found in groups.items():
        page = PracticeFactory(parent=site.practices, title=title, live=False)
        page.target_groups = found
        page.save_revision().publish()
    restrict(Page.objects.get(title="Gesloten praktijk"), members)

    answer = index.ask("praktijk")

    assert sorted(answer.titles) == ["Andere praktijk", "Open praktijk"]
    assert answer.facet("Doelgroep") == ["Jongeren (1)"]


def test_closing_a_section_closes_what_lies_below_it(site, index, members):
    PracticeFactory(parent=site.practices, title="Kanarieproject")
    restriction = restrict(site.practices, members)
    assert index.ask("kanarieproject").titles == []

    restriction.delete()

    assert index.ask("kanarieproject").titles == ["Kanarieproject"]


def test_moving_a_page_out_of_a_closed_section_opens_it(site, index, members):
    restrict(site.practices, members)
    practice = PracticeFactory(parent=site.practices, title="Kanarieproject")
    assert index.ask("kanarieproject").titles == []

    practice.move(site.home, pos="last-child")

    assert index.ask("kanarieproject").titles == ["Kanarieproject"]
    assert audit.audit(index.engine).keys == []


def test_a_page_that_was_closed_a_moment_ago_is_not_shown_from_an_index_that_lags(
    site, index, members
):
    practice = PracticeFactory(parent=site.practices, title="Kanarieproject")
    index.update()
    restrict(practice, members)

    # Asked at once, without the index being brought up to date.
    page = Client().get("/zoeken", {"q": "kanarieproject"}).content.decode()

    assert "Kanarieproject</" not in page
    assert suggested("kanarie") == []


@pytest.mark.parametrize("leave", ["unpublish", "delete"])
def test_a_page_that_is_gone_is_not_found(site, index, leave):
    practice = PracticeFactory(parent=site.practices, title="Kanarieproject")
    index.update()

    getattr(practice, leave)()

    assert index.ask("kanarieproject").titles == []
    assert f"page:{practice.pk}" not in index.stored()


def test_a_draft_is_not_found(site, index):
    PracticeFactory(parent=site.practices, title="Kanarieproject", live=False)

    assert index.ask("kanarieproject").titles == []
