"""In the window of snapshots an area is typed once there are too many to list."""

import pytest

from indicators.exploring import options
from indicators.models import IndicatorSnapshot
from tests.factories import MunicipalityFactory, NeighbourhoodFactory
from tests.indicators.conftest import END
from tests.indicators.test_snapshot_windows import LATER, form_of, opened, shown, step
from tests.reading import words
from tests.robustness.forms import sent_by_a_browser


@pytest.fixture
def many(amsterdam):
    """Let there be more areas than a list holds."""
    for number in range(options.MOST_LISTED):
        NeighbourhoodFactory(name=f"Buurt {number:03}", parent=amsterdam)


def field(window):
    return window.select_one("[name=vastleggen-area]")


def about(window):
    """Return what stands around the field of the area."""
    return words(field(window).find_parent(attrs={"data-field": True}))


def test_as_many_as_a_list_holds_are_listed(editor, oost):
    for number in range(options.MOST_LISTED - 2):
        NeighbourhoodFactory(name=f"Buurt {number:03}", parent=oost.parent)
    assert len(field(opened(editor)).select("optgroup option")) == options.MOST_LISTED


def test_of_more_one_is_typed_and_a_snapshot_is_taken(editor, havo, oost, measured, many):
    first = opened(editor)
    assert field(first).name == "input"
    assert about(first).endswith(
        "Typ een naam, bijvoorbeeld Overvecht of Centrum (Zwolle), of een code van het CBS."
    )
    second = shown(step(editor, form_of(first), indicator=havo.pk, area="oost"))
    assert field(second)["value"] == "oost"
    third = shown(step(editor, form_of(second)))
    assert step(editor, form_of(third))["step"] == "chosen"
    assert IndicatorSnapshot.objects.get().area == oost


@pytest.mark.parametrize("typed", ["Oost (Amsterdam)", "OOST", "AW04"])
def test_an_area_goes_by_its_name_or_its_code(editor, havo, oost, measured, many, typed):
    window = shown(step(editor, form_of(opened(editor)), indicator=havo.pk, area=typed))
    assert words(window.select_one("button")) == "Bekijk het eerst"


def test_a_name_of_several_areas_says_which_there_are(editor, havo, oost, measured, many):
    arnhem = MunicipalityFactory(name="Arnhem")
    NeighbourhoodFactory(name="Oost", parent=arnhem, slug="oost-arnhem")
    window = shown(step(editor, form_of(opened(editor)), indicator=havo.pk, area="Oost"))
    assert words(window.select_one(".error-message")) == (
        "Meer gebieden heten ‘Oost’. Schrijf erbij welke u bedoelt: "
        "Oost (Amsterdam), Oost (Arnhem)."
    )
    assert field(window)["value"] == "Oost"
    again = shown(step(editor, form_of(window), area="Oost (Amsterdam)"))
    assert words(again.select_one("button")) == "Bekijk het eerst"


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ("Nergens", "Het gebied ‘Nergens’ kennen wij niet."),
        ("", "Dit is een verplicht veld."),
        ("a\x00b", "Null-tekens zijn niet toegestaan."),
        ("4", "Het gebied ‘4’ kennen wij niet."),
    ],
)
def test_what_is_no_area_is_said_beside_the_field(editor, havo, many, typed, message):
    window = shown(step(editor, form_of(opened(editor)), indicator=havo.pk, area=typed))
    error = window.select_one(".error-message")
    assert words(error) == message
    assert error.find_parent(attrs={"data-field": True}).select_one("[name=vastleggen-area]")


def test_the_areas_of_the_page_are_named_and_the_first_is_filled_in(editor, oost, many):
    west = NeighbourhoodFactory(name="West", parent=oost.parent)
    window = opened(editor, gebieden=f"{west.pk},{oost.pk},drie")
    assert field(window)["value"] == "West (Amsterdam)"
    named = "Gebieden van deze pagina: West (Amsterdam), Oost (Amsterdam)."
    assert about(window).endswith(named)
    again = shown(step(editor, form_of(window), form_of(window)["action"], area="Nergens"))
    assert about(again).endswith(named)


def test_an_area_that_shares_its_name_is_filled_in_by_its_code(editor, oost, many):
    NeighbourhoodFactory(name="Oost", parent=oost.parent, slug="oost-2", code="WK99")
    assert field(opened(editor, gebieden=oost.pk))["value"] == "AW04"


def test_the_newer_figures_of_a_snapshot_begin_with_the_name_of_its_area(
    editor, take, measure, oost, many
):
    old = take(comparator=None)
    measure(oost, LATER, "oktober 2014", 40)
    window = opened(editor, van=old.pk)
    assert sent_by_a_browser(form_of(window))["vastleggen-area"] == "Oost (Amsterdam)"
    third = shown(step(editor, form_of(window), form_of(window)["action"]))
    step(editor, form_of(third))
    new = IndicatorSnapshot.objects.exclude(pk=old.pk).get()
    assert (new.baseline_date > END, new.follow_up_date) == (False, LATER)


def test_the_window_reads_as_much_with_many_areas_as_with_more(
    editor, oost, many, django_assert_max_num_queries
):
    def queries():
        with django_assert_max_num_queries(100) as counted:
            opened(editor, gebieden=oost.pk)
        return len(counted)

    opened(editor)
    before = queries()
    NeighbourhoodFactory.create_batch(20)
    assert queries() == before
