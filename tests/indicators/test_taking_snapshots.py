"""Editors take snapshots of figures, and nobody changes them, through the admin as it is.

The form asks in steps: what and where, then the days that have figures, then it shows all of it.
"""

from datetime import date

import pytest
from django.contrib.auth.models import Permission

from accounts.domain import grant_editor_permissions
from indicators import offers
from indicators.models import Dataset, DefinitionChange, IndicatorSnapshot, Measurement
from tests.factories import (
    DatasetFactory,
    IndicatorFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
)
from tests.indicators.admin import errors, soup
from tests.indicators.conftest import END, START
from tests.reading import words
from tests.robustness.forms import form_in, sent_by_a_browser

ADDRESS = "/beheer/snapshots/new/"


@pytest.fixture
def chosen(havo, oost, measured):
    """Return the first step, filled in."""
    return {"indicator": havo.pk, "area": oost.pk}


@pytest.fixture
def filled_in(chosen, amsterdam, report):
    """Return the form of a snapshot, filled in."""
    return chosen | {
        "comparator": amsterdam.pk,
        "dataset": report.pk,
        "baseline": "2006-10-01",
        "follow_up": "2012-10-01",
        "caveat": "Geen bewijs.",
    }


def shown(editor, typed):
    """Return what the form holds after it showed what would be taken."""
    return sent_by_a_browser(form_in(editor.post(ADDRESS, typed)))


def take_it(editor, typed):
    return editor.post(ADDRESS, shown(editor, typed), follow=True)


def options(answer, name):
    return [words(option) for option in soup(answer).select(f"[name={name}] option")]


def button(answer):
    return words(soup(answer).select_one("main footer button"))


def test_an_editor_takes_a_snapshot(editor, eva, filled_in):
    response = take_it(editor, filled_in)
    snapshot = IndicatorSnapshot.objects.get()
    assert [moment.date for moment in snapshot.moments] == [START, END]
    assert (snapshot.taken_by, snapshot.caveat) == (eva, "Geen bewijs.")
    (message,) = response.context["messages"]
    assert "Havo en vwo, Oost, oktober 2006 – oktober 2012 is vastgelegd." in str(message)
    assert snapshot.get_absolute_url() in str(message)


def test_the_first_step_asks_what_and_where_alone(editor):
    answer = editor.get(ADDRESS)
    assert not soup(answer).select("[name=baseline], [name=comparator], [name=caveat]")
    assert button(answer) == "Verder"


def test_the_second_step_lists_what_has_figures_and_chooses_what_is_usual(
    editor, chosen, measure, oost, amsterdam
):
    measure(oost, date(2008, 10, 1), "oktober 2008", 30, provisional=True)
    measure(amsterdam, date(2008, 10, 1), "oktober 2008", 42)
    measure(oost, date(2009, 10, 1), "oktober 2009", 31)
    answer = editor.post(ADDRESS, chosen)
    assert options(answer, "comparator") == ["Niets: alleen dit gebied", "Amsterdam"]
    assert options(answer, "dataset") == ["Rapport"]
    # Of Amsterdam there is no figure of 2009.
    assert options(answer, "baseline") == ["oktober 2006", "oktober 2008 (voorlopig)"]
    assert options(answer, "follow_up") == ["oktober 2012", "oktober 2008 (voorlopig)"]
    assert sent_by_a_browser(form_in(answer))["comparator"] == str(amsterdam.pk)
    assert button(answer) == "Bekijk het eerst"
    assert not soup(answer).select(".error-message, section.wk-import")


def test_the_newest_delivery_that_counts_is_offered_first(editor, chosen, measure, oost, report):
    corrected = DatasetFactory(title="Gecorrigeerd", supersedes=report)
    example = DatasetFactory(title="Verzonnen", kind=Dataset.Kind.EXAMPLE)
    for dataset in (corrected, example):
        measure(oost, START, "oktober 2006", 27, dataset=dataset)
        measure(oost, END, "oktober 2012", 37, dataset=dataset)
    assert options(editor.post(ADDRESS, chosen), "dataset") == [
        "Gecorrigeerd",
        "Verzonnen (voorbeeld, geen echte cijfers)",
    ]


def test_an_editor_sees_a_snapshot_before_it_is_taken(editor, filled_in):
    answer = editor.post(ADDRESS, filled_in)

    seen = soup(answer).select_one("section.wk-import")
    assert words(seen.select_one("p:not(.help-block p)")).startswith("Het aandeel steeg van 28%")
    assert [words(cell) for cell in seen.select("tbody tr")[0].select("th, td")] == [
        "oktober 2006",
        "28%",
        "41%",
    ]
    assert "Bron: Outcomemonitor. Dataset: Rapport (zoals een rapport het meldt)" in words(seen)
    assert soup(answer).select_one("[name=caveat]").text.strip() == "Geen bewijs."
    assert button(answer) == "Leg vast"
    assert not IndicatorSnapshot.objects.exists()


def test_an_editor_is_warned_where_the_definition_changed(editor, filled_in, havo):
    DefinitionChange.objects.create(indicator=havo, since=date(2011, 1, 1), what="studenten mee")
    seen = soup(editor.post(ADDRESS, filled_in)).select_one("section.wk-import")
    assert words(seen.select_one(".help-warning")) == (
        "In 2011 veranderde de definitie: studenten mee. Cijfers van ervoor en erna zijn niet goed "
        "te vergelijken."
    )
    assert words(seen.select_one("p:not(.help-block p)")).startswith("Het aandeel was 28%")


def test_what_was_not_shown_is_not_taken(editor, filled_in, oost):
    form = shown(editor, filled_in)
    answer = editor.post(ADDRESS, form | {"comparator": ""})
    assert not IndicatorSnapshot.objects.exists()
    assert "41%" not in words(soup(answer).select_one("section.wk-import"))

    Measurement.objects.filter(area=oost, period_date=END).update(value=39)
    answer = editor.post(ADDRESS, form)
    assert not IndicatorSnapshot.objects.exists()
    assert "39%" in words(soup(answer).select_one("section.wk-import"))


def test_without_comparator_the_area_stands_alone(editor, filled_in):
    take_it(editor, filled_in | {"comparator": ""})
    assert IndicatorSnapshot.objects.get().comparator is None


def test_taking_the_same_again_gives_no_second_snapshot(editor, filled_in):
    take_it(editor, filled_in)
    take_it(editor, filled_in)
    assert IndicatorSnapshot.objects.count() == 1


def test_another_area_brings_its_own_lists(editor, filled_in, measure, amsterdam):
    form = shown(editor, filled_in)
    west = NeighbourhoodFactory(name="West", parent=amsterdam)
    measure(west, date(2007, 10, 1), "oktober 2007", 30)
    measure(west, END, "oktober 2012", 31)
    answer = editor.post(ADDRESS, form | {"area": west.pk})
    assert options(answer, "baseline") == ["oktober 2007"]
    assert button(answer) == "Bekijk het eerst"
    assert soup(answer).select_one("[name=caveat]").text.strip() == "Geen bewijs."


def test_the_form_begins_with_the_figures_of_another_snapshot(
    editor, take, measure, oost, amsterdam
):
    snapshot = take(caveat="Geen bewijs.")
    measure(oost, date(2014, 10, 1), "oktober 2014", 40)
    measure(amsterdam, date(2014, 10, 1), "oktober 2014", 45)
    answer = editor.get(f"{ADDRESS}?van={snapshot.pk}")
    form = sent_by_a_browser(form_in(answer))
    assert form["comparator"] == str(amsterdam.pk)
    assert (form["baseline"], form["follow_up"]) == ("2006-10-01", "2014-10-01")
    assert form["caveat"] == "Geen bewijs."


@pytest.mark.parametrize("number", ["", "0", "drie", "9" * 30, "\x00"])
def test_a_snapshot_to_begin_with_that_is_not_there_is_left_out(editor, number):
    assert button(editor.get(ADDRESS, {"van": number})) == "Verder"


def refused(editor, typed):
    response = editor.post(ADDRESS, typed)
    assert IndicatorSnapshot.objects.count() == 0
    return errors(response)


NOT_LISTED = "Hiervan is geen meting. Kies er een uit de lijst."


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        *(("baseline", typed) for typed in ("2007-01-01", "gisteren", "0000-00-00", "\x00")),
        *(("follow_up", typed) for typed in ("2006-10-01", "2012-13-01")),
        *(("dataset", typed) for typed in ("0", "drie", "9" * 30)),
        ("comparator", "drie"),
    ],
)
def test_what_there_is_no_figure_of_is_refused_beside_its_field(editor, filled_in, name, typed):
    assert refused(editor, filled_in | {name: typed}) == {name: NOT_LISTED}


def test_an_area_without_figures_is_refused_beside_its_field(editor, filled_in):
    elsewhere = NeighbourhoodFactory()
    assert refused(editor, filled_in | {"area": elsewhere.pk}) == {
        "area": "Van dit gebied zijn er geen twee metingen van deze indicator."
    }


def test_an_area_with_one_figure_tells_what_there_is_more_of(editor, filled_in, measure, oost):
    other = IndicatorFactory(name="Verzuim")
    measure(oost, START, "oktober 2006", 12, indicator=other)
    assert refused(editor, filled_in | {"indicator": other.pk}) == {
        "area": "Van dit gebied zijn er geen twee metingen van deze indicator. "
        "Wel van: Havo en vwo."
    }


def test_what_makes_no_comparison_is_refused_beside_its_field(editor, filled_in, oost, report):
    assert refused(editor, filled_in | {"comparator": oost.pk}) == {"comparator": NOT_LISTED}
    report.status = Dataset.Status.WITHDRAWN
    report.save()
    assert list(refused(editor, filled_in)) == ["area"]


def test_an_empty_form_is_refused(editor, db):
    assert sorted(refused(editor, {})) == ["area", "indicator"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_lists_cost_as_many_queries_for_any_number_of_figures(
    number, havo, oost, report, measured, measure, django_assert_num_queries
):
    for year in range(number):
        measure(oost, date(2013 + year, 10, 1), str(year), 10)
        measure(MunicipalityFactory(), START, "2006", 10)
    with django_assert_num_queries(3):
        (offer,) = offers.of_area(havo, oost)
        assert len(offer.measurements) == 2 + number
        assert [other.name for other in offers.beside(havo, oost, offer)] == ["Amsterdam"]


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


@pytest.mark.parametrize("who", ["eva", "anna"])
def test_nobody_removes_a_snapshot(client, site, take, request, who):
    grant_editor_permissions()
    snapshot = take()
    client.force_login(request.getfixturevalue(who))
    address = f"/beheer/snapshots/delete/{snapshot.pk}/"
    for answer in (client.get(address, follow=True), client.post(address, follow=True)):
        assert [status for _url, status in answer.redirect_chain] == [302]
        assert words(soup(answer).select_one(".messages")) == (
            "Sorry, je hebt geen toegang tot dit gedeelte. Ga naar eerste fout"
        )
    bulk = f"/beheer/bulk/indicators/indicatorsnapshot/delete/?id={snapshot.pk}"
    assert client.post(bulk).status_code == 404
    assert client.get(snapshot.get_absolute_url()).status_code == 200
    for shown in ("/beheer/snapshots/", f"/beheer/snapshots/inspect/{snapshot.pk}/"):
        assert address not in client.get(shown).content.decode()


def test_whoever_may_only_look_takes_no_snapshot(client, site, bas, filled_in):
    permissions = ("access_admin", "view_indicatorsnapshot")
    bas.user_permissions.add(*Permission.objects.filter(codename__in=permissions))
    client.force_login(bas)
    assert client.get("/beheer/snapshots/").status_code == 200
    assert client.post(ADDRESS, filled_in).status_code == 302
    assert IndicatorSnapshot.objects.count() == 0
