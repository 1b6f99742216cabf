"""Editors record from which day a definition changed, in the form of the indicator."""

from datetime import date

import pytest

from indicators.models import DefinitionChange
from tests.reading import words
from tests.robustness.forms import Form, problems
from tests.robustness.reading import soup_of

LIST = "definition_changes"

pytestmark = pytest.mark.django_db


@pytest.fixture
def form(editor, havo):
    """Return the form of an indicator, opened; lines are added to it as a browser would."""
    return lambda: Form(editor, f"/beheer/indicators/edit/{havo.pk}/")


def lines(form, *rows):
    """Return what is sent with these days and words in the list; None takes a line away."""
    known = int(form.fields[f"{LIST}-INITIAL_FORMS"])
    sent = {f"{LIST}-TOTAL_FORMS": str(max(known, len(rows)))}
    for number, row in enumerate(rows):
        prefix = f"{LIST}-{number}"
        sent[f"{prefix}-DELETE"] = "" if row else "on"
        sent |= {f"{prefix}-id": form.fields.get(f"{prefix}-id", "")}
        if row:
            sent |= {f"{prefix}-since": row[0], f"{prefix}-what": row[1]}
    return sent


def stored():
    return list(DefinitionChange.objects.values_list("since", "what"))


def test_changes_are_added_moved_and_taken_away(form):
    opened = form()
    answer = opened.post(**lines(opened, ("2011-01-01", "ouder"), ("2008-01-01", "meer")))
    assert answer.status_code == 302
    assert stored() == [(date(2008, 1, 1), "meer"), (date(2011, 1, 1), "ouder")]

    opened = form()
    opened.post(**lines(opened, ("2009-01-01", "meer"), None))
    assert stored() == [(date(2009, 1, 1), "meer")]


def test_two_changes_can_change_places(form, havo):
    for day, what in ((date(2008, 1, 1), "meer"), (date(2011, 1, 1), "ouder")):
        DefinitionChange.objects.create(indicator=havo, since=day, what=what)
    opened = form()
    answer = opened.post(**lines(opened, ("2011-01-01", "meer"), ("2008-01-01", "ouder")))
    assert answer.status_code == 302
    assert stored() == [(date(2008, 1, 1), "ouder"), (date(2011, 1, 1), "meer")]


def test_one_that_a_colleague_took_away_meanwhile_is_no_failure(form, havo):
    change = DefinitionChange.objects.create(indicator=havo, since=date(2011, 1, 1), what="meer")
    opened = form()
    change.delete()
    answer = opened.post(**lines(opened, ("2012-01-01", "meer")))
    assert answer.status_code == 200
    assert stored() == []


@pytest.mark.parametrize(
    ("row", "field", "message"),
    [
        (("", "ouder"), "since", "Dit is een verplicht veld."),
        (("2011-01-01", " "), "what", "Dit is een verplicht veld."),
        (("2011", "ouder"), "since", "Voer een geldige datum in."),
        (("0011-01-01", "ouder"), "since", "Vul een dag in tussen 1900 en 2100."),
        (
            ("2011-01-01", "o" * 301),
            "what",
            "Zorg dat deze waarde niet meer dan 300 tekens bevat (het zijn er nu 301).",
        ),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(form, row, field, message):
    opened = form()
    answer = opened.post(**lines(opened, row))
    assert problems(answer) == {f"{LIST}-0-{field}": [message]}
    assert stored() == []


def test_two_changes_on_one_day_are_refused_and_nothing_is_lost(form):
    opened = form()
    answer = opened.post(**lines(opened, ("2011-01-01", "meer"), ("2011-01-01", "ouder")))
    assert answer.status_code == 200
    page = soup_of(answer)
    assert {words(message) for message in page.select(".error-message")} == {
        "Dit staat er al.",
        "Hier staat iets dubbel. Laat elk één keer staan.",
    }
    assert [page.find(attrs={"name": f"{LIST}-{n}-what"})["value"] for n in (0, 1)] == [
        "meer",
        "ouder",
    ]
    assert stored() == []
