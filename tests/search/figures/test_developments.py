"""Choosing areas by what became of them beside their average."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from indicators.domain import take_snapshot
from practices.models import PracticePage
from search import rebuilding
from search.engines.elastic import replacing
from tests.factories import IndicatorFactory, PracticeFactory
from tests.indicators.reports import report_on
from tests.search.figures.conftest import END, START

pytestmark = pytest.mark.django_db


@pytest.fixture
def practices(site, measured, overvecht, zuilen, utrecht):
    for title, areas in {
        "Kopklas": [overvecht],
        "Weekendschool": [zuilen],
        "In beide wijken": [overvecht, zuilen],
        "In de hele stad": [utrecht],
        "Nergens": [],
    }.items():
        PracticeFactory(parent=site.practices, title=title, areas=areas)


def options(answer):
    return {
        group["label"]: {option["value"]: option.get_text() for option in group.select("option")}
        for group in answer.page.select("#ontwikkeling optgroup")
    }


def test_practices_in_areas_where_it_came_closer_to_the_city(practices, index):
    closer = index.ask(type="praktijk", ontwikkeling="vsv:dichterbij")
    further = index.ask(type="praktijk", ontwikkeling="vsv:verder-weg")

    assert sorted(closer.titles) == ["In beide wijken", "Kopklas"]
    assert closer.count == "2 resultaten"
    assert closer.facet("Soort")[0] == "Praktijk (2)"
    assert sorted(further.titles) == ["In beide wijken", "Weekendschool"]


def test_what_happened_to_a_city_is_not_said_of_its_neighbourhoods(
    practices, vsv, report, utrecht, index
):
    report_on(vsv, report, utrecht, "same")

    assert index.ask(type="praktijk", ontwikkeling="vsv:gelijk").titles == ["In de hele stad"]


def test_words_and_both_courses_go_together(practices, index):
    both = index.ask("kopklas", type="praktijk", ontwikkeling=["vsv:dichterbij", "vsv:verder-weg"])
    assert both.titles == ["Kopklas"]


def test_what_can_be_chosen_stands_there_with_the_number_of_areas(practices, index):
    assert options(index.ask("kopklas")) == {
        "Schoolverlaters": {
            "vsv:dichterbij": "dichter bij het gemiddelde (1 gebied)",
            "vsv:verder-weg": "verder van het gemiddelde (1 gebied)",
        }
    }


def test_what_is_chosen_is_ticked_and_can_be_taken_away(practices, index):
    answer = index.ask("school", ontwikkeling="vsv:verder-weg")
    (chosen,) = answer.page.select(".wk-chosen__item")

    assert chosen.span.get_text() == "Schoolverlaters: verder van het gemiddelde"
    assert chosen["href"] == "?q=school"
    (box,) = answer.page.select("#ontwikkeling input")
    assert (box["name"], box["value"], box.has_attr("checked")) == (
        "ontwikkeling",
        "vsv:verder-weg",
        True,
    )
    assert list(options(answer)["Schoolverlaters"]) == ["vsv:dichterbij"]


def test_it_stays_in_every_link(practices, index):
    answer = index.ask("school", ontwikkeling="vsv:verder-weg", gebied="AW39")
    links = [link["href"] for link in answer.page.select(".wk-search__sort a, .wk-chosen__item")]

    assert "?q=school&gebied=AW39" in links
    assert "?q=school&ontwikkeling=vsv%3Averder-weg" in links


def test_an_empty_choice_in_the_form_is_no_choice(practices, index):
    answer = index.ask("kopklas", ontwikkeling="")

    assert (answer.status, answer.titles) == (200, ["Kopklas"])


UNKNOWN = [
    "vsv", "vsv:", ":dichterbij", "vsv:smaller", "vsv:geen-uitspraak", "xx:dichterbij",
    "\x00:gelijk", "vsv:dichterbij:gelijk", "' OR 1=1 --:gelijk", "<b>:gelijk", "é:gelijk",
    "vsv:" + "x" * 10_000,
]  # fmt: skip


def test_what_nobody_knows_gets_a_clear_message(practices, index):
    index.update()
    for value in UNKNOWN:
        response = Client().get("/zoeken", {"ontwikkeling": value})
        page = BeautifulSoup(response.content, "html.parser")

        assert response.status_code == 400, value
        assert "kennen wij niet" in page.select_one("[role=alert]").get_text(), value
        assert page.select("[role=alert] b") == []


def test_a_thousand_choices_are_too_many(practices, index):
    index.update()
    values = [f"vsv{number}:gelijk" for number in range(1000)]
    response = Client().get("/zoeken", {"ontwikkeling": values})

    assert response.status_code == 400
    assert "Kies hoogstens 10 ontwikkelingen" in response.content.decode()


def test_an_indicator_without_figures_finds_nothing_and_says_so(practices, index):
    IndicatorFactory(name="Nieuw", code="nieuw")
    answer = index.ask(ontwikkeling="nieuw:gelijk")

    assert (answer.status, answer.count) == (200, "Geen resultaten")
    assert answer.page.select_one("#ontwikkeling input")["value"] == "nieuw:gelijk"
    assert "Haal alle filters weg" in answer.page.get_text()


def test_pages_that_show_a_figure_are_found_by_its_indicator(
    practices, index, vsv, overvecht, report
):
    snapshot = take_snapshot(
        indicator=vsv,
        area=overvecht,
        comparator=None,
        baseline=START,
        follow_up=END,
        dataset=report,
    )
    practice = PracticePage.objects.get(title="Kopklas")
    practice.figures = [practice.figures.model(snapshot=snapshot)]
    practice.save_revision().publish()

    assert index.ask(indicator="vsv").titles == ["Kopklas"]
    assert index.ask(type="praktijk").facet("Met een cijfer over") == ["Schoolverlaters (1)"]


def test_an_index_of_an_earlier_release_answers_until_it_is_built_anew(practices, index):
    if index.engine.name == "elastic":
        figures = index.engine.figures
        replacing.remove(figures.client, replacing.of_site(figures.client, figures.index))
        answer = index.ask("kopklas")

        assert (answer.titles, options(answer)) == (["Kopklas"], {})
        assert rebuilding.is_needed(index.engine)
    rebuilding.rebuild(index.engine)
    assert list(options(index.ask("kopklas"))) == ["Schoolverlaters"]
