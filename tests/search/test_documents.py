"""What can be found, and what its document says."""

from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from indicators.models import Dataset, ReportedOutcome
from indicators.models.reported import Outcome
from practices.models import Level
from search import builders, keys, loading, reach
from search.engines.fields import fields
from tests.conftest import make_site
from tests.factories import (
    CommunityFactory,
    DatasetFactory,
    EventFactory,
    IndicatorFactory,
    LearningMaterialFactory,
    MeasurementFactory,
    MethodFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    OrganisationFactory,
    PracticeFactory,
    ProgrammeFactory,
    RatingFactory,
    ResearchFactory,
    TargetGroupFactory,
    ThemeFactory,
    UpdateFactory,
)

pytestmark = pytest.mark.django_db


def document(key):
    return builders.build([key]).get(key)


@pytest.fixture
def site(db):
    """Return the small site; no engine is needed to make documents."""
    return make_site()


@pytest.fixture
def overvecht():
    utrecht = MunicipalityFactory(code="GM0344", name="Utrecht")
    return NeighbourhoodFactory(code="AW38", name="Overvecht", parent=utrecht)


@pytest.fixture
def exercise():
    theme = ThemeFactory(label="Gezondheid", slug="gezondheid")
    return IndicatorFactory(
        code="beweegnorm", name="Bewoners die bewegen", short_name="Beweegnorm", theme=theme
    )


def test_a_figure_tells_its_latest_values_and_where_it_stands(overvecht, exercise):
    for year, value in ((2010, 65), (2006, 54)):
        MeasurementFactory(
            indicator=exercise, area=overvecht, period_date=date(year, 1, 1), value=value
        )

    found = document("figure:beweegnorm:AW38")

    assert found.title == "Beweegnorm: Overvecht (Utrecht)"
    assert found.url == "/gebieden/overvecht/#cijfer-beweegnorm"
    assert found.summary == "2006: 54%; 2010: 65%."
    assert found.facets["area"] == ("AW38", "GM0344")
    assert found.facets["year"] == ("2006", "2010")


def test_a_figure_that_is_not_given_is_no_answer(overvecht, exercise):
    MeasurementFactory(indicator=exercise, area=overvecht, value=None, missing="not-reported")

    assert document("figure:beweegnorm:AW38") is None
    assert "figure:beweegnorm:AW38" not in list(builders.all_keys())


def test_an_outcome_without_figures_is_told_in_words(overvecht, exercise):
    ReportedOutcome.objects.create(
        indicator=exercise,
        area=overvecht,
        dataset=DatasetFactory(kind=Dataset.Kind.REPORTED),
        baseline="2006",
        follow_up="2012",
        outcome=Outcome.SMALLER,
    )
    assert document("figure:beweegnorm:AW38").summary == "Van 2006 tot 2012: afstand kleiner."


def test_a_practice_is_found_by_its_places_themes_and_method(site, overvecht):
    theme = ThemeFactory(label="Gezondheid", slug="gezondheid")
    practice = PracticeFactory(
        parent=site.practices,
        title="Samen fietsen",
        themes=[theme],
        areas=[overvecht],
        method=MethodFactory(parent=site.methods, title="Gebiedsgericht werken"),
        start_year=2010,
        end_year=2012,
    )
    found = document(keys.of_page(practice.pk))

    assert found.keywords == ("Gezondheid", "Overvecht (Utrecht)", "Gebiedsgericht werken")
    assert found.facts == ("Overvecht (Utrecht)", "2010–2012", "Gebiedsgericht werken")
    assert found.facets["year"] == ("2010", "2011", "2012")


def test_a_practice_that_tells_what_did_not_work_is_found_by_that(site):
    practice = PracticeFactory(parent=site.practices)
    practice.lessons = [practice.lessons.model(kind="did-not-work", text="Brieven sturen.")]
    practice.save_revision().publish()
    found = document(keys.of_page(practice.pk))

    assert found.keywords == ("Werkte niet",)
    assert found.facets["effect"] == ("did-not-work",)


def test_what_lies_in_a_programme_is_found_by_it(site):
    programme = ProgrammeFactory(parent=site.programmes, title="Wijkenaanpak")
    update = UpdateFactory(parent=programme)

    for page in (programme, update):
        assert document(keys.of_page(page.pk)).facets["programme"] == ("wijkenaanpak",)
    assert (
        document(keys.of_page(PracticeFactory(parent=site.practices).pk)).facets["programme"] == ()
    )


def test_what_a_community_made_is_found_by_it_while_everybody_may_see_the_community(site):
    community = CommunityFactory(parent=site.communities, title="CoP 18")
    material = LearningMaterialFactory(parent=site.learning, community=community)
    event = EventFactory(parent=site.events, community=community)
    found = [keys.of_page(page.pk) for page in (community, material, event)]

    assert [document(key).facets["community"] for key in found] == [("cop-18",)] * 3
    PageViewRestriction.objects.create(page=community, restriction_type=PageViewRestriction.LOGIN)
    assert "community" not in document(found[1]).facets
    assert {*reach.below(community)} == {*found}
    assert {*reach.of_page(community)} == {*found[1:]}


def test_a_practice_is_found_by_the_band_of_its_costs(site):
    practice = PracticeFactory(
        parent=site.practices, ratings=[RatingFactory(level=Level.COST_HIGH)]
    )
    assert document(keys.of_page(practice.pk)).facets["cost"] == ("high",)


def test_every_key_has_a_document_and_every_document_its_key(site, overvecht, exercise):
    MeasurementFactory(indicator=exercise, area=overvecht)
    OrganisationFactory()
    PracticeFactory(parent=site.practices)
    found = list(builders.all_keys())

    assert sorted(builders.build(found)) == sorted(found)
    assert {key.partition(":")[0] for key in found} == {
        "page", "area", "indicator", "figure", "organisation",
    }  # fmt: skip


def told(site, title):
    """Make a practice that tells of everything a practice can refer to."""
    practice = PracticeFactory(parent=site.practices, title=title)
    practice.target_groups = [TargetGroupFactory()]
    practice.partners = [practice.partners.model(organisation=OrganisationFactory(), role="Helpt")]
    practice.adoptions = [
        practice.adoptions.model(
            organisation=OrganisationFactory(),
            area=NeighbourhoodFactory(),
            kept="Veel",
            outcome="unknown",
        )
    ]
    practice.save_revision().publish()
    return practice


def test_three_pages_take_no_more_queries_than_one(site, django_assert_num_queries):
    found = [keys.of_page(told(site, f"Praktijk {n}").pk) for n in range(3)]
    builders.build(found)
    with django_assert_num_queries(19):
        builders.build(found[:1])
    with django_assert_num_queries(19):
        builders.build(found)


def test_a_closed_page_is_not_told_of_by_a_public_one(site):
    research = ResearchFactory(parent=site.research, title="Kanarieonderzoek")
    practice = PracticeFactory(parent=site.practices)
    practice.evidence = [practice.evidence.model(research=research, note="Zegt iets.")]
    practice.save_revision().publish()

    assert document(keys.of_page(practice.pk)).body == "Zegt iets."


def test_the_cells_of_a_table_are_told_apart(site):
    table = {"data": [["Jaar", "Score"], ["2012", "7"], ["", None]], "table_header_choice": "row"}
    programme = ProgrammeFactory(parent=site.programmes, body=[("table", table)])

    assert "Jaar, Score; 2012, 7;" in document(keys.of_page(programme.pk)).body


def test_what_was_analysed_before_is_stored_as_what_was_not(site):
    page = PracticeFactory(parent=site.practices, title="Schuldhulpverlening: één gezin, één plan")
    plain = document(keys.of_page(page.pk))
    made, unreadable = loading.make([keys.of_page(page.pk), "page:0"])

    assert (made, unreadable) == ({plain.id: plain}, {})
    assert made[plain.id].analysed == fields(plain)
    assert made[plain.id].fingerprint == plain.fingerprint
    assert "schuld" in made[plain.id].analysed.parts.split()
