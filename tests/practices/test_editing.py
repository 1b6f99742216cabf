"""The editor's forms of practices, methods and research, posted as the admin posts them."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

from practices.models import Lesson, Level, MethodPage, PracticePage, ResearchPage
from tests.factories import (
    MethodFactory,
    OrganisationFactory,
    ResearchFactory,
    TargetGroupFactory,
    ThemeFactory,
)
from tests.practices.conftest import snapshot
from tests.practices.posting import practice_form
from tests.reading import words

RATING = {
    "level": Level.EFFECT_IMPROVED,
    "assessor": "Redactie",
    "assessed_on": "2013-01-01",
    "reason": "Meer vrouwen op straat.",
}


@pytest.fixture
def add(editor, site):
    """Return a function that posts the form of a new practice and returns the answer."""
    address = reverse(
        "wagtailadmin_pages:add", args=["practices", "practicepage", site.practices.pk]
    )

    def post(action="action-publish", **fields):
        # A list of values is one field here, no nested form.
        groups = {"target_groups": fields.pop("target_groups", [])}
        return editor.post(address, practice_form(**fields) | groups | {action: "1"})

    return post


def opened(editor, model, section):
    """Return the form of a new page of a type, read."""
    name = model._meta.model_name
    address = reverse("wagtailadmin_pages:add", args=["practices", name, section.pk])
    return BeautifulSoup(editor.get(address).content, "html.parser")


def problems(answer):
    """Return the messages of a form by the label of the field they stand at.

    The list of sources is drawn by a script, with its message in the data of the script.
    """
    form = BeautifulSoup(answer.content, "html.parser")
    found = {}
    for message in form.select(".error-message"):
        label = words(message.find_previous(["label", "h2"])).rstrip(" *")
        found[label] = words(message)
    for block in form.select("[data-w-block-arguments-value]"):
        _, errors = json.loads(block["data-w-block-arguments-value"])
        if errors:
            found[words(block.find_previous("h2"))] = " ".join(errors["messages"])
    return found


def test_a_title_and_a_summary_make_a_practice(add, site):
    answer = add()
    practice = PracticePage.objects.get()
    assert answer.status_code == 302
    assert (practice.title, practice.live, practice.get_parent().pk) == (
        "Samen fietsen",
        True,
        site.practices.pk,
    )


@pytest.fixture
def told(add, site):
    """Fill in everything that the form of a practice asks, and return what was chosen in it."""
    theme, group = ThemeFactory(), TargetGroupFactory()
    method, study = MethodFactory(parent=site.methods), ResearchFactory(parent=site.research)
    partner, taken = OrganisationFactory(), snapshot()
    add(
        description_depth="full",
        page_method=method.pk,
        target_groups=[group.pk],
        start_year="2008",
        problem=rich_text("<p>Thuis zitten.</p>"),
        approach=rich_text("<p>Fietsen.</p>"),
        result=rich_text("<p>Naar buiten.</p>"),
        sources=streamfield([("source", {"title": "Rapport"})]),
        key_figures=streamfield([("figure", {"value": "65%", "label": "x", "source": "GGD"})]),
        theme_links=inline_formset([{"theme": theme.pk}]),
        lessons=inline_formset([{"kind": Lesson.Kind.DID_NOT_WORK, "text": "Folders."}]),
        partners=inline_formset([{"organisation": partner.pk, "role": "Leent fietsen uit"}]),
        figures=inline_formset([{"snapshot": taken.pk}]),
        ratings=inline_formset([RATING | {"theme": theme.pk}]),
        evidence=inline_formset([{"research": study.pk}]),
        adoptions=inline_formset([{"organisation": partner.pk, "outcome": "did-not-work"}]),
        cost_amount="1250.50",
        cost_unit="per cursus",
        contact_role="Wijkmanager",
    )
    return {
        "method": method,
        "group": group,
        "theme": theme,
        "partner": partner,
        "figure": taken,
        "study": study,
    }


def test_everything_an_editor_fills_in_is_kept(told):
    practice = PracticePage.objects.get()
    assert practice.live
    assert practice.method == told["method"]
    assert list(practice.target_groups.all()) == [told["group"]]
    assert practice.theme_list == [told["theme"]]
    assert [lesson.text for lesson in practice.lessons.all()] == ["Folders."]
    assert [(found.organisation, found.role) for found in practice.partners.all()] == [
        (told["partner"], "Leent fietsen uit")
    ]
    assert [figure.snapshot for figure in practice.figures.all()] == [told["figure"]]
    assert [str(rating) for rating in practice.ratings.all()] == ["Effect: Verbeterd"]
    assert [record.research for record in practice.evidence.all()] == [told["study"]]
    assert [adoption.outcome for adoption in practice.adoptions.all()] == ["did-not-work"]
    assert str(practice.cost_amount) == "1250.50"
    assert practice.sources[0].value["title"] == "Rapport"


def test_a_form_without_a_summary_says_so_and_keeps_what_was_typed(add):
    answer = add(summary="", problem=rich_text("<p>Thuis zitten.</p>"), contact_role="Wijkmanager")
    form = BeautifulSoup(answer.content, "html.parser")
    assert answer.status_code == 200
    assert problems(answer) == {"Samenvatting": "Dit is een verplicht veld."}
    assert form.find(id="id_title")["value"] == "Samen fietsen"
    assert form.find(id="id_contact_role")["value"] == "Wijkmanager"
    assert "Thuis zitten." in form.find(id="id_problem")["value"]
    assert not PracticePage.objects.exists()


def test_a_full_description_names_every_part_that_is_missing(add):
    assert problems(add(description_depth="full", problem=rich_text("<p>Dit.</p>"))) == {
        "Wat is er gedaan": "Een volledige beschrijving vertelt wat er is gedaan.",
        "Wat kwam ervan": "Een volledige beschrijving vertelt wat ervan kwam.",
        "Bronnen": "Een volledige beschrijving noemt ten minste één bron.",
    }


def test_a_draft_may_be_half_a_description(add):
    answer = add(action="action-save", description_depth="full", summary="")
    practice = PracticePage.objects.get()
    assert answer.status_code == 302
    assert (practice.description_depth, practice.live) == ("full", False)


def test_half_a_description_is_not_published_from_a_draft(add, editor):
    add(action="action-save", description_depth="full")
    practice = PracticePage.objects.get()
    address = reverse("wagtailadmin_pages:edit", args=[practice.pk])
    form = practice_form(description_depth="full")
    answer = editor.post(address, form | {"action-publish": "1"})
    practice.refresh_from_db()
    assert len(problems(answer)) == 4
    assert not practice.live


def test_an_effect_without_a_theme_is_refused_in_its_own_row(add):
    row = {
        "level": Level.EFFECT_IMPROVED,
        "theme": "",
        "assessor": "Redactie",
        "assessed_on": "2013-01-01",
        "reason": "Meer vrouwen op straat.",
    }
    answer = add(ratings=inline_formset([row]))
    form = BeautifulSoup(answer.content, "html.parser")
    assert problems(answer) == {"Thema": "Kies het thema waarop dit effect er is."}
    assert form.find(id="id_ratings-0-assessor")["value"] == "Redactie"


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        (
            {"start_year": "2010", "end_year": "2009"},
            {"Gestopt in": "Dit jaar ligt voor het jaar van de start."},
        ),
        ({"start_year": "vroeger"}, {"Begonnen in": "Voer een geheel getal in."}),
        (
            {"cost_amount": "100"},
            {"Kosten per": "Zeg erbij waarvoor dit bedrag geldt: per jaar, per gezin."},
        ),
        ({"contact_email": "wijk"}, {"E-mailadres": "Voer een geldig e-mailadres in."}),
        (
            {"adoptions": inline_formset([{"outcome": "worked"}])},
            {"Wie deed dit": "Kies wie dit deed, of hieronder waar."},
        ),
    ],
)
def test_what_cannot_be_is_refused_at_its_field(add, fields, problem):
    assert problems(add(**fields)) == problem


@pytest.mark.parametrize(
    ("model", "section"), [(PracticePage, "practices"), (ResearchPage, "research")]
)
def test_no_field_hides_the_form_from_the_script_that_saves_drafts(editor, site, model, section):
    form = opened(editor, model, getattr(site, section))
    inputs = form.find(id="page-edit-form").find_all(["input", "select", "textarea"])
    names = {field.get("name") for field in inputs}
    assert "page_method" in names
    assert names & {"method", "action", "elements", "submit"} == set()


@pytest.mark.parametrize("section", ["practices", "methods", "research"])
def test_the_form_of_every_type_opens_in_dutch(editor, site, section):
    models = {"practices": PracticePage, "methods": MethodPage, "research": ResearchPage}
    form = opened(editor, models[section], getattr(site, section))
    labels = {words(label).rstrip(" *") for label in form.select("h2.w-panel__heading")}
    assert {"Samenvatting", "Thema's", "Gebieden", "Bronnen"} <= labels
