"""However much a page of communities shows, it asks the database as many questions."""

import pytest

from tests.community.making import document, member
from tests.factories import (
    CommunityFactory,
    EventFactory,
    LearningMaterialFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ThemeFactory,
)
from tests.reading import main_of

STORY = [("heading", "Hoe het gaat"), ("text", "<p>Het gaat goed.</p>")]
SOURCES = [("source", {"title": "Voortgangsrapportage"})]


def whole_community(site, number):
    community = CommunityFactory(
        parent=site.communities,
        organisations=[member(f"Lid {step}") for step in range(number)],
        **shared(number),
    )
    for _ in range(number):
        LearningMaterialFactory(parent=site.learning, community=community, **shared(number))
        EventFactory(parent=site.events, community=community)
    return community


def whole_material(site, number):
    return LearningMaterialFactory(
        parent=site.learning,
        community=CommunityFactory(parent=site.communities),
        publisher=OrganisationFactory(),
        files=[("document", document(f"Deel {step}")) for step in range(number)],
        **shared(number),
    )


def whole_event(site, number):
    community = CommunityFactory(parent=site.communities)
    return EventFactory(parent=site.events, community=community, **shared(number))


def shared(number):
    return {
        "themes": [ThemeFactory() for _ in range(number)],
        "areas": [MunicipalityFactory() for _ in range(number)],
        "sources": SOURCES * number,
        "body": STORY * number,
    }


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("make", "queries"), [(whole_community, 17), (whole_material, 13), (whole_event, 11)]
)
def test_a_page_of_any_size_takes_as_many_queries(
    client, site, make, queries, number, django_assert_num_queries
):
    page = make(site, number)
    client.get(page.url)
    with django_assert_num_queries(queries):
        assert client.get(page.url).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("factory", "name"),
    [
        (CommunityFactory, "communities"),
        (LearningMaterialFactory, "learning"),
        (EventFactory, "events"),
    ],
)
def test_a_section_of_any_size_takes_as_many_queries(
    client, site, factory, name, number, django_assert_num_queries
):
    section = getattr(site, name)
    for _ in range(number):
        factory(parent=section, themes=[ThemeFactory()], areas=[MunicipalityFactory()])
    client.get(section.url)
    with django_assert_num_queries(11):
        assert len(main_of(client, section.url).select("h3")) == number
