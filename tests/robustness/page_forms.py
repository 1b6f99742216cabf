"""The types of page that editors make: where, and with as little as each truly needs."""

from django.urls import reverse
from wagtail.models import get_page_models
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from tests.robustness.forms import Form

STORY = {"body": streamfield([("text", rich_text("<p>Wat er gebeurde.</p>"))])}
# By name of the model: the page of the site it is made under, and what it asks for besides a
# title, a part of the address and a summary.
TYPES = {
    "standardpage": ("home", STORY),
    "themepage": ("themes", {"theme": "{theme}"}),
    "practicepage": ("practices", {}),
    "methodpage": ("methods", {"when_it_fits": rich_text("<p>Als het druk is.</p>")}),
    "researchpage": ("research", {"findings": rich_text("<p>Het hielp.</p>")}),
    "programmepage": ("programmes", {}),
    "programmeupdatepage": ("programme", {}),
    "goalpage": (
        "programme",
        {"unit": "scholen", "target_value": "34", "target_label": "eind 2014"},
    ),
    "consultationreportpage": ("programme", {"period": "zomer 2013"} | STORY),
    "progressreportpage": ("reports", {"period": "2013"} | STORY),
    "communitypage": ("communities", {"audience": "Ambtenaren"}),
    "membersroompage": ("community", {"closed_because": "Het is nog niet af."}),
    "learningmaterialpage": ("learning", {}),
    "eventpage": ("events", {"starts_on": "2013-12-13"}),
}
ALWAYS = {"title": "Kaal", "slug": "kaal", "summary": "Waar het over gaat."}
MODELS = {model._meta.model_name: model for model in get_page_models()}


# What is closed to everybody but the members around it, and administrators.
CLOSED = {"membersroompage"}


def look_as_a_reader(client, name, administrator):
    """Look at a page of a type as everybody does, or as somebody who may."""
    client.logout()
    if name in CLOSED:
        client.force_login(administrator)


def parent_of(site, name):
    return getattr(site, TYPES[name][0])


def open_form(client, site, name):
    """Return the form of a new page of a type, opened as an editor does."""
    app = MODELS[name]._meta.app_label
    address = reverse("wagtailadmin_pages:add", args=[app, name, parent_of(site, name).pk])
    return Form(client, address)


def bare(site, name):
    """Return what a page of a type truly asks for."""
    needed = {
        field: str(site.free_theme.pk) if value == "{theme}" else value
        for field, value in TYPES[name][1].items()
    }
    return nested_form_data(ALWAYS | needed)
