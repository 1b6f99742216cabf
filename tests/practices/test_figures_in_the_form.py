"""What an editor sees of the snapshots of a practice, and of those that are out of date."""

from datetime import date

import pytest
from bs4 import BeautifulSoup

from accounts.domain import grant_editor_permissions
from indicators.taking import Known
from practices.models import PracticeFigure
from practices.queries import with_newer_figures
from tests.factories import MeasurementFactory, PracticeFactory
from tests.practices.conftest import snapshot
from tests.reading import words


def outdate(taken, value=10):
    """Store a figure that is newer than a snapshot."""
    MeasurementFactory(
        indicator=taken.indicator,
        area=taken.area,
        dataset=taken.dataset,
        period="2014",
        period_date=date(2014, 1, 1),
        value=value,
    )
    return taken


def practice_with(site, *taken):
    return PracticeFactory(
        parent=site.practices, figures=[PracticeFigure(snapshot=each) for each in taken]
    )


def fields(editor, practice):
    """Return what stands under each snapshot in the form of a practice."""
    form = BeautifulSoup(editor.get(f"/beheer/pages/{practice.pk}/edit/").content, "html.parser")
    return [
        found
        for found in form.select("[data-wk-in-words]")
        if not found.find_parent("template") and found.find("p")
    ]


def test_a_chosen_snapshot_says_what_it_says_and_what_is_newer(editor, site):
    grant_editor_permissions()
    kept, outdated = snapshot(unit="%"), outdate(snapshot(unit="%"))
    first, second = fields(editor, practice_with(site, kept, outdated))
    assert words(first).startswith("Het aandeel daalde van 20%")
    assert first.a["href"] == kept.get_absolute_url()
    assert first.button is None
    assert words(second.li) == "2014: 10%"
    assert "Het oude cijfer blijft bestaan, met zijn eigen adres." in words(second)
    assert words(second.button) == "Leg de nieuwere cijfers vast"


@pytest.mark.parametrize("number", [1, 3])
def test_what_fields_tell_costs_three_queries_for_any_number(db, number, django_assert_num_queries):
    taken = [outdate(snapshot()) for _ in range(number)]
    with django_assert_num_queries(3):
        known = Known([str(each.pk) for each in taken])
        told = [known.in_words(known.get(str(each.pk))) for each in taken]
    assert sum("Er zijn nieuwere cijfers" in text for text in told) == number


@pytest.mark.parametrize("number", [1, 3])
def test_practices_with_newer_figures_are_found_in_three_queries(
    site, number, django_assert_num_queries
):
    practice_with(site, snapshot())
    late = [practice_with(site, outdate(snapshot()), outdate(snapshot())) for _ in range(number)]
    with django_assert_num_queries(3):
        assert with_newer_figures() == [practice.pk for practice in late]


def test_a_corrected_figure_and_one_that_came_are_newer_too(site):
    taken = snapshot()
    practice = practice_with(site, taken)
    assert with_newer_figures() == []
    taken.indicator.measurements.filter(area=taken.area).update(value=11)
    assert with_newer_figures() == [practice.pk]


def test_an_editor_is_told_which_practices_have_newer_figures(editor, site):
    late = practice_with(site, outdate(snapshot()))
    practice_with(site, snapshot())
    home = BeautifulSoup(editor.get("/beheer/").content, "html.parser")
    panel = home.find(id="nieuwere-cijfers-section")
    assert [words(link) for link in panel.select("td.title a")] == [late.title]


def test_the_list_of_snapshots_is_narrowed_to_those_with_newer_figures(editor, site):
    grant_editor_permissions()
    late, _kept = outdate(snapshot()), snapshot()
    listed = BeautifulSoup(editor.get("/beheer/snapshots/?newer=yes").content, "html.parser")
    assert [words(found) for found in listed.select("td.title .title-wrapper")] == [
        late.indicator.name
    ]
