"""What the landing page of a theme shows."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from cms import queries
from content.models import Theme
from indicators.models import ReportedCount
from tests.factories import (
    DatasetFactory,
    EventFactory,
    GoalFactory,
    GroupFactory,
    IndicatorFactory,
    LearningMaterialFactory,
    MethodFactory,
    PracticeFactory,
    ProgrammeFactory,
    ResearchFactory,
    ThemeFactory,
    ThemePageFactory,
)
from tests.reading import words


@pytest.fixture
def leren(db):
    return ThemeFactory(label="Leren", tint="ochre")


# Of these `about` makes one page each.
KINDS = (
    "Praktijken",
    "Werkwijzen",
    "Programma's",
    "Doelen",
    "Onderzoek",
    "Leermateriaal",
    "Bijeenkomsten",
)


def landing(client, site, theme):
    page = ThemePageFactory(
        parent=site.themes,
        title="Leren",
        theme=theme,
        body=[("text", "<p>Een diploma helpt.</p>")],
    )
    soup = BeautifulSoup(client.get(page.url).content, "html.parser")
    return soup.find(id="inhoud")


def section_titles(soup):
    return {
        section.h2.get_text(): [words(title) for title in section.select("h3")]
        for section in soup.select("section")
    }


def about(site, theme, name=""):
    """Let one page of every kind be about a theme."""
    programme = ProgrammeFactory(parent=site.programmes, title=f"Zuid{name}", themes=[theme])
    PracticeFactory(parent=site.practices, title=f"Wijkteam{name}", themes=[theme])
    MethodFactory(parent=site.methods, title=f"Gebiedsgericht{name}", themes=[theme])
    ResearchFactory(parent=site.research, title=f"Spangen{name}", themes=[theme])
    GoalFactory(parent=programme, title=f"Lestijd{name}", themes=[theme])
    LearningMaterialFactory(parent=site.learning, title=f"Gids{name}", themes=[theme])
    EventFactory(parent=site.events, title=f"Dag{name}", themes=[theme])
    indicator = IndicatorFactory(name=f"Verzuim{name}", theme=theme)
    ReportedCount.objects.create(
        indicator=indicator,
        dataset=DatasetFactory(),
        area=GroupFactory(),
        outcome="smaller",
        count=2,
        baseline="2007",
        follow_up="2012",
    )


def test_a_landing_page_gathers_everything_about_its_theme(client, site, leren):
    about(site, leren)
    PracticeFactory(
        parent=site.practices, title="Van een ander", themes=[ThemeFactory(label="Werken")]
    )
    soup = landing(client, site, leren)
    assert "wk-tint--ochre" in soup.article["class"]
    assert section_titles(soup) == {
        "Wat de cijfers zeggen": ["Verzuim"],
        "Praktijken": ["Wijkteam"],
        "Werkwijzen": ["Gebiedsgericht"],
        "Programma's": ["Zuid"],
        "Doelen": ["Lestijd"],
        "Onderzoek": ["Spangen"],
        "Leermateriaal": ["Gids"],
        "Bijeenkomsten": ["Dag"],
    }
    assert "In 2 gebieden werd de afstand" in words(soup.find(id="cijfers").find_parent("section"))
    assert soup.select_one(".wk-theme__side a")["href"] == "/zoeken?thema=leren"


def test_a_landing_page_tells_what_falls_under_it_and_is_like_it(client, site, leren):
    leaving = ThemeFactory(label="Schooluitval", broader=leren)
    school = ThemeFactory(label="School", scheme=Theme.Scheme.PILLAR)
    leren.related.add(school)
    PracticeFactory(parent=site.practices, title="Terug naar school", themes=[leaving])
    soup = landing(client, site, leren)
    lists = [words(found) for found in soup.select(".wk-theme__list")]
    assert lists == ["Schooluitval", "School Programmapijlers"]
    assert section_titles(soup) == {"Praktijken": ["Terug naar school"]}


def test_a_narrower_theme_leads_to_the_broader_one(client, site, leren):
    leaving = ThemeFactory(label="Schooluitval", broader=leren)
    soup = landing(client, site, leaving)
    assert words(soup.select_one(".wk-opening__kind")) == "Thema · valt onder Leren"


def test_nothing_that_is_not_public_shows_on_a_landing_page(client, site, leren):
    PracticeFactory(parent=site.practices, title="Concept", themes=[leren], live=False)
    hidden = PracticeFactory(parent=site.practices, title="Besloten", themes=[leren])
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    assert section_titles(landing(client, site, leren)) == {}


@pytest.mark.parametrize("number", [1, 3])
def test_a_theme_takes_as_many_queries_for_any_amount(
    site, leren, number, django_assert_num_queries
):
    for step in range(number):
        about(site, leren, name=f" {step}")
        ThemeFactory(broader=leren)
        leren.related.add(ThemeFactory())
    theme = Theme.objects.get(pk=leren.pk)
    with django_assert_num_queries(15):
        found = queries.theme_overview(theme)
        assert len(found["related"]) == len(found["narrower"]) == number
        assert [page.tint for page in found["practices"].pages] == ["ochre"] * number
        assert [len(indicator.counted) for indicator in found["indicators"]] == [1] * number
    parts = (found["practices"], *found["others"])
    assert {str(part.heading): part.total for part in parts} == dict.fromkeys(KINDS, number)
