"""What the page of a programme gathers, and with how many queries."""

from datetime import date

import pytest
from wagtail.models import PageViewRestriction

from programmes import queries
from programmes.models import ConsultedMunicipality, GoalActual, ProgrammePage, ProgrammePartner
from tests.factories import (
    ConsultationReportFactory,
    GoalFactory,
    MunicipalityFactory,
    OrganisationFactory,
    ThemeFactory,
    UpdateFactory,
)


def titles(pages):
    return [page.title for page in pages]


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def overview(programme):
    return queries.programme_overview(fresh(programme))


def test_goals_stand_by_pillar_in_the_order_of_the_programme(programme, school, werk):
    elsewhere = ThemeFactory(label="Veiligheid")
    GoalFactory(parent=programme, title="Banen", themes=[werk, school])
    GoalFactory(parent=programme, title="Zonder thema")
    GoalFactory(parent=programme, title="Minder overlast", themes=[elsewhere])
    GoalFactory(parent=programme, title="Lestijd", themes=[school])
    GoalFactory(parent=programme, title="Nulgroepen", themes=[school])

    pillars = overview(programme)["pillars"]

    assert [(pillar and pillar.label, titles(goals)) for pillar, goals in pillars] == [
        ("School", ["Lestijd", "Nulgroepen"]),
        ("Werk", ["Banen"]),
        ("Veiligheid", ["Minder overlast"]),
        (None, ["Zonder thema"]),
    ]


def test_updates_come_newest_first(programme):
    UpdateFactory(parent=programme, title="Van start", date=date(2011, 11, 1))
    UpdateFactory(parent=programme, title="Vervolg", date=date(2013, 12, 1))
    UpdateFactory(parent=programme, title="Burgertop", date=date(2013, 1, 26))
    UpdateFactory(parent=programme, title="Zelfde dag", date=date(2013, 1, 26))
    assert titles(overview(programme)["updates"]) == [
        "Vervolg",
        "Zelfde dag",
        "Burgertop",
        "Van start",
    ]


def test_what_is_not_public_is_not_gathered(programme):
    UpdateFactory(parent=programme, title="Concept", live=False)
    GoalFactory(parent=programme, title="Concept van een doel", live=False)
    hidden = UpdateFactory(parent=programme, title="Besloten")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    secret = ConsultationReportFactory(parent=programme, title="Besloten overleg")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    UpdateFactory(parent=programme, title="Openbaar")

    found = overview(programme)

    assert titles(found["updates"]) == ["Openbaar"]
    assert titles(found["consultations"]) == []
    assert found["pillars"] == []
    assert found["goal_count"] == 0


def test_news_leads_to_the_news_just_before_and_after_it(programme):
    first, second, third = (
        UpdateFactory(parent=programme, title=f"Nieuws {day}", date=date(2013, 1, day))
        for day in (1, 2, 3)
    )
    UpdateFactory(parent=programme, title="Concept", date=date(2013, 1, 2), live=False)

    def around(page):
        found = queries.update_overview(fresh(page))
        return found["older"], found["newer"], found["programme"]

    assert around(first) == (None, second, programme)
    assert around(second) == (first, third, programme)
    assert around(third) == (second, None, programme)


def test_a_consultation_counts_who_goes_on_and_who_stops(programme):
    continues, ends = ConsultedMunicipality.Partnership
    decisions = [("Utrecht", continues), ("Nijmegen", ends), ("Arnhem", continues)]
    municipalities = [
        ConsultedMunicipality(
            area=MunicipalityFactory(name=name), partnership=decision, sort_order=number
        )
        for number, (name, decision) in enumerate(decisions)
    ]
    report = ConsultationReportFactory(parent=programme, municipalities=municipalities)

    found = queries.consultation_overview(fresh(report))

    assert [row.area.name for row in found["municipalities"]] == ["Utrecht", "Nijmegen", "Arnhem"]
    assert (found["continuing"], found["ending"]) == (2, 1)
    assert found["programme"] == programme


@pytest.mark.parametrize("number", [1, 3])
def test_a_programme_of_any_size_takes_seven_queries(
    programme, school, number, django_assert_num_queries
):
    partners = []
    for step in range(number):
        actual = GoalActual(date=date(2013, 9, 1), value=step)
        GoalFactory(parent=programme, title=f"Doel {step}", themes=[school], actuals=[actual])
        UpdateFactory(parent=programme, title=f"Nieuws {step}")
        ConsultationReportFactory(parent=programme, title=f"Overleg {step}")
        partners.append(ProgrammePartner(organisation=OrganisationFactory(), role="Betaalt"))
    page = ProgrammePage.objects.get(pk=programme.pk)
    page.partners = partners
    page.save()
    page = ProgrammePage.objects.get(pk=programme.pk)

    with django_assert_num_queries(7):
        found = queries.programme_overview(page)
        for _, goals in found["pillars"]:
            assert [goal.progress for goal in goals] == [
                round(100 * step / 34) for step in range(number)
            ]
        assert len(found["updates"]) == len(found["consultations"]) == number
        assert [partner.organisation.name for partner in found["partners"]] == [
            partner.organisation.name for partner in partners
        ]
