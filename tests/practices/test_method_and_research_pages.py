"""What a reader finds on the pages of a method and of a study."""

import pytest
from bs4 import BeautifulSoup

from practices.models import Evidence
from tests.factories import MethodFactory, OrganisationFactory, PracticeFactory, ResearchFactory
from tests.reading import facts, section, terms, words

TEXT = "<p>Een alinea.</p>"


@pytest.fixture
def read(client):
    """Return a function that returns the page of something published, read."""

    def soup(page):
        return BeautifulSoup(client.get(page.url).content, "html.parser")

    return soup


def test_a_method_tells_when_it_fits_and_what_to_mind(read, site):
    page = read(
        MethodFactory(
            parent=site.methods,
            approach=TEXT,
            active_ingredients=[
                ("ingredient", {"name": "Eén regisseur", "explanation": "Eén gezicht."}),
                ("ingredient", {"name": "Dichtbij"}),
            ],
            conditions=[("point", {"text": "Afspraken over privacy."})],
            pitfalls=[("point", {"text": "Een blauwdruk."})],
            known_effect="<p>Minder uithuiszettingen.</p>",
        )
    )
    assert [words(heading) for heading in page.main.select("h2")] == [
        "Wanneer past dit",
        "Zo gaat het",
        "Wat maakt dat het werkt",
        "Waar u op let",
        "Wat is bekend over het effect",
        "Praktijken met deze werkwijze",
        "Ervaringen van anderen",
    ]
    assert [words(item) for item in page.select(".wk-ingredients__item")] == [
        "Eén regisseur Eén gezicht.",
        "Dichtbij",
    ]
    assert words(section(page, "op-letten")) == (
        "Waar u op let Voorwaarden Afspraken over privacy. Valkuilen Een blauwdruk."
    )
    assert words(section(page, "effect").select_one(".wk-prose")) == "Minder uithuiszettingen."


def test_a_bare_method_says_what_is_not_known_yet(read, site):
    page = read(MethodFactory(parent=site.methods))
    assert words(section(page, "effect").p) == "Hierover is nog niets opgeschreven."
    assert words(section(page, "praktijken").p) == (
        "Er staan nog geen praktijken met deze werkwijze op de site."
    )
    assert section(page, "op-letten") is None


def test_a_method_shows_the_practices_that_follow_it(read, site):
    method = MethodFactory(parent=site.methods)
    PracticeFactory(parent=site.practices, title="Zuilen", method=method)
    cards = section(read(method), "praktijken").select(".wk-card__title")
    assert [words(card) for card in cards] == ["Zuilen"]


def test_a_study_tells_who_made_it_and_how_it_was_judged(read, site):
    study = ResearchFactory(
        parent=site.research,
        authors="Jansen en De Vries",
        year=2012,
        commissioner=OrganisationFactory(name="Woonstad"),
        method=TEXT,
        method_judgement="Positief.",
        policy_judgement="Anderen kunnen ervan leren.",
        judged_by="Wetenschappelijke Commissie Wijkaanpak",
        judged_on="2013",
        recommendation="<p>Kijk over meer jaren.</p>",
    )
    page = read(study)
    assert facts(page) == {
        "Onderzoekers": "Jansen en De Vries",
        "Opdrachtgever": "Woonstad",
        "Jaar": "2012",
        "Oordeel van de commissie": "2013",
    }
    assert terms(section(page, "oordeel")) == {
        "De opzet": "Positief.",
        "Wat beleid eraan heeft": "Anderen kunnen ervan leren.",
    }
    assert words(section(page, "oordeel").find("p")) == (
        "Beoordeeld door Wetenschappelijke Commissie Wijkaanpak, 2013."
    )
    assert words(section(page, "aanbeveling").select_one(".wk-prose")) == "Kijk over meer jaren."


def test_a_study_that_nobody_judged_says_so(read, site):
    page = read(ResearchFactory(parent=site.research))
    assert facts(page) == {
        "Onderzoekers": "Niet vermeld",
        "Opdrachtgever": "Niet vermeld",
        "Jaar": "Niet vermeld",
        "Oordeel van de commissie": "Niet beoordeeld",
    }
    assert section(page, "oordeel") is None


def test_a_study_names_the_practices_it_is_evidence_for(read, site):
    study = ResearchFactory(parent=site.research)
    PracticeFactory(
        parent=site.practices,
        title="Zuilen",
        evidence=[Evidence(research=study, note="Rekent kosten en baten uit.")],
    )
    assert [words(row) for row in section(read(study), "praktijken").select("li")] == [
        "Zuilen Rekent kosten en baten uit."
    ]
