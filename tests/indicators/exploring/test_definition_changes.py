"""The explorer where the definition of an indicator changed."""

from datetime import date
from io import BytesIO

import pytest
from django.http import QueryDict
from openpyxl import load_workbook

from content.models import AreaCode
from indicators.exploring import choice, courses, marks
from indicators.exploring.answering import explore
from indicators.models import Dataset, DefinitionChange
from tests.factories import DatasetFactory
from tests.indicators.pages import read, texts
from tests.reading import words

ALL = "/indicatoren/verkennen?indicator=nww&groep=W3&gebied=AW01"
NOTE = (
    "In 2010 veranderde de definitie: wie ziek is, telt niet meer mee. Cijfers van ervoor en erna "
    "zijn niet goed te vergelijken."
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def changed(figures, seekers):
    """Return the areas, of which sick people no longer count since 2010."""
    DefinitionChange.objects.create(
        indicator=seekers, since=date(2010, 1, 1), what="wie ziek is, telt niet meer mee"
    )
    return figures


def explored():
    found = explore(*choice.parse(QueryDict(ALL.partition("?")[2])))
    return found, marks.of(found.marked, found.compared)


def notes(client, address=ALL):
    return texts(read(client, address).select(".wk-explore__notes li"))


def test_every_line_is_broken_there(changed):
    drawn = courses.of(*explored())
    assert [(course.mark.kind, course.path.count("M"), course.path.count("L"))
            for course in drawn.courses] == [("beside", 2, 2), ("area", 2, 2)]  # fmt: skip
    # Ondiep in two pieces; Zuilen, which misses 2011, as it was.
    assert (drawn.background.count("M"), drawn.background.count("L")) == (4, 3)
    # Between 2009 and 2011.
    assert drawn.breaks == ("50.00%",)


def test_it_has_one_place_though_areas_have_figures_of_other_years(changed, store):
    store(changed["Overvecht"], 2010, 9)
    assert courses.of(*explored()).breaks == ("42.17%",)


def test_it_is_told_once_for_all_areas(client, site, changed):
    told = notes(client)
    assert told.count(NOTE) == 1
    assert [note for note in told if "vergelijken" in note] == [NOTE]


def test_it_is_told_where_it_lies_outside_the_days_compared(client, site, changed, store):
    # Of 2006 the city is not known, so the distance is counted from 2007.
    DefinitionChange.objects.update(since=date(2007, 1, 1))
    store(changed["Overvecht"], 2006, 13)
    assert [note for note in notes(client) if "definitie" in note] == [NOTE.replace("2010", "2007")]


def test_it_is_not_told_of_figures_of_one_side(client, site, changed):
    after = read(client, f"{ALL}&van=2011-01-01")
    assert "definitie" not in words(after.find(class_="wk-explore__words"))


def test_a_number_of_things_has_it_told_too(client, site, changed, seekers):
    seekers.unit = "inwoners"
    seekers.save()
    assert notes(client) == [NOTE]


def test_another_source_is_no_guess_where_it_is_known_and_borders_are_told_beside_it(
    client, site, changed, store
):
    for code, first, last in (("WK034401", 2000, 2013), ("WK034411", 2014, 2022)):
        AreaCode.objects.create(
            area=changed["Overvecht"], code=code, first_year=first, last_year=last
        )
    Dataset.objects.update(boundary_year=2013)
    DefinitionChange.objects.update(since=date(2014, 1, 1))
    other = DatasetFactory(source="CBS", boundary_year=2015)
    for name in ("Overvecht", "Utrecht"):
        store(changed[name], 2015, 7, dataset=other)
    assert [note for note in notes(client) if "vergelijken" in note] == [
        NOTE.replace("2010", "2014"),
        "Van Overvecht (Utrecht) zijn de cijfers van 2013 en 2015 niet goed te vergelijken: "
        "de grenzen veranderden.",
    ]


def test_one_area_is_said_not_to_have_improved(client, site, changed):
    page = read(client, "/indicatoren/verkennen?indicator=nww&gebied=AW01")
    (sentence,) = texts(page.select(".wk-explore__words .wk-figure__sentence"))
    assert sentence.replace("\N{NO-BREAK SPACE}", " ") == (
        "Het aandeel was 12% (2007) en 8% (2013). In 2010 veranderde de definitie, dus dat is niet "
        "goed te vergelijken. De afstand tot Utrecht werd kleiner: van 5 naar 2 procentpunt. "
        "Dat kan ook door de nieuwe definitie komen."
    )


def test_counts_say_that_the_definition_may_be_why(client, site, changed):
    first, *_extremes = texts(read(client, ALL).select(".wk-explore__words .wk-figure__sentence"))
    assert first == (
        "In 1 wijk werd de afstand tot Utrecht groter, in 1 kleiner; 1 wijk ligt op of onder het "
        "gemiddelde. Dat kan ook door de nieuwe definitie komen."
    )


def test_it_goes_along_in_a_frame_and_in_files(client, site, changed):
    frame = read(client, ALL.replace("verkennen", "verkennen/insluiten"))
    assert texts(frame.main.find_all("p", class_="wk-meta", recursive=False)) == [NOTE]
    assert NOTE in client.get(ALL.replace("verkennen", "verkennen.json")).json()["notes"]
    workbook = client.get(ALL.replace("verkennen", "verkennen.xlsx"))
    lines = load_workbook(BytesIO(workbook.content))["In woorden"]
    assert NOTE in [row[0] for row in lines.iter_rows(values_only=True)]
