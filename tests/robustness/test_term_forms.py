"""Absurd values in the forms of terms and figures are refused beside their field."""

from itertools import zip_longest

import pytest

from indicators.forms import SECOND_STEP
from tests.robustness.absurd import EMOJI, MARKUP, refused
from tests.robustness.everything import LEADING, PUBLIC
from tests.robustness.forms import REQUIRED, problems
from tests.robustness.reading import is_page, told
from tests.robustness.term_forms import ASKED, open_form, our_lists

pytestmark = pytest.mark.django_db

NO_YEAR = "Vul een jaar in met vier cijfers, zoals 2013."
NO_DAY = "Vul een dag in tussen 1900 en 2100."
NOT_MEASURED = "Hiervan is geen meting. Kies er een uit de lijst."
# What a form says of a field besides, as long as there is no good value.
ALSO = {
    "measurements": {"value": " Vul een waarde in, of kies waarom die er niet is."},
    "synonyms": {"words": " Vul ten minste twee woorden in, met een komma ertussen."},
}
ALONE = {"measurements": {"value": [ALSO["measurements"]["value"].strip()]}}


# What a form asks in a later step is refused in tests/indicators/test_taking_snapshots.py.
LATER = {"snapshots": set(SECOND_STEP)}


@pytest.mark.parametrize("name", ASKED)
def test_an_empty_form_names_what_it_misses(editor, site, name):
    also = ALSO.get(name, {})
    messages = {field: [f"{REQUIRED}{also.get(field, '')}"] for field in ASKED[name]}
    answer = open_form(editor, name).post()
    assert answer.status_code == 200
    assert problems(answer) == messages | ALONE.get(name, {})


@pytest.mark.parametrize("name", ASKED)
def test_a_form_of_which_nothing_arrives_is_answered_too(editor, site, name):
    answer = editor.post(f"/beheer/{name}/new/", {})
    assert answer.status_code == 200
    assert set(ASKED[name]) <= set(problems(answer))


def rounds(name):
    """Return what to send in turn: one absurd value and its message for each field of a form."""
    fields = our_lists()[name].get_form_class().base_fields
    first = set(fields) - LATER.get(name, set())
    lists = [[(field, *pair) for pair in refused(fields[field])] for field in first]
    return [
        {
            field: (value, message + ALSO.get(name, {}).get(field, ""))
            for field, value, message in filter(None, found)
        }
        for found in zip_longest(*lists)
    ]


@pytest.mark.parametrize("name", ASKED)
def test_an_absurd_value_is_refused_beside_its_field(editor, site, name):
    form = open_form(editor, name)
    for absurd in rounds(name):
        answer = form.post(**{field: value for field, (value, _) in absurd.items()})
        assert answer.status_code == 200
        found = problems(answer)
        assert {field: found[field] for field in absurd} == {
            field: [message] for field, (_, message) in absurd.items()
        }


@pytest.mark.parametrize(
    ("name", "fields", "messages"),
    [
        (
            "areas",
            {"kind": "neighbourhood", "parent": "{area}"},
            {"parent": "Kies de gemeente waarin deze wijk ligt."},
        ),
        (
            "areas",
            {"latitude": "91", "longitude": "-181"},
            {
                "latitude": "Vul graden in tussen −90 en 90.",
                "longitude": "Vul graden in tussen −180 en 180.",
            },
        ),
        (
            "memberships",
            {"first_year": "0", "last_year": "32767"},
            {"first_year": NO_YEAR, "last_year": NO_YEAR},
        ),
        (
            "memberships",
            {"group": "{area}", "member": "{area}"},
            {"group": "Kies een groep, zoals G4 of New Towns."},
        ),
        (
            "indicators",
            {"decimals": "4", "tolerance": "-1"},
            {"decimals": "Hoogstens 3 decimalen.", "tolerance": "Een marge is nul of meer."},
        ),
        (
            "measurements",
            {"value": "101", "indicator": "{indicator}"},
            {"value": "Een percentage ligt tussen 0 en 100."},
        ),
        ("measurements", {"period_date": "0001-01-01"}, {"period_date": NO_DAY}),
        (
            "datasets",
            {"boundary_year": "32767", "retrieved_at": "9999-12-31"},
            {"boundary_year": NO_YEAR, "retrieved_at": NO_DAY},
        ),
        (
            "reported_counts",
            {"count": "-1"},
            {"count": "Zorg ervoor dat deze waarde minstens 0 is."},
        ),
        (
            "themes",
            {"position": "-1", "slug": "leren"},
            {
                "position": "Zorg ervoor dat deze waarde minstens 0 is.",
                "slug": "Er bestaat al een Thema met eenzelfde Deel van het webadres.",
            },
        ),
        (
            "organisations",
            {"name": "Mitros"},
            {"name": "Er bestaat al een Organisatie met eenzelfde Naam."},
        ),
        (
            "snapshots",
            {
                "indicator": "{indicator}",
                "area": "{area}",
                "dataset": "{dataset}",
                "baseline": "1900-01-01",
            },
            {"baseline": NOT_MEASURED},
        ),
        (
            "snapshots",
            {
                "indicator": "{indicator}",
                "area": "{area}",
                "dataset": "{dataset}",
                "comparator": "{area}",
            },
            {"comparator": NOT_MEASURED},
        ),
        (
            "synonyms",
            {"words": ",,,"},
            {"words": "Vul ten minste twee woorden in, met een komma ertussen."},
        ),
        (
            "promotions",
            {"words": ",,,", "page": "{practice}"},
            {"words": "Vul een of meer vragen in, met een komma ertussen."},
        ),
        (
            "promotions",
            {"words": "schuld, schulden", "position": "-1"},
            {
                "words": "‘schuld’ en ‘schulden’ vragen hetzelfde. Laat er een weg.",
                "position": "Zorg ervoor dat deze waarde minstens 0 is.",
            },
        ),
    ],
)
def test_what_cannot_be_is_refused_beside_its_field(editor, site, name, fields, messages):
    records = {
        kind: getattr(site, kind).pk for kind in ("area", "indicator", "dataset", "practice")
    }
    sent = {field: value.format(**records) for field, value in fields.items()}
    found = problems(open_form(editor, name).post(**sent))
    assert {field: found[field] for field in messages} == {
        field: [message] for field, message in messages.items()
    }


@pytest.mark.parametrize("text", [MARKUP, EMOJI, "\u202eאבג", "{{ 7|add:7 }} %s {0}"])
def test_whatever_a_term_is_called_is_shown_as_it_was_written(editor, client, site, text):
    for term, *names in (
        (site.theme, "label", "definition"),
        (site.area, "name", "description"),
        (site.organisation, "name", "description"),
        (site.target_group, "name"),
        (site.indicator, "name", "short_name", "definition", "caveat", "source", "method"),
        (site.change, "what"),
        (site.dataset, "title", "source", "licence", "note"),
    ):
        type(term).objects.filter(pk=term.pk).update(**dict.fromkeys(names, text))
    client.logout()
    for address in PUBLIC:
        answer = client.get(site.address(address))
        assert answer.status_code == LEADING.get(address, 200)
        assert not is_page(answer) or b"<script>alert" not in answer.content
    assert told(client.get("/organisaties/mitros/")) == ("nl", text)
