"""What the pages of a programme, its news, goals and talks show, however much there is."""

from datetime import date

import pytest

from programmes.models import ConsultedMunicipality, GoalActual, Milestone, ProgrammePartner
from tests.factories import (
    ConsultationReportFactory,
    GoalFactory,
    IndicatorFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ProgrammeFactory,
    ThemeFactory,
    UpdateFactory,
)
from tests.reading import facts, links, main_of, section, titles, words

STORY = [("heading", "Hoe het gaat"), ("text", "<p>Het gaat goed.</p>")]
SOURCES = [("source", {"title": "Voortgangsrapportage"})]
Decision = ConsultedMunicipality.Partnership


def consulted(*names, decision=Decision.CONTINUES):
    return [
        ConsultedMunicipality(area=MunicipalityFactory(name=name), partnership=decision)
        for name in names
    ]


def test_a_programme_of_which_nothing_is_known_yet_is_only_its_opening(client, site):
    page = main_of(client, ProgrammeFactory(parent=site.programmes, title="Nieuw").url)
    assert words(page.select_one(".wk-opening__words")) == (
        "Beleidsprogramma Nieuw Waar deze pagina over gaat. Volgen : Nieuw"
    )
    assert page.select("section, dl, nav") == []


def test_a_programme_leads_to_its_goals_news_talks_and_partners(client, site, programme, school):
    GoalFactory(parent=programme, title="Lestijd", themes=[school])
    GoalFactory(parent=programme, title="Zonder pijler")
    UpdateFactory(parent=programme, title="Van start", date=date(2011, 11, 1))
    UpdateFactory(
        parent=programme, title="Vervolg", date=date(2013, 9, 1), date_label="najaar 2013"
    )
    ConsultationReportFactory(parent=programme, title="Ronde", period="zomer 2013")
    programme.partners = [ProgrammePartner(organisation=OrganisationFactory(name="Vestia"))]
    programme.start_year, programme.end_year = 2011, 2030
    programme.save()

    page = main_of(client, programme.url)

    assert facts(page) == {
        "Looptijd": "2011–2030",
        "Doelen": "2 doelen",
        "Nieuws": "2 berichten",
        "Partners": "1 partner",
    }
    assert titles(page, "doelen") == ["School", "Andere doelen"]
    dates = [words(day) for day in section(page, "nieuws").select("time")]
    assert dict(zip(titles(page, "nieuws"), dates, strict=True)) == {
        "Vervolg": "najaar 2013",
        "Van start": "1 november 2011",
    }
    assert titles(page, "overleg") == ["Ronde"]
    assert words(section(page, "partners").ul) == "Vestia"


def test_the_news_before_the_last_five_is_folded_away(client, programme):
    for day in range(1, 8):
        UpdateFactory(parent=programme, title=f"Dag {day}", date=date(2013, 1, day))
    news = section(main_of(client, programme.url), "nieuws")
    older = news.details.extract()
    assert [words(title) for title in news.select("h3")] == [
        f"Dag {day}" for day in (7, 6, 5, 4, 3)
    ]
    assert [words(title) for title in older.select("h3")] == ["Dag 2", "Dag 1"]
    assert older.ol["start"] == "6"


def test_news_says_when_it_was_and_what_it_belongs_to(client, programme):
    UpdateFactory(parent=programme, title="Eerst", date=date(2013, 1, 1))
    update = UpdateFactory(
        parent=programme, title="Midden", date=date(2013, 6, 1), date_label="zomer 2013", body=STORY
    )
    UpdateFactory(parent=programme, title="Laatst", date=date(2013, 12, 1))

    page = main_of(client, update.url)

    assert words(page.select_one(".wk-opening__kind")) == "Nieuws · zomer 2013"
    assert links(page, ".wk-belongs") == [("Zuid", programme.url)]
    assert words(page.select_one(".wk-prose")) == "Hoe het gaat Het gaat goed."
    assert words(page.nav) == "Eerder nieuws Eerst Later nieuws Laatst"


def test_a_goal_that_follows_an_indicator_leads_to_it(client, programme):
    indicator = IndicatorFactory(name="Schoolverzuim")
    page = main_of(client, GoalFactory(parent=programme, indicator=indicator).url)
    assert words(section(page, "stand").select("p")[-1]) == (
        "Dit doel volgt de indicator Schoolverzuim ."
    )
    assert section(page, "stand").table is None
    assert section(page, "mijlpalen") is None


def test_talks_tell_what_every_municipality_decided(client, programme):
    municipalities = consulted("Utrecht", "Arnhem") + consulted("Nijmegen", decision=Decision.ENDS)
    for number, municipality in enumerate(municipalities):
        municipality.sort_order = number
    municipalities[2].note = "Hatert kan van de lijst."
    report = ConsultationReportFactory(parent=programme, municipalities=municipalities)

    page = main_of(client, report.url)

    assert words(page.select_one(".wk-opening__kind")) == "Verslag van overleg · zomer 2013"
    assert facts(page) == {
        "Deden mee": "3 gemeenten",
        "Blijven partner van het rijk": "2 gemeenten",
        "Stoppen als partner": "1 gemeente",
    }
    rows = [words(row) for row in section(page, "gemeenten").select("li")]
    assert rows == [
        "Utrecht Partnerschap gaat door",
        "Arnhem Partnerschap gaat door",
        "Nijmegen Partnerschap eindigt Hatert kan van de lijst.",
    ]


def test_talks_without_municipalities_are_only_a_report(client, programme):
    page = main_of(client, ConsultationReportFactory(parent=programme).url)
    assert words(page.select_one(".wk-prose")) == "Wat de gemeenten vertelden."
    assert page.select("section, dl") == []


def whole_programme(site, number):
    programme = ProgrammeFactory(
        parent=site.programmes,
        **shared(number),
        partners=[
            ProgrammePartner(organisation=OrganisationFactory(), role="Betaalt")
            for _ in range(number)
        ],
    )
    for _ in range(number):
        GoalFactory(parent=programme, themes=[ThemeFactory()])
        UpdateFactory(parent=programme)
        ConsultationReportFactory(parent=programme)
    return programme


def whole_update(site, number):
    programme = ProgrammeFactory(parent=site.programmes)
    days = [date(2013, month, 1) for month in range(1, 2 * number + 2)]
    pages = [UpdateFactory(parent=programme, date=day, **shared(number)) for day in days]
    return pages[number]


def whole_goal(site, number):
    return GoalFactory(
        parent=ProgrammeFactory(parent=site.programmes),
        indicator=IndicatorFactory(),
        actuals=[GoalActual(date=date(2013, 1, day + 1), value=day) for day in range(number)],
        milestones=[Milestone(label="Stap", due="2013") for _ in range(number)],
        **{name: value for name, value in shared(number).items() if name != "body"},
    )


def whole_report(site, number):
    return ConsultationReportFactory(
        parent=ProgrammeFactory(parent=site.programmes),
        municipalities=consulted(*(f"Stad {step}" for step in range(number))),
        **shared(number),
    )


def shared(number):
    return {
        "themes": [ThemeFactory() for _ in range(number)],
        "areas": [MunicipalityFactory() for _ in range(number)],
        "sources": SOURCES * number,
        "body": STORY * number,
    }


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("make", "queries"),
    [(whole_programme, 16), (whole_update, 13), (whole_goal, 16), (whole_report, 13)],
)
def test_a_page_of_any_size_takes_as_many_queries(
    client, site, make, queries, number, django_assert_num_queries
):
    page = make(site, number)
    client.get(page.url)
    with django_assert_num_queries(queries):
        assert client.get(page.url).status_code == 200


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_of_programmes_takes_as_many_queries(
    client, site, number, django_assert_num_queries
):
    for _ in range(number):
        ProgrammeFactory(
            parent=site.programmes, themes=[ThemeFactory()], areas=[MunicipalityFactory()]
        )
    client.get(site.programmes.url)
    with django_assert_num_queries(11):
        assert len(main_of(client, site.programmes.url).select("h3")) == number
