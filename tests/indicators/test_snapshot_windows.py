"""Taking a snapshot in the window of a page, step by step, as the admin's script does."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission

from indicators.models import IndicatorSnapshot
from tests.factories import IndicatorFactory, NeighbourhoodFactory
from tests.reading import words
from tests.robustness.forms import sent_by_a_browser

WINDOW, CREATE = "/beheer/snapshot_chooser/", "/beheer/snapshot_chooser/create/"
LATER = date(2014, 10, 1)


def read(html):
    return BeautifulSoup(html, "html.parser")


def opened(editor, **asked):
    return read(editor.get(WINDOW, asked).json()["html"])


def step(editor, form, address=CREATE, **changes):
    """Send the form of a window, and return the answer of the script's address."""
    changed = {f"vastleggen-{name}": value for name, value in changes.items()}
    return editor.post(address, sent_by_a_browser(form) | changed).json()


def shown(answer):
    assert answer["step"] == "reshow_creation_form"
    return read(answer["htmlFragment"])


def form_of(window):
    return window.select_one("form[data-chooser-modal-creation-form]")


def groups(window, name):
    found = window.select(f"select[name=vastleggen-{name}] optgroup")
    return {group["label"]: [words(option) for option in group.select("option")] for group in found}


def test_a_snapshot_is_taken_in_three_steps(editor, eva, havo, oost, measured):
    first = form_of(opened(editor))
    second = shown(step(editor, first, indicator=havo.pk, area=oost.pk))
    assert words(second.select_one("button")) == "Bekijk het eerst"
    third = shown(step(editor, form_of(second)))
    assert "Het aandeel steeg van 28%" in words(third.select_one("section.wk-import"))
    assert not IndicatorSnapshot.objects.exists()

    answer = step(editor, form_of(third))
    snapshot = IndicatorSnapshot.objects.get()
    assert snapshot.taken_by == eva
    assert answer["step"] == "chosen"
    assert answer["result"]["id"] == str(snapshot.pk)
    assert answer["result"]["title"] == "Havo en vwo, Oost, oktober 2006 – oktober 2012"
    told = read(answer["result"]["in_words"])
    assert words(told.p).startswith("Het aandeel steeg van 28% (oktober 2006)")
    assert told.a["href"] == snapshot.get_absolute_url()


def test_the_areas_of_the_page_come_first(editor, havo, oost, measured):
    west = NeighbourhoodFactory(name="West", parent=oost.parent)
    window = opened(editor, gebieden=f"{west.pk},{oost.pk},drie")
    offered = groups(window, "area")
    assert offered["Gebieden van deze pagina"] == ["West (Amsterdam)", "Oost (Amsterdam)"]
    assert offered["Gemeente"] == ["Amsterdam"]
    assert sent_by_a_browser(form_of(window))["vastleggen-area"] == str(west.pk)
    assert groups(window, "indicator") == {"Leren": ["Leerlingen op havo of vwo"]}


def test_the_areas_of_the_page_stay_first_in_the_next_step(editor, havo, oost, measured):
    window = opened(editor, gebieden=oost.pk)
    address = form_of(window)["action"]
    again = shown(step(editor, form_of(window), address, indicator=""))
    assert groups(again, "area")["Gebieden van deze pagina"] == ["Oost (Amsterdam)"]
    assert words(again.select_one(".error-message")) == "Dit is een verplicht veld."


def test_a_refusal_stands_beside_its_field_and_keeps_what_was_chosen(editor, havo, oost, measured):
    other = IndicatorFactory()
    second = shown(step(editor, form_of(opened(editor)), indicator=havo.pk, area=oost.pk))
    again = shown(step(editor, form_of(second), indicator=other.pk, caveat="Let op."))
    message = again.select_one(".error-message")
    assert words(message).endswith("Wel van: Havo en vwo.")
    assert message.find_parent(attrs={"data-field": True}).select_one("[name=vastleggen-area]")
    assert sent_by_a_browser(form_of(again))["vastleggen-caveat"] == "Let op."


def test_the_newer_figures_of_a_snapshot_are_taken_in_one_step_less(editor, take, measure, oost):
    old = take(comparator=None)
    measure(oost, LATER, "oktober 2014", 40)
    window = opened(editor, van=old.pk)
    assert window.select("[role=tab]") == []
    third = shown(step(editor, form_of(window), form_of(window)["action"]))
    step(editor, form_of(third))
    new = IndicatorSnapshot.objects.exclude(pk=old.pk).get()
    assert (new.baseline_date, new.follow_up_date) == (old.baseline_date, LATER)
    assert IndicatorSnapshot.objects.get(pk=old.pk).follow_up_value == 38


def test_a_snapshot_that_is_chosen_tells_what_is_newer(editor, take, measure, oost, amsterdam):
    snapshot = take()
    measure(oost, LATER, "oktober 2014", 40, provisional=True)
    measure(amsterdam, LATER, "oktober 2014", 45)
    answer = editor.get(f"{WINDOW}chosen/{snapshot.pk}/").json()
    told = read(answer["result"]["in_words"])
    assert words(told.li) == "oktober 2014: 40% (Amsterdam: 45%) (voorlopig)"
    assert words(told.button) == "Leg de nieuwere cijfers vast"


@pytest.fixture
def onlooker(client, site, bas):
    """Return a browser of somebody who may look at snapshots and take none."""
    permissions = ("access_admin", "view_indicatorsnapshot")
    bas.user_permissions.add(*Permission.objects.filter(codename__in=permissions))
    client.force_login(bas)
    return client


def test_who_may_not_take_one_gets_no_form(onlooker, take, measure, oost):
    snapshot = take()
    measure(oost, LATER, "oktober 2014", 40)
    for asked in ({}, {"van": snapshot.pk}):
        window = opened(onlooker, **asked)
        assert form_of(window) is None
        assert "Havo en vwo, Oost" in words(window)
    told = onlooker.get(f"{WINDOW}chosen/{snapshot.pk}/").json()["result"]["in_words"]
    assert "Er zijn nieuwere cijfers" in told
    assert read(told).button is None


def test_who_may_not_take_one_cannot_send_the_form(onlooker, havo, oost, measured):
    typed = {"vastleggen-indicator": havo.pk, "vastleggen-area": oost.pk}
    assert onlooker.post(CREATE, typed).status_code == 302
    assert onlooker.get(CREATE).status_code == 302
    assert not IndicatorSnapshot.objects.exists()


@pytest.mark.parametrize(
    "asked", ["gebieden=x,,-1," + "9" * 30, "van=x", "van=%00", "gebieden=%00"]
)
def test_the_window_takes_any_querystring(editor, measured, asked):
    assert editor.get(f"{WINDOW}?{asked}").status_code == 200
    assert editor.post(f"{CREATE}?{asked}", {"vastleggen-area": "\x00"}).status_code == 200
