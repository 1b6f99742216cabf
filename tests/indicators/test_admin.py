"""Editors keep figures and take snapshots, through the admin as it is."""

import pytest

from indicators.models import (
    Indicator,
    Measurement,
    MissingReason,
    ReportedCount,
)
from programmes.models import GoalPage
from tests.factories import (
    GroupFactory,
    IndicatorFactory,
    NeighbourhoodFactory,
    ThemeFactory,
)
from tests.indicators.admin import errors, soup, titles
from tests.indicators.conftest import END
from tests.reading import words
from tests.robustness.forms import Form

LISTS = (
    "indicators",
    "snapshots",
    "measurements",
    "reported_counts",
    "reported_outcomes",
    "datasets",
)
WITHOUT_VALUE = "Vul een waarde in, of kies waarom die er niet is."


@pytest.mark.parametrize("name", LISTS)
def test_an_editor_sees_every_list(editor, name):
    assert editor.get(f"/beheer/{name}/").status_code == 200
    assert editor.get(f"/beheer/{name}/new/").status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_a_visitor_sees_none(client, site, bas, name):
    client.force_login(bas)
    assert client.get(f"/beheer/{name}/").status_code == 302
    assert client.get(f"/beheer/{name}/new/").status_code == 302


@pytest.mark.parametrize(
    ("typed", "found"),
    [("havo", 4), ("oost", 2), ("amsterdam", 4), ("2012", 2), ("oost 2012", 1), ("rotterdam", 0)],
)
def test_measurements_are_found_by_indicator_area_and_period(editor, measured, typed, found):
    assert len(titles(editor.get("/beheer/measurements/", {"q": typed}))) == found


def test_measurements_can_be_narrowed_to_those_without_a_value(editor, measured):
    found = editor.get("/beheer/measurements/", {"missing": MissingReason.NOT_REPORTED})
    assert len(titles(found)) == 1


@pytest.mark.parametrize("areas", [1, 3])
def test_a_list_of_measurements_costs_the_same_whatever_its_length(
    editor, measure, areas, django_assert_max_num_queries
):
    for area in NeighbourhoodFactory.create_batch(areas):
        measure(area, END, "2012", 10)
    editor.get("/beheer/measurements/")
    with django_assert_max_num_queries(14):
        assert len(titles(editor.get("/beheer/measurements/"))) == areas


# --- Indicators, measurements, counts ---


def test_an_editor_adds_an_indicator(editor, leren):
    response = editor.post(
        "/beheer/indicators/new/",
        {
            "name": "Beweegnorm",
            "short_name": "Beweegnorm",
            "code": "beweegnorm",
            "theme": leren.pk,
            "definition": "Wie genoeg beweegt.",
            "unit": "",
            "decimals": 0,
            "direction": "higher",
            "tolerance": "0.5",
            "source": "GGD",
            "position": 0,
        },
    )
    assert response.status_code == 302
    assert Indicator.objects.get().unit == ""


@pytest.mark.parametrize(
    ("typed", "field", "message"),
    [
        ({}, "value", WITHOUT_VALUE),
        (
            {"value": "10", "missing": "suppressed"},
            "missing",
            "Er is een waarde. Laat dit leeg, of haal de waarde weg.",
        ),
        ({"value": "100.1"}, "value", "Een percentage ligt tussen 0 en 100."),
        ({"value": "-1"}, "value", "Een percentage ligt tussen 0 en 100."),
        ({"value": "NaN"}, "value", f"Voer een getal in. {WITHOUT_VALUE}"),
        ({"value": "veel"}, "value", f"Voer een getal in. {WITHOUT_VALUE}"),
    ],
)
def test_an_impossible_measurement_is_refused_beside_its_field(
    editor, havo, oost, report, typed, field, message
):
    response = editor.post(
        "/beheer/measurements/new/",
        {
            "indicator": havo.pk,
            "area": oost.pk,
            "dataset": report.pk,
            "period": "2012",
            "period_date": "2012-01-01",
        }
        | typed,
    )
    assert errors(response) == {field: message}
    assert Measurement.objects.count() == 0


def test_a_number_of_so_few_people_that_they_could_be_known_is_refused(editor, havo, oost, report):
    havo.unit, havo.minimum_group = "personen", 10
    havo.save()
    figure = {"indicator": havo.pk, "area": oost.pk, "dataset": report.pk, "value": "9"}
    period = {"period": "2012", "period_date": "2012-12-31", "missing": ""}

    response = editor.post("/beheer/measurements/new/", figure | period)

    assert errors(response) == {
        "value": "Dit is minder dan de kleinste groep. Laat dit leeg en kies ‘te weinig mensen’."
    }


def test_a_measurement_without_value_is_kept_with_its_reason(editor, havo, oost, report):
    editor.post(
        "/beheer/measurements/new/",
        {
            "indicator": havo.pk,
            "area": oost.pk,
            "dataset": report.pk,
            "period": "2012",
            "period_date": "2012-01-01",
            "missing": "suppressed",
        },
    )
    measurement = Measurement.objects.get()
    assert (measurement.value, measurement.missing) == (None, MissingReason.SUPPRESSED)


def test_an_editor_adds_what_a_report_counted(editor, havo, oost, report):
    group = GroupFactory(members=[oost])
    response = editor.post(
        "/beheer/reported_counts/new/",
        {
            "indicator": havo.pk,
            "area": group.pk,
            "dataset": report.pk,
            "outcome": "smaller",
            "count": 1,
            "baseline": "2006",
            "follow_up": "2012",
        },
    )
    assert response.status_code == 302
    assert ReportedCount.objects.get().count == 1


def chosen(editor, window, typed):
    response = editor.get(f"/beheer/{window}/results/", {"q": typed})
    return [words(link) for link in soup(response).select("a[data-chooser-modal-choice]")]


@pytest.mark.parametrize("typed", ["havo", "leerlingen", "havo-vwo", "leren", "vwo leerlingen"])
def test_an_indicator_is_found_by_name_code_and_theme(editor, havo, typed):
    IndicatorFactory(name="Werkzoekenden", theme=ThemeFactory(label="Werken"))
    assert chosen(editor, "indicator_chooser", typed) == ["Leerlingen op havo of vwo"]


@pytest.mark.parametrize("typed", ["havo", "oost", "amsterdam", "oost havo"])
def test_a_snapshot_is_found_by_indicator_and_area(editor, take, typed):
    take()
    assert chosen(editor, "snapshot_chooser", typed) == [
        "Havo en vwo, Oost, oktober 2006 – oktober 2012"
    ]


def test_what_is_not_there_is_not_found(editor, take):
    take()
    assert chosen(editor, "snapshot_chooser", "rotterdam") == []
    assert chosen(editor, "indicator_chooser", "rotterdam") == []


def test_forms_of_pages_choose_figures_in_a_window_that_searches(editor, site):
    practice = soup(editor.get(f"/beheer/pages/add/practices/practicepage/{site.practices.pk}/"))
    assert "/beheer/snapshot_chooser/" in str(practice)
    form = GoalPage.get_edit_handler().get_form_class()()
    assert type(form.fields["indicator"].widget).__name__ == "IndicatorChooserWidget"


def test_an_indicator_cannot_take_the_address_of_another_page(editor, havo):
    answer = Form(editor, f"/beheer/indicators/edit/{havo.pk}/").post(code="verkennen")

    assert errors(answer)["code"] == (
        "Dit is het adres van een andere pagina. Kies een andere code."
    )
