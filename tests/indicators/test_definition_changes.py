"""A definition that changed is told wherever figures of before and after stand together."""

from datetime import date
from decimal import Decimal

import pytest

from indicators import definitions, overviews, queries, sentences, series, tables, trends
from indicators.models import DefinitionChange, IndicatorSnapshot
from practices.models import PracticeFigure
from tests.factories import MeasurementFactory, PracticeFactory
from tests.indicators.conftest import END, START
from tests.indicators.pages import cells, read, texts
from tests.programmes.reports import a_group
from tests.reading import words

YEAR = date(2011, 1, 1)
WHAT = "leerlingen van buiten de stad tellen mee"
NOTE = (
    "In 2011 veranderde de definitie: leerlingen van buiten de stad tellen mee. Cijfers van ervoor "
    "en erna zijn niet goed te vergelijken."
)
SAID = (
    "Het aandeel was 28% (oktober 2006) en 38% (oktober 2012). In 2011 veranderde de definitie, "
    "dus dat is niet goed te vergelijken."
)

pytestmark = pytest.mark.django_db


def plain(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.fixture
def change(havo):
    """Return a function that stores a change of the definition."""

    def stored(since=YEAR, what=WHAT, indicator=havo):
        return DefinitionChange.objects.create(indicator=indicator, since=since, what=what)

    return stored


# --- Which days it lies between, and its words ---


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (date(2010, 12, 31), date(2011, 1, 1), True),
        (date(2006, 1, 1), date(2012, 1, 1), True),
        (date(2011, 1, 1), date(2012, 1, 1), False),
        (date(2006, 1, 1), date(2010, 12, 31), False),
    ],
)
def test_its_day_is_the_first_that_is_counted_in_the_new_way(havo, change, before, after, found):
    told = [change()] if found else []
    if not found:
        change()
    assert list(definitions.between(havo, before, after)) == told


def test_more_changes_are_told_in_order_and_a_day_within_a_year_by_its_name(havo, change):
    change(date(2011, 10, 1), "Studenten tellen mee.")
    change(date(2008, 1, 1), "de grens ging omhoog")
    changes = definitions.between(havo, START, END)
    assert definitions.changed(changes) == "In 2008 en op 1 oktober 2011 veranderde de definitie"
    assert definitions.notes(changes)[1] == (
        "Op 1 oktober 2011 veranderde de definitie: Studenten tellen mee. Cijfers van ervoor en "
        "erna zijn niet goed te vergelijken."
    )


# --- An area: sentence, table and drawing ---


def test_a_sentence_calls_it_no_rise_and_no_improvement(change, measured, oost):
    change()
    (figures,) = series.of_area(oost)
    assert sentences.change(figures.indicator, *figures.rows) == SAID


def test_of_a_distance_it_says_what_it_may_come_from(change, measure, oost, amsterdam):
    change()
    for area, before, after in ((oost, 28, 38), (amsterdam, 41, 48)):
        measure(area, START, "2006", before)
        measure(area, END, "2012", after)
    (figures,) = series.of_area(oost)
    assert plain(sentences.distance(figures)) == (
        "De afstand tot Amsterdam werd kleiner: van 13 naar 10 procentpunt. "
        "Dat kan ook door de nieuwe definitie komen."
    )


def test_the_profile_of_an_area_says_it_below_the_table(client, site, change, measured, oost):
    change()
    figure = read(client, oost.get_absolute_url()).find(id="cijfer-havo-vwo")
    assert words(figure.find("p", class_="wk-figure__sentence")).startswith(SAID)
    assert words(figure.table.find_next_sibling("p")) == NOTE


def test_figures_of_one_side_say_nothing_of_it(client, site, change, measured, oost):
    change(date(2013, 1, 1))
    figure = read(client, oost.get_absolute_url()).find(id="cijfer-havo-vwo")
    assert "steeg van 28%" in words(figure)
    assert "definitie" not in words(figure)


def test_a_drawing_is_broken_where_it_changed(change, measure, oost):
    change()
    for year in (2006, 2009, 2012, 2015):
        measure(oost, date(year, 1, 1), str(year), year - 1990)
    (figures,) = series.of_area(oost)
    drawn = trends.of_table(figures)
    (line,) = drawn.lines
    assert [(part.x1, part.x2) for part in line.segments] == [
        ("8.00%", "36.01%"), ("63.99%", "92.00%"),
    ]  # fmt: skip
    assert len(line.points) == 4
    # Half-way between 2009 and 2012.
    assert drawn.breaks == ("50.00%",)
    assert drawn.text.endswith("; In 2011 veranderde de definitie")


# --- The page of the indicator ---


def test_the_page_of_the_indicator_lists_what_changed_and_when(client, site, change, measured):
    change(date(2013, 10, 1), "studenten tellen mee")
    change()
    section = read(client, "/indicatoren/havo-vwo/").find(id="veranderingen").parent
    assert texts(section.find_all(["dt", "dd"])) == [
        "Vanaf 1 januari 2011",
        "Leerlingen van buiten de stad tellen mee",
        "Vanaf 1 oktober 2013",
        "Studenten tellen mee",
    ]


def test_a_definition_that_never_changed_has_no_such_list(client, site, measured):
    assert read(client, "/indicatoren/havo-vwo/").find(id="veranderingen") is None


def test_its_table_gives_no_change_of_figures_that_count_something_else(
    client, site, change, measured
):
    change()
    table = read(client, "/indicatoren/havo-vwo/").find("caption", id="tabel-cijfers").parent
    assert cells(table)[0] == ["Gebied", "oktober 2006", "oktober 2012"]
    assert words(table.find_next_sibling("p")) == NOTE


# --- Snapshots ---


def test_a_snapshot_tells_a_change_that_was_recorded_later_and_stays_as_it_was(
    client, site, change, take
):
    snapshot = take()
    change()
    page = read(client, snapshot.get_absolute_url())
    assert words(page.find("p", class_="wk-figure__sentence")).startswith(SAID)
    assert words(page.table.find_next_sibling("p")) == NOTE
    kept = IndicatorSnapshot.objects.get()
    assert (kept.statement, kept.hash) == (snapshot.statement, snapshot.hash)
    assert "definitie" not in kept.statement


def test_a_practice_tells_it_beside_its_figure(client, site, change, take):
    change()
    practice = PracticeFactory(
        parent=site.practices, figures=[PracticeFigure(snapshot=take(), note="Op school.")]
    )
    figure = read(client, practice.url).find("figure", class_="wk-figure")
    assert words(figure.table.find_next_sibling("p")) == NOTE


def test_snapshots_of_three_indicators_read_their_changes_together(
    change, take, django_assert_num_queries
):
    change()
    for caveat in ("", "Een.", "Twee."):
        take(caveat=caveat)
    with django_assert_num_queries(2):
        found = [tables.of_snapshot(snapshot).notes for snapshot in queries.snapshots()]
    assert found == [[NOTE]] * 3


# --- Reports ---


def test_a_report_has_it_among_its_notes(change):
    group, average, indicator = a_group()
    change(YEAR, "de leeftijd ging omhoog", indicator)
    found = overviews.of(overviews.Choice(indicator, group, average))
    assert found["notes"] == [
        "In 2011 veranderde de definitie: de leeftijd ging omhoog. Cijfers van ervoor en erna zijn "
        "niet goed te vergelijken."
    ]
    assert plain(found["sentences"][0]).startswith(
        "Het aandeel was 10% (begin 2007) en 7% (begin 2013). In 2011 veranderde de definitie"
    )


def test_a_report_that_counts_members_has_it_once(change):
    group = a_group()[0]
    members = [membership.member for membership in group.memberships.all()]
    indicator = MeasurementFactory(area=members[0].parent, period_date=START).indicator
    MeasurementFactory(indicator=indicator, area=members[0].parent, period_date=END)
    for day in (START, END):
        for member in members:
            value = Decimal(10 + (day == END) * member.pk)
            MeasurementFactory(indicator=indicator, area=member, period_date=day, value=value)
    change(YEAR, "anders", indicator)
    notes = overviews.of(overviews.Choice(indicator, group))["notes"]
    assert [note for note in notes if "definitie" in note] == [
        "In 2011 veranderde de definitie: anders. Cijfers van ervoor en erna zijn niet goed te "
        "vergelijken."
    ]
