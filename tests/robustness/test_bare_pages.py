"""Every type of page asks for little, says what it misses, and is shown with that little."""

import pytest
from django.urls import reverse
from wagtail.models import get_page_models

from cms.models import HomePage
from content.models import SectionPage
from tests.reading import words
from tests.robustness.forms import REQUIRED, problems
from tests.robustness.page_forms import (
    ALWAYS,
    MODELS,
    TYPES,
    bare,
    look_as_a_reader,
    open_form,
    parent_of,
)
from tests.robustness.reading import soup_of, told

pytestmark = pytest.mark.django_db

# What the database keeps no page without.
NOT_EVEN_A_DRAFT = {
    "themepage": {"theme"},
    "goalpage": {"target_value"},
    "eventpage": {"starts_on"},
}


def made(site, name):
    return parent_of(site, name).get_children().get(slug="kaal").specific


def test_no_type_that_can_be_made_is_left_out():
    once_only = (HomePage, SectionPage)
    types = {
        model._meta.model_name
        for model in get_page_models()
        if model.is_creatable and not issubclass(model, once_only)
    }
    assert types - {"page"} == set(TYPES)


@pytest.mark.parametrize("name", TYPES)
def test_an_empty_form_names_what_it_misses(editor, site, name):
    answer = open_form(editor, site, name).publish()
    assert answer.status_code == 200
    assert problems(answer) == {
        field: [REQUIRED] for field in ["title", "slug", "summary", *TYPES[name][1]]
    }
    assert [words(item) for item in soup_of(answer).select(".messages li")] == [
        "De pagina kon niet aangemaakt worden vanwege validatiefouten. Ga naar eerste fout"
    ]


@pytest.mark.parametrize("name", TYPES)
def test_a_form_of_which_nothing_arrives_is_answered_too(editor, site, name):
    form = open_form(editor, site, name)
    answer = editor.post(form.address, {"action-publish": "1"})
    assert answer.status_code == 200
    missing = problems(answer)
    assert {messages[0] for messages in missing.values()} == {REQUIRED}
    assert {"title", "slug", "summary", *TYPES[name][1]} <= set(missing)


@pytest.mark.parametrize("name", TYPES)
def test_half_a_form_keeps_what_was_typed(editor, site, name):
    form = open_form(editor, site, name)
    half = bare(site, name) | {"summary": ""}
    answer = form.publish(**half)
    assert problems(answer) == {"summary": [REQUIRED]}
    page = soup_of(answer)
    assert page.find(id="id_title")["value"] == ALWAYS["title"]
    assert page.find(id="id_slug")["value"] == ALWAYS["slug"]


@pytest.mark.parametrize("name", TYPES)
def test_what_it_truly_asks_for_makes_a_page(editor, client, site, anna, name):
    answer = open_form(editor, site, name).publish(**bare(site, name))
    assert answer.status_code == 302, problems(answer)
    page = made(site, name)
    assert type(page) is MODELS[name]
    look_as_a_reader(client, name, anna)
    assert told(client.get(page.url)) == ("nl", ALWAYS["title"])
    if name not in ("standardpage", "membersroompage"):
        assert ALWAYS["title"] in client.get(page.get_parent().url).content.decode()


@pytest.mark.parametrize("name", TYPES)
def test_what_it_truly_asks_for_can_be_looked_at_first(editor, site, name):
    form = open_form(editor, site, name)
    place = [MODELS[name]._meta.app_label, name, parent_of(site, name).pk]
    preview = reverse("wagtailadmin_pages:preview_on_add", args=place)
    kept = editor.post(preview, form.fields | bare(site, name))
    assert kept.json() == {"is_valid": True, "is_available": True}
    assert told(editor.get(preview)) == ("nl", ALWAYS["title"])


@pytest.mark.parametrize("name", TYPES)
def test_a_preview_of_half_a_form_is_no_preview(editor, site, name):
    place = [MODELS[name]._meta.app_label, name, parent_of(site, name).pk]
    preview = reverse("wagtailadmin_pages:preview_on_add", args=place)
    assert editor.post(preview, {}).json() == {"is_valid": False, "is_available": False}
    assert editor.get(preview).status_code == 200


@pytest.mark.parametrize("name", TYPES)
def test_a_title_makes_a_draft_that_can_be_opened_and_looked_at(editor, site, name):
    needed = NOT_EVEN_A_DRAFT.get(name, {})
    form = open_form(editor, site, name)
    if needed:
        assert problems(form.post(title="Kaal", slug="kaal")).keys() == needed
    named = {field: bare(site, name)[field] for field in needed}
    assert form.post(title="Kaal", slug="kaal", **named).status_code == 302
    draft = made(site, name)
    assert not draft.live
    assert editor.get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).status_code == 200
    looked_at = editor.get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk]))
    assert told(looked_at) == ("nl", "Kaal")
