"""Editors take snapshots of figures, and nobody changes them, through the admin as it is."""

from datetime import date

import pytest
from django.contrib.auth.models import Permission

from accounts.domain import grant_editor_permissions
from indicators.models import (
    Dataset,
    IndicatorSnapshot,
)
from tests.factories import (
    MunicipalityFactory,
    NeighbourhoodFactory,
)
from tests.indicators.admin import errors, soup
from tests.indicators.conftest import END, START
from tests.reading import words


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


def test_an_editor_takes_a_snapshot(editor, eva, filled_in):
    response = editor.post("/beheer/snapshots/new/", filled_in, follow=True)
    snapshot = IndicatorSnapshot.objects.get()
    assert [moment.date for moment in snapshot.moments] == [START, END]
    assert (snapshot.taken_by, snapshot.caveat) == (eva, "Geen bewijs.")
    (message,) = response.context["messages"]
    assert "Havo en vwo, Oost, oktober 2006 – oktober 2012 is vastgelegd." in str(message)
    assert snapshot.get_absolute_url() in str(message)


def test_an_editor_sees_a_snapshot_before_it_is_taken(editor, filled_in):
    answer = editor.post("/beheer/snapshots/new/", filled_in | {"preview": "1"})

    seen = soup(answer).select_one("section.wk-import")
    assert words(seen.select_one("p:not(.help-block p)")).startswith("Het aandeel steeg van 28%")
    assert [words(cell) for cell in seen.select("tbody tr")[0].select("th, td")] == [
        "oktober 2006",
        "28%",
        "41%",
    ]
    assert soup(answer).select_one("[name=caveat]").text.strip() == "Geen bewijs."
    assert not IndicatorSnapshot.objects.exists()


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
            (words(term) for term in page.main.find_all("dt")),
            (words(said) for said in page.main.find_all("dd")),
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


def test_a_date_of_another_year_is_no_date_of_this_one(editor, filled_in, measure, oost):
    measure(oost, date(2008, 10, 1), "oktober 2008", 30)
    editor.post("/beheer/snapshots/new/", filled_in | {"baseline": "2008-10-01", "comparator": ""})
    assert IndicatorSnapshot.objects.get().baseline_period == "oktober 2008"
