"""What a practice, its ratings and its adoptions refuse, and at which field they say so."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from practices.models import Adoption, Level, MethodPage, PracticePage, ResearchPage
from tests.factories import MunicipalityFactory, OrganisationFactory, RatingFactory, ThemeFactory

SOURCE = [("source", {"title": "Rapport"})]
STORY = {"problem": "<p>Dit.</p>", "approach": "<p>Zo.</p>", "result": "<p>Dat.</p>"}


def refusals(instance):
    """Return the messages with which an object is refused, by field."""
    try:
        instance.clean()
    except ValidationError as error:
        return error.message_dict
    return {}


def practice(**fields):
    return PracticePage(title="Samen", slug="samen", summary="Wat er gebeurde.", **fields)


@pytest.mark.django_db
def test_a_snapshot_needs_a_title_and_a_summary_alone(site):
    page = site.practices.add_child(instance=practice())
    page.full_clean()
    assert PracticePage.objects.get().description_depth == "snapshot"


@pytest.mark.parametrize("model", [PracticePage, MethodPage, ResearchPage])
@pytest.mark.django_db
def test_a_page_without_a_summary_is_refused_at_the_summary(model):
    page = model(title="Samen", slug="samen", depth=3, path="000100010001")
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert refused.value.message_dict["summary"] == ["Dit veld kan niet leeg zijn"]


def test_a_full_description_tells_the_whole_story():
    assert refusals(practice(description_depth="full")) == {
        "problem": ["Een volledige beschrijving vertelt wat er speelde."],
        "approach": ["Een volledige beschrijving vertelt wat er is gedaan."],
        "result": ["Een volledige beschrijving vertelt wat ervan kwam."],
        "sources": ["Een volledige beschrijving noemt ten minste één bron."],
    }
    assert refusals(practice(description_depth="full", sources=SOURCE, **STORY)) == {}


def test_an_emptied_text_is_no_story():
    page = practice(description_depth="full", sources=SOURCE, **STORY | {"result": "<p></p>"})
    assert list(refusals(page)) == ["result"]


@pytest.mark.parametrize(
    ("fields", "refused"),
    [
        ({"start_year": 2010, "end_year": 2009}, "end_year"),
        ({"start_year": 208}, "start_year"),
        ({"end_year": 20133}, "end_year"),
        ({"benefit_year": 13}, "benefit_year"),
        ({"cost_amount": -1, "cost_unit": "per jaar"}, "cost_amount"),
        ({"cost_amount": 100}, "cost_unit"),
        (
            {"contact_confirmed_on": timezone.localdate() + timedelta(days=2)},
            "contact_confirmed_on",
        ),
    ],
)
def test_years_and_money_that_cannot_be_are_refused_at_their_field(fields, refused):
    assert list(refusals(practice(**fields))) == [refused]


@pytest.mark.parametrize(
    ("fields", "period"),
    [
        ({}, ""),
        ({"start_year": 2008}, "Sinds 2008"),
        ({"start_year": 2027, "status": "planned"}, "Vanaf 2027"),
        ({"start_year": 2001, "end_year": 2015}, "2001–2015"),
        ({"start_year": 2013, "end_year": 2013}, "2013"),
        ({"end_year": 2015}, "Tot 2015"),
    ],
)
def test_a_period_reads_as_words(fields, period):
    assert practice(**fields).period == period


@pytest.mark.parametrize(
    ("days", "confirmed"), [(0, True), (365, True), (366, False), (None, False)]
)
def test_a_contact_is_confirmed_for_a_year(days, confirmed):
    day = None if days is None else timezone.localdate() - timedelta(days=days)
    assert practice(contact_confirmed_on=day).contact_is_confirmed is confirmed


@pytest.mark.django_db
def test_an_effect_needs_its_theme():
    assert refusals(RatingFactory(level=Level.EFFECT_IMPROVED)) == {
        "theme": ["Kies het thema waarop dit effect er is."]
    }
    assert refusals(RatingFactory(level=Level.EFFECT_IMPROVED, theme=ThemeFactory())) == {}


@pytest.mark.django_db
def test_a_theme_belongs_to_effects_alone():
    assert refusals(RatingFactory(level=Level.EVIDENCE_GOOD, theme=ThemeFactory())) == {
        "theme": ["Een thema hoort alleen bij een oordeel over effect."]
    }


def test_a_unit_belongs_to_costs_alone():
    assert refusals(RatingFactory(level=Level.TRANSFER_READY, unit="per jaar")) == {
        "unit": ["Dit hoort alleen bij een oordeel over kosten."]
    }
    assert refusals(RatingFactory(level=Level.COST_LOW, unit="per jaar")) == {}


def test_a_rating_expires_after_it_was_given():
    rating = RatingFactory(assessed_on=date(2013, 1, 1), expires_on=date(2013, 1, 1))
    assert refusals(rating) == {"expires_on": ["Kies een dag na de dag van het oordeel."]}


@pytest.mark.django_db
def test_an_adoption_says_who_did_it_or_where():
    assert refusals(Adoption()) == {"organisation": ["Kies wie dit deed, of hieronder waar."]}
    assert refusals(Adoption(area=MunicipalityFactory())) == {}
    assert refusals(Adoption(organisation=OrganisationFactory())) == {}


def test_a_rating_is_named_by_its_kind_and_level():
    assert str(RatingFactory(level=Level.EVIDENCE_NONE)) == (
        "Onderbouwing: Onderzocht, geen effect gevonden"
    )
