"""What the pages of communities, learning material and meetings show."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from community.models import CommunityPage
from tests.community.making import document, member
from tests.factories import (
    CommunityFactory,
    EventFactory,
    LearningMaterialFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ThemeFactory,
)
from tests.reading import facts, links, main_of, section, terms, titles, words


def test_a_community_of_which_nothing_is_known_yet_says_for_whom_it_is(client, site):
    page = main_of(client, CommunityFactory(parent=site.communities, title="Nieuw").url)
    assert facts(page) == {"Voor wie": "Ambtenaren"}
    assert [part["aria-labelledby"] for part in page.select("section")] == ["meedoen"]


def test_a_community_tells_whom_to_ask(client, site):
    community = CommunityFactory(
        parent=site.communities,
        title="CoP 18",
        start_year=2009,
        contact_role="Secretaris",
        contact_email="cop@voorbeeld.example",
        contact_url="https://voorbeeld.example",
    )
    assert facts(main_of(client, community.url)) == {
        "Voor wie": "Ambtenaren",
        "Wanneer": "Sinds 2009",
        "Contact": "Secretaris cop@voorbeeld.example Naar de website",
    }


def test_a_community_names_its_members_by_role_and_its_areas(client, site):
    given = {"Rijk": "Betaalt", "Utrecht": "", "Arnhem": "", "G4": "Betaalt"}
    members = [member(name, role) for name, role in given.items()]
    for number, found in enumerate(members):
        found.sort_order = number
    community = CommunityFactory(
        parent=site.communities,
        title="CoP 18",
        organisations=members,
        themes=[ThemeFactory(label="Wonen")],
        areas=[MunicipalityFactory(name="Deventer")],
    )
    page = main_of(client, community.url)
    assert terms(page) == {"Betaalt": "Rijk G4", "Doet mee": "Utrecht Arnhem"}
    assert words(page.select_one(".wk-tags")) == "Wonen"
    assert links(section(page, "gebieden"), "ul") == [("Deventer", "/gebieden/deventer/")]


def test_a_community_shows_what_it_made_and_when_it_meets(client, site):
    community = CommunityFactory(parent=site.communities, title="CoP 18")
    tomorrow = timezone.localdate() + timedelta(days=1)
    LearningMaterialFactory(parent=site.learning, title="Gids", community=community, year=2013)
    EventFactory(parent=site.events, title="Toen", community=community, place="Utrecht")
    EventFactory(parent=site.events, title="Straks", community=community, starts_on=tomorrow)

    page = main_of(client, community.url)

    assert words(section(page, "leermateriaal").select_one(".wk-card__kind")) == "Rapport · 2013"
    assert titles(page, "agenda") == ["Straks"]
    assert words(section(page, "geweest").li) == "vrijdag 13 december 2013 Toen Utrecht"


def test_a_community_that_stops_before_it_begins_is_refused():
    with pytest.raises(ValidationError) as refusal:
        CommunityPage(title="CoP", start_year=2012, end_year=2009).clean()
    assert refusal.value.message_dict == {"end_year": ["Dit jaar ligt voor het jaar van de start."]}


def test_the_newest_learning_material_comes_first_and_what_has_no_year_last(client, site):
    for title, year in {"Ooit": None, "Oud": 2009, "Nieuw": 2013, "Even nieuw": 2013}.items():
        LearningMaterialFactory(parent=site.learning, title=title, year=year)
    cards = main_of(client, site.learning.url).select("h3")
    assert [words(card) for card in cards] == ["Even nieuw", "Nieuw", "Oud", "Ooit"]


def test_learning_material_leads_to_its_maker_and_its_files(client, site):
    community = CommunityFactory(parent=site.communities, title="CoP 18")
    page = main_of(
        client,
        LearningMaterialFactory(
            parent=site.learning,
            title="Gids",
            kind="guide",
            year=2013,
            author="Atelier",
            publisher=OrganisationFactory(name="Rijksbouwmeester"),
            audience="Gemeenten",
            community=community,
            link="https://voorbeeld.example/gids",
            files=[("document", document("De gids"))],
        ).url,
    )
    assert words(page.select_one(".wk-opening__kind")) == "Handreiking · 2013"
    assert [text for text, _ in links(page, ".wk-downloads")] == [
        "Bekijk op de website van de maker",
        "De gids (PDF, 5 bytes)",
    ]
    assert facts(page) == {
        "Maker": "Atelier",
        "Uitgever": "Rijksbouwmeester",
        "Voor wie": "Gemeenten",
        "Gemaakt in": "CoP 18",
    }


def test_learning_material_of_which_only_the_title_is_known_is_only_its_opening(client, site):
    page = main_of(client, LearningMaterialFactory(parent=site.learning, title="Gids").url)
    assert words(page.select_one(".wk-opening__kind")) == "Rapport"
    assert page.select("section, dl") == []


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({}, {"Waar": "Niet vermeld"}),
        ({"place": "Stadhuis"}, {"Waar": "Stadhuis"}),
        (
            {"online_url": "https://voorbeeld.example"},
            {"Waar": "Online", "Meedoen via internet": "Naar de online bijeenkomst"},
        ),
    ],
)
def test_a_meeting_without_a_time_or_a_place_says_what_is_known(client, site, fields, where):
    page = main_of(client, EventFactory(parent=site.events, title="Dag", **fields).url)
    assert facts(page) == {"Wanneer": "vrijdag 13 december 2013"} | where


def shown(answer):
    return BeautifulSoup(answer.content, "html.parser")


@pytest.mark.parametrize(
    ("factory", "name", "kind"),
    [
        (CommunityFactory, "communities", "Community"),
        (LearningMaterialFactory, "learning", "Rapport"),
        (EventFactory, "events", "Bijeenkomst"),
    ],
)
def test_a_draft_shows_its_preview(client, eva, site, factory, name, kind):
    client.force_login(eva)
    page = factory(parent=getattr(site, name), title="Nog niet af", live=False)
    page.save_revision()
    preview = shown(client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])))
    assert words(preview.h1) == "Nog niet af"
    assert words(preview.select_one(".wk-opening__kind")) == kind


def test_a_new_community_in_preview_takes_nothing_from_nobody(client, eva, site):
    client.force_login(eva)
    LearningMaterialFactory(parent=site.learning, title="Van niemand")
    EventFactory(parent=site.events, title="Van niemand")
    arguments = ["community", "communitypage", site.communities.pk]
    address = reverse("wagtailadmin_pages:preview_on_add", args=arguments)
    form = nested_form_data(
        {
            "title": "Nieuwe kring",
            "slug": "nieuwe-kring",
            "summary": "Wij leren van elkaar.",
            "audience": "Wijkmanagers",
            "comments": inline_formset([]),
            "theme_links": inline_formset([]),
            "area_links": inline_formset([]),
            "organisations": inline_formset([{"organisation": OrganisationFactory().pk}]),
            "body": streamfield([]),
            "sources": streamfield([]),
        }
    )
    assert client.post(address, form).json() == {"is_valid": True, "is_available": True}
    preview = shown(client.get(address))
    assert words(preview.h1) == "Nieuwe kring"
    assert [section["aria-labelledby"] for section in preview.select("section")] == ["deelnemers"]
