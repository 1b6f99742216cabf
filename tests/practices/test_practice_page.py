"""What a reader finds on the page of a practice."""

import json
from datetime import date
from itertools import pairwise

from bs4 import BeautifulSoup

from practices.models import Evidence, Lesson, Level, PracticeFigure
from tests.factories import (
    MeasurementFactory,
    MethodFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    RatingFactory,
    ResearchFactory,
    TargetGroupFactory,
    ThemeFactory,
)
from tests.practices.conftest import close, document, image, snapshot
from tests.reading import facts, section, words


def test_a_snapshot_says_what_it_does_not_know_and_leaves_the_rest_out(show):
    page = show()
    assert words(page.select_one(".wk-opening__kind")) == "Praktijk · momentopname"
    assert facts(page) == {
        "Waar": "Niet vermeld",
        "Wanneer": "Niet vermeld",
        "Status": "Loopt",
        "Onderbouwing": "Nog niet beoordeeld",
        "Kosten": "Niet bekend",
        "Contact": "Niet bekend",
    }
    assert [words(heading) for heading in page.main.select("h2")] == [
        "Cijfers van het gebied",
        "Vijf oordelen",
        "Ervaringen van anderen",
        "Contact",
    ]
    assert (
        words(section(page, "cijfers").p)
        == "Bij deze praktijk staan nog geen cijfers van het gebied."
    )
    assert words(section(page, "contact").p) == "Bij deze praktijk staat nog geen contact."
    assert words(page.select_one(".wk-about")) == (
        "Momentopname: kort beschreven Ingevuld: 0 van de 17 onderdelen."
    )


def test_everything_stands_in_one_order(client, whole):
    page = BeautifulSoup(client.get(whole(1).url).content, "html.parser")
    assert [words(heading) for heading in page.main.select("h2")] == [
        "Wat speelde er",
        "Wat is er gedaan",
        "Wat maakt dat het werkt",
        "Wat kwam ervan",
        "Wat is geleerd",
        "Cijfers van het gebied",
        "Vijf oordelen",
        "Zelf doen in een andere wijk",
        "Wie doen mee",
        "Kosten en baten",
        "Wie deed dit ook",
        "Ervaringen van anderen",
        "Onderzoek naar deze praktijk",
        "In beeld",
        "Documenten",
        "Contact",
        "Bronnen",
    ]


def test_headings_skip_no_level(client, whole):
    page = BeautifulSoup(client.get(whole(2).url).content, "html.parser")
    levels = [int(heading.name[1]) for heading in page.main.find_all(["h1", "h2", "h3", "h4"])]
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))


def test_the_strip_tells_the_facts(show):
    utrecht = MunicipalityFactory(name="Utrecht")
    page = show(
        areas=[NeighbourhoodFactory(name="Zuilen", parent=utrecht), utrecht],
        start_year=2001,
        end_year=2015,
        status="ended",
        ratings=[RatingFactory(level=Level.EVIDENCE_GOOD)],
        cost_amount="2500000.50",
        cost_unit="eenmalig",
        contact_role="Wijkmanager",
    )
    assert facts(page) == {
        "Waar": "Zuilen (Utrecht) , Utrecht",
        "Wanneer": "2001–2015",
        "Status": "Afgerond",
        "Onderbouwing": "Goede aanwijzingen voor effect",
        "Kosten": "€ 2.500.000,50 (eenmalig)",
        "Contact": "Wijkmanager",
    }


def test_a_band_of_cost_stands_in_for_an_amount(show):
    page = show(ratings=[RatingFactory(level=Level.COST_LOW, unit="per jaar")])
    assert facts(page)["Kosten"] == "Laag: minder dan € 10.000"


def test_lessons_are_three_lists(show):
    page = show(lessons=[Lesson(kind=Lesson.Kind.DID_NOT_WORK, text="Brieven sturen.")])
    assert [words(kind) for kind in page.select(".wk-lessons__kind")] == [
        "Werkte Niets genoemd.",
        "Werkte niet Brieven sturen.",
        "Hangt ervan af Niets genoemd.",
    ]


def test_figures_come_with_what_they_have_to_do_with_it(show):
    taken = snapshot(name="Voortijdig schoolverlaten", short_name="Schooluitval")
    page = show(figures=[PracticeFigure(snapshot=taken, note="Alle leerlingen uit de wijk.")])
    figure = section(page, "cijfers").figure
    assert words(figure.h3) == f"Voortijdig schoolverlaten , {taken.area.full_name}"
    assert words(figure.select_one(".wk-figure__note")) == "Alle leerlingen uit de wijk."
    assert figure.find("table") is not None
    assert figure.find("a", href=taken.get_absolute_url()) is not None


def test_newer_figures_stand_beside_what_was_quoted(show):
    taken = snapshot()
    MeasurementFactory(
        indicator=taken.indicator,
        area=taken.area,
        dataset=taken.dataset,
        period_date=date(2015, 1, 1),
        value=9,
    )
    figure = section(show(figures=[PracticeFigure(snapshot=taken)]), "cijfers").figure
    newer = figure.select_one(".wk-figure__newer")
    assert "2015" in words(newer)
    assert "9%" in words(newer)


def test_pictures_and_documents_are_shown(show):
    picture = image("Speeltuin")
    picture.contextual_alt_text, picture.decorative = "Kinderen op een klimrek", False
    page = show(gallery=[("image", picture)], attachments=[("document", document("Wijkplan"))])
    assert section(page, "beelden").img["alt"] == "Kinderen op een klimrek"
    assert words(section(page, "documenten").a).startswith("Wijkplan (PDF, ")


def test_the_reader_sees_for_whom_it_is_and_which_method_it_follows(show, site):
    method = MethodFactory(parent=site.methods, title="Frontlijnsturing")
    page = show(method=method, target_groups=[TargetGroupFactory(name="Jongeren")])
    assert words(page.select_one(".wk-about")).endswith(
        "Voor wie Jongeren Werkwijze Frontlijnsturing"
    )


def test_nothing_hidden_is_named_on_the_page(show, site):
    method = MethodFactory(parent=site.methods, title="Kanariemethode")
    study = ResearchFactory(parent=site.research, title="Kanarieonderzoek")
    for page in (method, study):
        close(page)
    page = show(method=method, evidence=[Evidence(research=study, note="Kanarienoot")])
    assert "anarie" not in page.get_text()


def test_the_page_is_an_article_that_machines_read(show):
    page = show(
        title="Samen </script> sterk",
        themes=[ThemeFactory(label="Werken")],
        areas=[MunicipalityFactory(name="Gouda")],
        sources=[("source", {"title": "Rapport", "publisher": "BZK", "year": 2013})],
    )
    article = json.loads(page.find("script", type="application/ld+json").string)
    assert article.pop("datePublished")
    assert article.pop("dateModified")
    assert article == {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": "Samen </script> sterk",
        "description": "Waar deze pagina over gaat.",
        "url": "http://localhost/praktijken/samen-script-sterk/",
        "inLanguage": "nl",
        "publisher": {"@type": "Organization", "name": "Wat werkt in de wijken"},
        "about": [{"@type": "Thing", "name": "Werken"}],
        "spatialCoverage": [{"@type": "Place", "name": "Gouda"}],
        "citation": [
            {
                "@type": "CreativeWork",
                "name": "Rapport",
                "publisher": "BZK",
                "datePublished": 2013,
            }
        ],
    }
