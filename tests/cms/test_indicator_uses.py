"""The page of an indicator names the public pages that use it."""

from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from cms import uses
from indicators.domain import take_snapshot
from practices.models import PracticeFigure
from tests.factories import (
    DatasetFactory,
    GoalFactory,
    IndicatorFactory,
    MeasurementFactory,
    PracticeFactory,
    ProgrammeFactory,
    ProgressReportFactory,
    ThemeFactory,
)
from tests.reading import links, main_of, section, words

ADDRESS = "/indicatoren/vsv/"


@pytest.fixture
def vsv(db):
    theme = ThemeFactory(label="Leren", slug="leren")
    return IndicatorFactory(name="Voortijdig schoolverlaten", code="vsv", theme=theme)


@pytest.fixture
def figure(vsv, overvecht):
    """Return a function that makes the row in which a practice shows the indicator."""
    dataset, days = DatasetFactory(), (date(2010, 1, 1), date(2012, 1, 1))
    for day in days:
        MeasurementFactory(indicator=vsv, area=overvecht, dataset=dataset, period_date=day, value=9)
    snapshot = take_snapshot(
        indicator=vsv,
        area=overvecht,
        comparator=None,
        baseline=days[0],
        follow_up=days[1],
        dataset=dataset,
    )
    return lambda: PracticeFigure(snapshot=snapshot)


@pytest.fixture
def use(site, vsv, figure, overvecht):
    """Return a function that uses the indicator in one page of every kind."""

    def used(name=""):
        zuid = ProgrammeFactory(parent=site.programmes, title=f"Zuid{name}")
        return [
            PracticeFactory(
                parent=site.practices,
                title=f"Kopklas{name}",
                areas=[overvecht],
                # Twice in one practice is still one practice.
                figures=[figure(), figure()],
            ),
            GoalFactory(parent=zuid, title=f"Minder uitval{name}", indicator=vsv),
            ProgressReportFactory(
                parent=site.reports,
                title=f"Stand van zaken{name}",
                body=[("indicator", {"indicator": vsv, "area": overvecht})],
            ),
        ]

    return used


def named(client):
    """Return what the page names, by heading."""
    part = section(main_of(client, ADDRESS), "gebruik")
    if part is None:
        return {}
    return {
        words(heading): [words(row) for row in heading.find_next("ul").select("li")]
        for heading in part.select("h3")
    }


def test_an_indicator_names_the_pages_that_use_it(client, site, use, overvecht):
    practice, goal, report = use()
    other = IndicatorFactory()
    PracticeFactory(parent=site.practices, title="Zonder cijfer")
    GoalFactory(parent=goal.get_parent(), title="Een ander doel", indicator=other)
    ProgressReportFactory(
        parent=site.reports,
        title="Over iets anders",
        body=[("indicator", {"indicator": other, "area": overvecht})],
    )
    assert named(client) == {
        "Praktijken die dit cijfer laten zien (1)": ["Kopklas Overvecht (Utrecht)"],
        "Doelen die hiermee worden gemeten (1)": ["Minder uitval"],
        "Rapportages met dit cijfer (1)": ["Stand van zaken 2013 · 1 november 2013"],
    }
    assert links(section(main_of(client, ADDRESS), "gebruik"), "li") == [
        ("Kopklas", practice.url),
        ("Minder uitval", goal.url),
        ("Stand van zaken", report.url),
    ]


def test_an_indicator_that_nobody_uses_says_nothing_of_it(client, site, vsv):
    assert named(client) == {}


@pytest.mark.parametrize("hide", ["close", "unpublish"])
def test_pages_that_not_everybody_may_see_are_not_named(client, site, use, hide):
    for page in use():
        if hide == "close":
            PageViewRestriction.objects.create(
                page=page, restriction_type=PageViewRestriction.LOGIN
            )
        else:
            page.unpublish()
    assert named(client) == {}


def test_what_only_a_draft_uses_is_not_named(client, site, vsv, figure, overvecht):
    practice = PracticeFactory(parent=site.practices)
    goal = GoalFactory(parent=ProgrammeFactory(parent=site.programmes))
    report = ProgressReportFactory(parent=site.reports)
    practice.figures = [figure()]
    goal.indicator = vsv
    report.body = [("indicator", {"indicator": vsv, "area": overvecht})]
    drafts = [page.save_revision() for page in (practice, goal, report)]
    assert named(client) == {}
    for draft in drafts:
        draft.publish()
    assert [len(rows) for rows in named(client).values()] == [1, 1, 1]


def test_what_is_no_longer_used_is_named_until_that_is_published(client, site, use):
    *_others, report = use()
    report.body = [("text", "<p>Zonder cijfer.</p>")]
    draft = report.save_revision()
    assert "Rapportages met dit cijfer (1)" in named(client)
    draft.publish()
    assert "Rapportages met dit cijfer (1)" not in named(client)


def test_of_many_the_first_are_named_and_a_link_leads_to_the_others(client, site, use, monkeypatch):
    monkeypatch.setattr(uses, "MOST", 2)
    for name in (" C", " A", " B"):
        use(name)
    part = section(main_of(client, ADDRESS), "gebruik")
    assert [words(title) for title in part.select("h3")] == [
        "Praktijken die dit cijfer laten zien (3)",
        "Doelen die hiermee worden gemeten (3)",
        "Rapportages met dit cijfer (3)",
    ]
    assert [words(row.a) for row in part.select("li")] == [
        "Kopklas A",
        "Kopklas B",
        "Minder uitval A",
        "Minder uitval B",
        "Stand van zaken A",
        "Stand van zaken B",
    ]
    assert links(part, ".wk-more") == [
        ("Zoek in alle praktijken met dit cijfer", "/zoeken?type=praktijk&indicator=vsv"),
        ("Zoek in alle doelen bij Leren", "/zoeken?type=doel&thema=leren"),
        ("Zoek in alle rapportages bij Leren", "/zoeken?type=rapportage&thema=leren"),
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_any_number_of_pages_takes_as_many_queries(
    client, site, use, number, django_assert_num_queries
):
    for step in range(number):
        use(f" {step}")
    client.get(ADDRESS)
    with django_assert_num_queries(15):
        assert [len(rows) for rows in named(client).values()] == [number] * 3
