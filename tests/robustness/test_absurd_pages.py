"""Absurd values in the form of any page are refused beside their field, and kept to be mended."""

import json
from itertools import zip_longest

import pytest

from search import changes
from search.engines import selection
from tests.robustness.absurd import EMOJI, LONG, MARKUP, kind_of, refused
from tests.robustness.forms import form_in, problems, value_of
from tests.robustness.page_forms import MODELS, TYPES, bare, look_as_a_reader, open_form, parent_of
from tests.robustness.reading import soup_of, told

pytestmark = pytest.mark.django_db

# Named otherwise in the browser; see practices/forms.py.
SENT_AS = {"method": "page_method"}
TIMELESS = {"standardpage", "themepage", "methodpage", "consultationreportpage"}
TIMELESS |= {"membersroompage"}
NO_YEAR = "Vul een jaar in met vier cijfers, zoals 2013."
NO_DAY = "Vul een dag in tussen 1900 en 2100."


def fields_of(name, *kinds):
    """Return the fields of a form as they are sent, those of some kinds or all."""
    fields = MODELS[name].get_edit_handler().get_form_class().base_fields
    return {
        SENT_AS.get(field, field): found
        for field, found in fields.items()
        if not kinds or kind_of(found) in kinds
    }


def rounds(fields):
    """Return what to send in turn: one absurd value and its message for each field."""
    lists = [[(name, *pair) for pair in refused(field)] for name, field in fields.items()]
    return [
        {name: (value, message) for name, value, message in filter(None, found)}
        for found in zip_longest(*lists)
    ]


def kept(answer, fields):
    """Return what stands in fields of a form again."""
    form = form_in(answer)
    return {name: value_of(form.select_one(f"[name='{name}']")) for name in fields}


@pytest.mark.parametrize("name", TYPES)
def test_an_absurd_value_is_refused_beside_its_field_and_kept(editor, site, name):
    form = open_form(editor, site, name)
    # A choice that is none cannot be shown again, nor can a character that no page holds.
    typed = fields_of(name, "text", "slug", "url", "mail", "whole", "decimal", "day", "time")
    for absurd in rounds(fields_of(name)):
        sent = {field: value for field, (value, _) in absurd.items()}
        answer = form.publish(**bare(site, name) | sent)
        assert answer.status_code == 200
        assert problems(answer) == {field: [message] for field, (_, message) in absurd.items()}
        expected = {f: value for f, value in sent.items() if f in typed and "\0" not in value}
        assert kept(answer, expected) == expected


@pytest.mark.parametrize("name", [name for name in TYPES if name not in TIMELESS])
@pytest.mark.parametrize(("year", "day"), [("0", "0001-01-01"), ("32767", "9999-12-31")])
def test_years_and_days_are_of_our_time(editor, site, name, year, day):
    years = [field for field in fields_of(name, "whole") if field.endswith("year")]
    days = [field for field in fields_of(name, "day") if field != "contact_confirmed_on"]
    strange = dict.fromkeys(years, year) | dict.fromkeys(days, day)
    answer = open_form(editor, site, name).publish(**bare(site, name) | strange)
    assert problems(answer) == {field: [NO_YEAR] for field in years} | {
        field: [NO_DAY] for field in days
    }


def filled_with(name, text):
    """Return a text for every field that takes one, as far as it fits."""
    texts = {
        field: text[: kind.max_length or len(text)]
        for field, kind in fields_of(name, "text").items()
    }
    words = {"blocks": [{"text": text, "type": "unstyled", "key": "a"}], "entityMap": {}}
    return texts | dict.fromkeys(fields_of(name, "running text"), json.dumps(words))


@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("text", [MARKUP, LONG, f"{EMOJI} \u202eאבג {{{{ 7|add:7 }}}} %s"])
def test_whatever_is_written_is_shown_as_it_was_written(editor, client, site, anna, name, text):
    form = open_form(editor, site, name)
    answer = form.publish(**bare(site, name) | filled_with(name, text))
    assert answer.status_code == 302, problems(answer)
    page = parent_of(site, name).get_children().get(slug="kaal")
    changes.drain(selection.engine())
    look_as_a_reader(client, name, anna)
    for address in (page.url, page.get_parent().url, "/", "/zoeken", "/gebieden/overvecht/"):
        shown = client.get(address)
        assert (address, shown.status_code) == (address, 200)
        assert b"<script>alert" not in shown.content
    assert told(client.get(page.url)) == ("nl", text[:255])


def link_to(**data):
    """Return running text of which a word leads somewhere."""
    range_ = {"offset": 0, "length": 4, "key": 0}
    block = {"text": "Klik hier", "type": "unstyled", "key": "a", "entityRanges": [range_]}
    entity = {"type": "LINK", "mutability": "MUTABLE", "data": data}
    return json.dumps({"blocks": [block], "entityMap": {"0": entity}})


@pytest.mark.parametrize(
    "target",
    [{"url": "javascript:alert(1)"}, {"url": "data:text/html,x"}, {"id": 999_999}, {}],
)
def test_a_link_that_leads_nowhere_good_leads_nowhere(editor, client, site, target):
    form = open_form(editor, site, "methodpage")
    answer = form.publish(**bare(site, "methodpage") | {"when_it_fits": link_to(**target)})
    assert answer.status_code == 302
    page = soup_of(client.get("/werkwijzen/kaal/"))
    link = page.find("a", string="Klik")
    assert link is None or link.get("href") is None
    assert "Klik hier" in page.get_text()


@pytest.mark.parametrize("sent", ["Gewoon geschreven.", "<p>Met tekens.</p>", "[]x"])
def test_running_text_in_another_format_is_taken_as_plain_words(editor, client, site, sent):
    form = open_form(editor, site, "methodpage")
    form.publish(**bare(site, "methodpage") | {"when_it_fits": sent})
    assert sent in soup_of(client.get("/werkwijzen/kaal/")).get_text()
