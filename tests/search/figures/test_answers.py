"""The card above the results: what it says of a figure, and what it costs."""

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from indicators.models import Dataset, DefinitionChange
from search.models import SearchSynonym
from tests.factories import DatasetFactory, IndicatorFactory, MunicipalityFactory, PracticeFactory
from tests.indicators.reports import report_on

pytestmark = pytest.mark.django_db


def cards(answer):
    """Return what stands in each card, in words."""
    return [
        " ".join(card.get_text(" ").replace("\N{NO-BREAK SPACE}", " ").split())
        for card in answer.page.select(".wk-answer__words")
    ]


def test_the_figure_itself_stands_above_the_results(site, index, measured):
    answer = index.ask("vsv overvecht")

    assert cards(answer) == [
        "Voortijdige schoolverlaters: Overvecht (Utrecht) 10,0% 2012 · Utrecht: 8,0% "
        "Het aandeel daalde van 14,0% (2007) naar 10,0% (2012). Dat is een verbetering. "
        "De afstand tot Utrecht werd kleiner: van 5,0 naar 2,0 procentpunt."
    ]
    assert answer.titles[0] == "Schoolverlaters: Overvecht (Utrecht)"


def test_it_leads_to_the_profile_and_the_indicator_and_names_its_source(site, index, measured):
    card = index.ask("vsv overvecht").page.select_one(".wk-answer")

    assert [link["href"] for link in card.select("a")] == [
        "/gebieden/overvecht/#cijfer-vsv",
        "/indicatoren/vsv/",
        "/gebieden/overvecht/",
    ]
    assert "Bron: Bron. Zoals een rapport het meldt." in " ".join(card.get_text(" ").split())


def test_the_course_is_drawn_and_told(site, index, measured):
    card = index.ask("vsv overvecht").page.select_one(".wk-answer")
    drawing = card.select_one("svg[role=img]")

    assert drawing["aria-label"].replace("\N{NO-BREAK SPACE}", " ") == (
        "Overvecht (Utrecht): 2007 14,0%, 2012 10,0%; Utrecht: 2007 9,0%, 2012 8,0%"
    )
    assert len(drawing.select("line")) == 2
    assert [cell.get_text() for cell in card.select("table tbody th")] == ["2007", "2012"]


def test_a_figure_of_another_definition_did_not_go_up_or_down(site, index, measured, vsv):
    DefinitionChange.objects.create(indicator=vsv, since=date(2010, 1, 1), what="vanaf 12 jaar")
    answer = index.ask("vsv overvecht")

    assert cards(answer) == [
        "Voortijdige schoolverlaters: Overvecht (Utrecht) 10,0% 2012 · Utrecht: 8,0% "
        "Het aandeel was 14,0% (2007) en 10,0% (2012). In 2010 veranderde de definitie, dus dat is "
        "niet goed te vergelijken. "
        "De afstand tot Utrecht werd kleiner: van 5,0 naar 2,0 procentpunt. "
        "Dat kan ook door de nieuwe definitie komen."
    ]
    drawing = answer.page.select_one(".wk-answer svg[role=img]")
    assert [line["class"] for line in drawing.select("line")] == [["wk-trend__break"]]
    assert drawing["aria-label"].endswith("; In 2010 veranderde de definitie")


def test_a_missing_figure_says_why_and_gives_the_last_one_known(site, index, measure, overvecht):
    measure(overvecht, 14, "suppressed")

    assert cards(index.ask("vsv overvecht")) == [
        "Voortijdige schoolverlaters: Overvecht (Utrecht) 14,0% 2007 "
        "Geen cijfer over 2012: te weinig mensen om iets over te zeggen."
    ]


def test_what_only_a_report_says_is_said(site, index, vsv, report, overvecht):
    report_on(vsv, report, overvecht, "larger")

    assert cards(index.ask("vsv overvecht")) == [
        "Voortijdige schoolverlaters: Overvecht (Utrecht) "
        "Geen cijfer: het rapport noemt alleen hoe het ging. "
        "Volgens het rapport werd de afstand tot het gemiddelde groter (2006 – 2012)."
    ]


def test_where_nothing_is_known_it_says_so_and_gives_the_figure_of_all_areas(
    site, index, measure, forty, overvecht
):
    measure(forty, 8, 6)

    assert cards(index.ask("vsv overvecht")) == [
        "Voortijdige schoolverlaters: Overvecht (Utrecht) "
        "Geen cijfer: van dit gebied hebben wij dit cijfer niet. "
        "40 wijken : Het aandeel daalde van 8,0% (2007) naar 6,0% (2012). Dat is een verbetering."
    ]


def test_without_an_area_it_is_the_figure_of_all_areas(site, index, measured, measure, forty):
    measure(forty, 8, 6)
    (card,) = cards(index.ask("vsv"))

    assert card.startswith("Voortijdige schoolverlaters: 40 wijken 6,0% 2012")


def test_a_synonym_of_the_editors_works_at_once(site, index, measured):
    assert cards(index.ask("spijbelaars overvecht")) == []
    SearchSynonym.objects.create(words="vsv, spijbelaars")

    (card,) = cards(index.ask("spijbelaars overvecht"))
    assert card.startswith("Voortijdige schoolverlaters: Overvecht (Utrecht) 10,0%")


def test_two_areas_of_one_name_are_both_meant_until_the_city_is_named(site, index, measured, vsv):
    the_hague = MunicipalityFactory(name="Den Haag")
    MunicipalityFactory(name="Overvecht", slug="x", kind="neighbourhood", parent=the_hague)

    assert len(cards(index.ask("vsv overvecht"))) == 2
    (card,) = cards(index.ask("vsv overvecht utrecht"))
    assert card.startswith("Voortijdige schoolverlaters: Overvecht (Utrecht)")


def test_what_was_withdrawn_is_told_in_no_card(site, index, measured, report):
    report.status = Dataset.Status.WITHDRAWN
    report.save()

    (card,) = cards(index.ask("vsv overvecht"))
    assert "Geen cijfer: van dit gebied hebben wij dit cijfer niet." in card
    assert "10,0%" not in card


def test_other_pages_and_choices_have_no_card(site, index, measured):
    for number in range(12):
        PracticeFactory(parent=site.practices, title=f"Vsv in Overvecht {number}")

    assert len(cards(index.ask("vsv overvecht"))) == 1
    assert cards(index.ask("vsv overvecht", pagina=2)) == []
    assert cards(index.ask("vsv overvecht", type="praktijk")) == []


def test_the_card_is_there_when_the_engine_is_gone(site, index, measured):
    index.update()
    index.engine.remove()
    answer = index.ask("vsv overvecht")

    assert answer.status == 503
    (card,) = cards(answer)
    assert card.startswith("Voortijdige schoolverlaters: Overvecht (Utrecht) 10,0%")


def test_hostile_names_are_shown_as_they_are(site, index, overvecht, measure):
    strange = IndicatorFactory(name="<b>Vet</b> & co", short_name="Vet", code="vet")
    measure(overvecht, 1, 2, indicator=strange, dataset=DatasetFactory())
    answer = index.ask("vet overvecht")

    assert cards(answer)[0].startswith("<b>Vet</b> & co: Overvecht (Utrecht) 2%")
    assert answer.page.select(".wk-answer b") == []


# Beside what any question costs: the names of the areas, nine for the figures with their areas,
# deliveries and changes of the definition, and one each for the indicators and areas of the cards.
OF_CARDS = 12


def queries_of(question):
    with CaptureQueriesContext(connection) as queries:
        page = Client().get("/zoeken", {"q": question}).content.decode()
    return len(queries), page.count('class="wk-answer"')


def test_the_number_of_queries_does_not_grow_with_the_cards(
    site, index, measured, measure, zuilen, overvecht
):
    work = IndicatorFactory(name="Werklozen", code="nww")
    measure(overvecht, 9, 8, indicator=work)
    measure(zuilen, 9, 8, indicator=work)
    index.update()
    queries_of("warm")
    plain, _cards = queries_of("overvecht")

    assert queries_of("vsv overvecht projecten") == (plain + 1, 0)
    assert queries_of("vsv overvecht") == (plain + OF_CARDS, 1)
    assert queries_of("vsv werklozen overvecht zuilen") == (plain + OF_CARDS, 3)
