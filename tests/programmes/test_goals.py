"""How far a goal is, and how that is said."""

from datetime import date
from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError

from programmes.models import GoalActual, GoalPage, Milestone
from programmes.templatetags.programmes import amount
from tests.factories import GoalFactory, ProgrammeFactory


def goal(start, target, *values):
    actuals = [
        GoalActual(date=date(2012 + number, 9, 1), value=Decimal(value))
        for number, value in enumerate(values)
    ]
    return GoalPage(
        title="Doel",
        unit="scholen",
        start_value=Decimal(start),
        target_value=Decimal(target),
        actuals=actuals,
    )


@pytest.mark.parametrize(
    ("start", "target", "values", "progress", "reached"),
    [
        (0, 34, ["18"], 53, False),
        (0, 34, ["12", "18"], 53, False),
        (0, 34, [], None, False),
        (0, 34, ["34"], 100, True),
        (0, 34, ["40"], 100, True),
        (0, 1000, ["998"], 99, False),
        (100, 50, ["70"], 60, False),
        (100, 50, ["50"], 100, True),
        (100, 50, ["110"], 0, False),
        (34, 34, ["34"], None, False),
    ],
)
def test_progress_is_the_part_of_the_way_that_is_done(start, target, values, progress, reached):
    page = goal(start, target, *values)
    assert page.progress == progress
    assert page.is_reached is reached


def test_the_latest_actual_counts_whatever_order_the_editor_gave():
    page = goal(0, 34, "18", "12")
    page.actuals = list(reversed(page.actuals.all()))
    assert page.latest.value == 12


def test_a_goal_that_ends_where_it_starts_is_refused():
    with pytest.raises(ValidationError) as refusal:
        goal(34, 34).clean()
    assert refusal.value.message_dict == {
        "target_value": ["Het doel is gelijk aan de start. Vul een ander getal in."]
    }


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (Decimal("18.00"), "18"),
        (Decimal("2.50"), "2,5"),
        (Decimal("1700.00"), "1.700"),
        (Decimal("0.00"), "0"),
        (Decimal("-4.25"), "-4,25"),
        (Decimal("1E+3"), "1.000"),
    ],
)
def test_numbers_are_written_as_the_dutch_do(value, shown):
    assert amount(value) == shown


def status(client, site, **fields):
    programme = ProgrammeFactory(parent=site.programmes, title="Zuid")
    page = GoalFactory(parent=programme, title="Extra lestijd", **fields)
    answer = client.get(page.url)
    soup = BeautifulSoup(answer.content, "html.parser")
    return soup, " ".join(soup.select_one(".wk-goal-status__text").get_text().split())


@pytest.mark.parametrize(
    ("fields", "text", "width"),
    [
        ({"actuals": [18]}, "18 van 34 scholen (53%)", "53"),
        ({"actuals": []}, "Doel: 34 scholen. Er is nog geen stand bekend.", None),
        ({"actuals": [35]}, "35 scholen: het doel van 34 is gehaald", "100"),
        (
            {"actuals": [70], "start_value": 100, "target_value": 50},
            "70 scholen, op weg van 100 naar 50 (60%)",
            "60",
        ),
        (
            {"actuals": [425], "target_value": 1700, "unit": "woningen"},
            "425 van 1.700 woningen (25%)",
            "25",
        ),
    ],
)
def test_a_goal_says_in_words_what_its_bar_shows(client, site, fields, text, width):
    values = fields.pop("actuals")
    actuals = [GoalActual(date=date(2013, 9, 1), value=value) for value in values]
    soup, shown = status(client, site, actuals=actuals, **fields)
    assert shown == text
    bar = soup.select_one(".wk-goal-bar__done")
    assert (bar and bar["width"]) == width
    assert bar is None or bar.parent["aria-hidden"] == "true"


def test_a_goal_shows_every_actual_newest_first_and_its_milestones(client, site):
    actuals = [
        GoalActual(date=date(2012, 9, 1), value=12, source="Jaarverslag"),
        GoalActual(date=date(2013, 9, 1), date_label="schooljaar 2013-2014", value=18),
    ]
    milestones = [
        Milestone(label="Achttien scholen", due="2013", value=18, reached=True, sort_order=0),
        Milestone(label="Alle scholen", due="2015", sort_order=1),
    ]
    soup, _ = status(client, site, actuals=actuals, milestones=milestones)
    rows = [
        [cell.get_text(strip=True) for cell in row.select("th, td")]
        for row in soup.select("tbody tr")
    ]
    assert rows == [["schooljaar 2013-2014", "18", "–"], ["1 september 2012", "12", "Jaarverslag"]]
    steps = [" ".join(step.get_text().split()) for step in soup.select(".wk-timeline__item")]
    assert steps == ["2013 Achttien scholen (18) Bereikt", "2015 Alle scholen Nog niet bereikt"]
