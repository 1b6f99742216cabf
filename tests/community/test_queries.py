"""What the page of a community gathers, and with how many queries."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from community import queries
from community.models import CommunityMember, CommunityPage
from tests.factories import (
    CommunityFactory,
    EventFactory,
    LearningMaterialFactory,
    OrganisationFactory,
    ThemeFactory,
)


def titles(pages):
    return [page.title for page in pages]


def overview(community):
    return queries.community_overview(CommunityPage.objects.get(pk=community.pk))


@pytest.fixture
def community(site):
    return CommunityFactory(parent=site.communities, title="CoP 18")


def test_meetings_to_come_and_meetings_that_were_stand_apart(site, community):
    today = timezone.localdate()
    for title, days in {"Vorig jaar": -365, "Gisteren": -1, "Vandaag": 0, "Morgen": 1}.items():
        EventFactory(
            parent=site.events,
            title=title,
            starts_on=today + timedelta(days=days),
            community=community,
        )
    EventFactory(
        parent=site.events,
        title="Nog bezig",
        starts_on=today - timedelta(days=2),
        ends_on=today,
        community=community,
    )
    EventFactory(parent=site.events, title="Van een ander", starts_on=today)

    found = overview(community)

    assert titles(found["upcoming"]) == ["Nog bezig", "Vandaag", "Morgen"]
    assert titles(found["past"]) == ["Gisteren", "Vorig jaar"]


def test_only_public_work_is_shown(site, community):
    for title in ("Openbaar", "Besloten"):
        LearningMaterialFactory(parent=site.learning, title=title, community=community)
        EventFactory(parent=site.events, title=title, community=community)
    LearningMaterialFactory(parent=site.learning, title="Concept", community=community, live=False)
    for page in (
        *site.learning.get_children().filter(title="Besloten"),
        *site.events.get_children().filter(title="Besloten"),
    ):
        PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)

    found = overview(community)

    assert titles(found["learning_material"]) == ["Openbaar"]
    assert titles(found["past"]) == ["Openbaar"]


def test_learning_material_comes_newest_first(site, community):
    for title, year in {"Oud": 2009, "Nieuw": 2013, "Even nieuw": 2013}.items():
        LearningMaterialFactory(parent=site.learning, title=title, year=year, community=community)
    assert titles(overview(community)["learning_material"]) == ["Even nieuw", "Nieuw", "Oud"]


def test_learning_material_does_not_give_away_a_hidden_community(client, site, community):
    PageViewRestriction.objects.create(page=community, restriction_type=PageViewRestriction.LOGIN)
    page = LearningMaterialFactory(parent=site.learning, title="Gids", community=community)
    assert "CoP 18" not in client.get(page.url).content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_a_community_of_any_size_takes_five_queries(site, number, django_assert_num_queries):
    members = [CommunityMember(organisation=OrganisationFactory()) for _ in range(number)]
    community = CommunityFactory(parent=site.communities, title="CoP 18", organisations=members)
    for step in range(number):
        LearningMaterialFactory(
            parent=site.learning,
            title=f"Gids {step}",
            community=community,
            themes=[ThemeFactory()],
        )
        EventFactory(parent=site.events, title=f"Dag {step}", community=community)
    page = CommunityPage.objects.get(pk=community.pk)

    with django_assert_num_queries(5):
        found = queries.community_overview(page)
        ((role, organisations),) = found["roles"]
        assert (role, len(organisations)) == ("", number)
        assert [len(material.theme_list) for material in found["learning_material"]] == [1] * number
        assert len(found["past"]) == number
