"""Chapters 2 to 5 of the report, beside what the pages of the site say."""

from datetime import date

import pytest
from wagtail.models import Page

from community.models import CommunityPage, EventPage
from content.models import BasePage, Theme
from indicators.models import IndicatorSnapshot
from practices.models import MethodPage, PracticePage, ResearchPage
from programmes.models import ConsultationReportPage, GoalPage, ProgrammePage

pytestmark = pytest.mark.usefixtures("db")

# Target, when, and what was reached with the moment of it.
GOALS = {
    "extra-lestijd": (34, "schooljaar 2014-2015", [(18, "schooljaar 2013-2014")]),
    "nulgroepen": (70, "in 2014", [(49, "najaar 2013")]),
    "wijkteams-op-school": (34, "geen datum genoemd", [(26, "najaar 2013")]),
    "controle-uitkeringen": (1000, "eind 2013", []),
    "nieuwe-woningen-2014": (884, "in 2014", []),
    "sloop-en-nieuwbouw": (1700, "tot en met 2017", []),
    "renovatie": (5000, "tot en met 2017", []),
    "investering-corporaties": (90, "elk jaar, tot en met 2017", []),
    "woningen-van-particulieren": (4750, "elk jaar", []),
    "bewonersbedrijf-vrijwilligers": (110, "in 2015", []),
    "bewonersbedrijf-banen": (11, "in 2015", []),
}
MILESTONES = {
    "extra-lestijd": [("schooljaar 2013-2014", True), ("schooljaar 2014-2015", False)],
    "nulgroepen": [("2013", True), ("2014", False)],
    "wijkteams-op-school": [("najaar 2013", True)],
    "controle-uitkeringen": [("vóór het najaar van 2013", True), ("eind 2013", False)],
    "bewonersbedrijf-vrijwilligers": [("2013", True), ("2013", True)],
    "bewonersbedrijf-banen": [("2013", True)],
}
KEY_FIGURES = {
    "bewonersbedrijf-heechterp-schieringen": ["5", "16", "110", "11 fte"],
    "bloemkoolwijken-new-towns": ["75%"],
    "burgertop-duizend-op-zuid": ["ongeveer 700"],
    "childrens-zones-rotterdam-zuid": ["18 van 34", "49 van 70", "26 van 34"],
    "controle-uitkeringen-bloemhof": ["22 van 100", "15 van 100", "1.000"],
    "de-bruisplaats-gouda": ["€ 3.555", "118%", "12 van 12", "97"],
    "extra-lestijd-rotterdam-zuid": ["18 van 34", "6 tot 10 uur"],
    "frontlijnteam-heechterp-schieringen": ["ruim € 2 miljoen", "ruim € 2", "−40%", "−40%"],
    "gezonde-wijk-overvecht": ["54% → 65%", "−4%"],
    "integrale-aanpak-zuilen": ["15 jaar", "ten minste quitte"],
    "lokale-fondsen": ["3", "4"],
    "nulgroepen-rotterdam-zuid": ["49 van 70"],
    "rotterdam-vakmanstad": ["4"],
    "spar-winkel-met-loket": ["5"],
    "studiekeuze-rotterdam-zuid": ["600 van 2.000"],
    "treiteraanpak-amsterdam": ["ruim 13.000", "7", "10"],
    "voor-je-buurt": ["€ 3.555", "118%", "12 van 12", "97"],
    "wijkteams-op-school-rotterdam-zuid": ["26 van 34", "5"],
    "woningbouw-en-renovatie-rotterdam-zuid": [
        "884",
        "1.700",
        "5.000",
        "€ 120 miljoen",
        "€ 90 miljoen",
        "€ 30 miljoen",
        "4.750",
        "€ 60 miljoen",
    ],
}


def test_the_goals_are_those_of_the_report_with_what_was_reached():
    assert {
        goal.slug: (
            goal.target_value,
            goal.target_label,
            [(actual.value, actual.date_label) for actual in goal.actuals.all()],
        )
        for goal in GoalPage.objects.all()
    } == GOALS


def test_the_milestones_are_those_of_the_report():
    assert {
        goal.slug: [(step.due, step.reached) for step in goal.milestones.all()]
        for goal in GoalPage.objects.all()
        if goal.milestones.exists()
    } == MILESTONES


def test_the_key_figures_of_practices_are_those_of_the_report():
    assert {
        page.slug: [block.value["value"] for block in page.key_figures]
        for page in PracticePage.objects.all()
        if page.key_figures
    } == KEY_FIGURES


def test_the_six_methods_stand_in_the_order_of_the_report_and_each_has_practices():
    methods = MethodPage.objects.order_by("path")
    assert [(method.slug, method.practices.count()) for method in methods] == [
        ("gebiedsgericht-werken", 15),
        ("frontlijnsturing", 3),
        ("bewonersinitiatieven", 3),
        ("mensen-die-het-verschil-maken", 2),
        ("vitale-coalities", 7),
        ("nieuwe-verdienmodellen", 6),
    ]


def test_costs_and_benefits_are_those_of_the_report():
    money = PracticePage.objects.exclude(cost_amount=None, benefit_ratio=None)
    assert list(
        money.order_by("slug").values_list(
            "slug", "cost_amount", "benefit_ratio", "benefit_balance"
        )
    ) == [
        ("frontlijnteam-heechterp-schieringen", None, 2, 2_000_000),
        ("woningbouw-en-renovatie-rotterdam-zuid", 120_000_000, None, None),
    ]


def test_the_round_of_talks_had_seventeen_municipalities_of_which_nijmegen_stops():
    talks = ConsultationReportPage.objects.get().municipalities.all()
    ends = [talk.area.name for talk in talks if talk.partnership == "ends"]
    assert (talks.count(), ends) == (17, ["Nijmegen"])
    assert "Amersfoort" not in [talk.area.name for talk in talks]


def test_the_communities_have_their_members():
    eighteen, plus, towns = CommunityPage.objects.order_by("path")
    assert [page.slug for page in (eighteen, plus, towns)] == [
        "cop-18",
        "cop-40-plus",
        "new-towns-leerkring",
    ]
    assert [_municipalities(page) for page in (eighteen, plus, towns)] == [18, 0, 12]
    assert [len(page.area_list) for page in (eighteen, plus, towns)] == [18, 0, 12]
    assert (eighteen.start_year, plus.start_year) == (2009, 2011)


def _municipalities(community):
    return community.organisations.filter(organisation__kind="municipality").count()


def test_the_programmes_are_those_of_the_report():
    years = {page.slug: (page.start_year, page.end_year) for page in ProgrammePage.objects.all()}
    assert years == {
        "wijkenaanpak": (2007, None),
        "nationaal-programma-rotterdam-zuid": (2011, None),
        "new-towns": (2009, None),
        "outcomemonitor-wijkenaanpak": (None, 2017),
        "wetenschappelijke-commissie-wijkaanpak": (None, None),
        "buurtalliantie": (2008, 2013),
        "stadslabs-nieuw-amsterdam": (2013, None),
        "oog-voor-de-buurt": (None, None),
        "platform31-kennistrajecten": (None, None),
    }


def test_the_themes_stand_in_three_schemes():
    top = Theme.objects.filter(broader=None)
    assert {scheme: top.filter(scheme=scheme).count() for scheme in Theme.Scheme.values} == {
        # With what areas are like, which no report is about.
        "policy": 7,
        "pillar": 4,
        "new-towns": 4,
    }
    assert [theme.slug for theme in top.filter(landing_page=None)] == ["kenmerken"]


def test_the_events_are_those_that_the_report_dates():
    told = EventPage.objects.filter(starts_on__year__lte=2013).order_by("starts_on")
    assert list(told.values_list("slug", "starts_on")) == [
        ("burgertop-duizend-op-zuid", date(2013, 1, 26)),
        ("algemeen-overleg-woononderzoek", date(2013, 6, 6)),
        ("slotmanifestatie-buurtalliantie", date(2013, 12, 13)),
    ]


def test_the_commission_judged_the_studies_of_spangen():
    judged = ResearchPage.objects.exclude(judged_by="")
    assert [(page.slug, page.judged_on) for page in judged] == [("spangen", "2013")]
    assert [area.name for area in judged.get().area_list] == [
        "Spangen",
        "Rotterdam West",
        "Rotterdam",
    ]


def test_no_figure_of_a_page_stands_without_the_snapshot_of_its_delivery():
    shown = IndicatorSnapshot.objects.exclude(practice_figures=None)
    assert shown.count() == IndicatorSnapshot.objects.count() == 12


def test_every_page_has_a_summary_of_its_own():
    summaries = [
        page.specific.summary
        for page in Page.objects.filter(depth__gt=2)
        if isinstance(page.specific, BasePage)
    ]
    assert len(summaries) == len(set(summaries))
