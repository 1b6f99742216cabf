"""Editors keep figures and take snapshots, through the admin as it is."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission

from accounts.domain import grant_editor_permissions
from indicators.models import (
    Dataset,
    Indicator,
    IndicatorSnapshot,
    Measurement,
    MissingReason,
    ReportedCount,
)
from programmes.models import GoalPage
from tests.factories import (
    GroupFactory,
    IndicatorFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    ThemeFactory,
)
from tests.indicators.conftest import END, START

LISTS = (
    "indicators",
    "snapshots",
    "measurements",
    "reported_counts",
    "reported_outcomes",
    "datasets",
)
WITHOUT_VALUE = "Vul een waarde in, of kies waarom die er niet is."


@pytest.fixture
def editor(client, site, eva):
    """Return a browser in which Eva is signed in."""
    grant_editor_permissions()
    client.force_login(eva)
    return client


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def text(element):
    return " ".join(element.get_text(" ").split())


def errors(response):
    """Return the messages of a form by the name of their field."""
    found = {}
    for panel in soup(response).select("[data-contentpath]"):
        messages = panel.select(".error-message")
        if messages:
            found[panel["data-contentpath"]] = text(messages[0])
    return found


def titles(response):
    return [text(link) for link in soup(response).select("td.title .title-wrapper")]


@pytest.fixture
def filled_in(havo, oost, amsterdam, report, measured):
    """Return the form of a snapshot, filled in."""
    return {
        "indicator": havo.pk,
        "area": oost.pk,
        "comparator": amsterdam.pk,
        "dataset": report.pk,
        "baseline": "2006-10-01",
        "follow_up": "2012-10-01",
        "caveat": "Geen bewijs.",
    }


# --- The menu and the lists ---


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


# --- Snapshots ---


def test_an_editor_takes_a_snapshot(editor, eva, filled_in):
    response = editor.post("/beheer/snapshots/new/", filled_in, follow=True)
    snapshot = IndicatorSnapshot.objects.get()
    assert [moment.date for moment in snapshot.moments] == [START, END]
    assert (snapshot.taken_by, snapshot.caveat) == (eva, "Geen bewijs.")
    (message,) = response.context["messages"]
    assert "Havo en vwo, Oost, oktober 2006 – oktober 2012 is vastgelegd." in str(message)
    assert snapshot.get_absolute_url() in str(message)


def test_without_dates_the_first_and_last_measurements_are_taken(editor, filled_in):
    editor.post("/beheer/snapshots/new/", filled_in | {"baseline": "", "follow_up": ""})
    before, after = IndicatorSnapshot.objects.get().moments
    assert (before.date, after.date) == (START, END)


def test_without_comparator_the_area_stands_alone(editor, filled_in):
    editor.post("/beheer/snapshots/new/", filled_in | {"comparator": ""})
    assert IndicatorSnapshot.objects.get().comparator is None


def test_taking_the_same_again_gives_no_second_snapshot(editor, filled_in):
    editor.post("/beheer/snapshots/new/", filled_in)
    editor.post("/beheer/snapshots/new/", filled_in)
    assert IndicatorSnapshot.objects.count() == 1


def refused(editor, typed):
    response = editor.post("/beheer/snapshots/new/", typed)
    assert IndicatorSnapshot.objects.count() == 0
    return errors(response)


def test_a_day_without_measurement_is_refused_beside_its_field(editor, filled_in):
    assert refused(editor, filled_in | {"baseline": "2007-01-01"}) == {
        "baseline": "In deze dataset staat geen meting van Oost (Amsterdam) op 1 januari 2007. "
        "Wel op: 1 oktober 2006 (oktober 2006), 1 oktober 2012 (oktober 2012)."
    }


def test_an_area_without_measurements_is_refused_beside_its_field(editor, filled_in):
    elsewhere = NeighbourhoodFactory()
    assert refused(editor, filled_in | {"area": elsewhere.pk}) == {
        "area": "In deze dataset staat geen meting van dit gebied voor deze indicator."
    }


def test_a_comparator_without_measurements_is_refused_beside_the_days(editor, filled_in):
    utrecht = MunicipalityFactory(name="Utrecht")
    assert refused(editor, filled_in | {"comparator": utrecht.pk}) == {
        "baseline": "In deze dataset staat geen meting van Utrecht op 1 oktober 2006.",
        "follow_up": "In deze dataset staat geen meting van Utrecht op 1 oktober 2012.",
    }


def test_what_makes_no_comparison_is_refused_beside_its_field(editor, filled_in, oost, report):
    report.status = Dataset.Status.WITHDRAWN
    report.save()
    typed = {"comparator": oost.pk, "baseline": "2012-10-01", "follow_up": "2006-10-01"}
    assert refused(editor, filled_in | typed) == {
        "comparator": "Kies een ander gebied om mee te vergelijken.",
        "dataset": "Deze dataset is ingetrokken. Kies een andere dataset.",
        "follow_up": "Het vervolg ligt niet na het begin. Kies een latere datum.",
    }


def test_an_empty_form_is_refused(editor, db):
    assert sorted(refused(editor, {})) == ["area", "dataset", "indicator"]


@pytest.mark.parametrize("typed", ["gisteren", "2012-13-01", "0000-00-00", "\x00"])
def test_what_is_no_date_is_refused_beside_its_field(editor, filled_in, typed):
    assert list(refused(editor, filled_in | {"baseline": typed})) == ["baseline"]


def test_what_was_typed_is_kept(editor, filled_in):
    response = editor.post("/beheer/snapshots/new/", filled_in | {"baseline": "2007-01-01"})
    page = soup(response)
    assert page.find("textarea", {"name": "caveat"}).get_text().strip() == "Geen bewijs."
    assert page.find("input", {"name": "baseline"})["value"] == "2007-01-01"


def test_a_snapshot_is_looked_at_in_words(editor, take):
    snapshot = take()
    page = soup(editor.get(f"/beheer/snapshots/inspect/{snapshot.pk}/"))
    told = dict(
        zip(
            (text(term) for term in page.main.find_all("dt")),
            (text(said) for said in page.main.find_all("dd")),
            strict=True,
        )
    )
    assert told["oktober 2012"] == "Oost (Amsterdam): 38%; Amsterdam: niet genoemd in het rapport"
    assert told["Op de site"] == snapshot.get_absolute_url()
    assert told["Controlegetal"] == snapshot.hash


@pytest.mark.parametrize("who", ["eva", "anna"])
def test_nobody_changes_a_snapshot(client, site, take, who, request):
    grant_editor_permissions()
    snapshot = take()
    client.force_login(request.getfixturevalue(who))
    assert client.get(f"/beheer/snapshots/edit/{snapshot.pk}/").status_code == 302
    client.post(f"/beheer/snapshots/edit/{snapshot.pk}/", {"caveat": "Anders."})
    assert IndicatorSnapshot.objects.get().caveat == ""
    listed = soup(client.get("/beheer/snapshots/"))
    assert f"/beheer/snapshots/edit/{snapshot.pk}/" not in str(listed)


def test_an_editor_does_not_remove_a_snapshot(editor, take):
    snapshot = take()
    editor.post(f"/beheer/snapshots/delete/{snapshot.pk}/")
    assert IndicatorSnapshot.objects.count() == 1


def test_whoever_may_only_look_takes_no_snapshot(client, site, bas, filled_in):
    permissions = ("access_admin", "view_indicatorsnapshot")
    bas.user_permissions.add(*Permission.objects.filter(codename__in=permissions))
    client.force_login(bas)
    assert client.get("/beheer/snapshots/").status_code == 200
    assert client.post("/beheer/snapshots/new/", filled_in).status_code == 302
    assert IndicatorSnapshot.objects.count() == 0


# --- Choosing ---


def chosen(editor, window, typed):
    response = editor.get(f"/beheer/{window}/results/", {"q": typed})
    return [text(link) for link in soup(response).select("a[data-chooser-modal-choice]")]


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


def test_a_date_of_another_year_is_no_date_of_this_one(editor, filled_in, measure, oost):
    measure(oost, date(2008, 10, 1), "oktober 2008", 30)
    editor.post("/beheer/snapshots/new/", filled_in | {"baseline": "2008-10-01", "comparator": ""})
    assert IndicatorSnapshot.objects.get().baseline_period == "oktober 2008"
