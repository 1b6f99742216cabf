"""What an editor of a programme sees before anybody else does."""

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from programmes.models import GoalPage
from tests.factories import ConsultationReportFactory, GoalFactory, UpdateFactory
from tests.reading import links, words


def preview(client, page):
    answer = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    return BeautifulSoup(answer.content, "html.parser")


@pytest.mark.parametrize(
    ("factory", "kind"),
    [
        (UpdateFactory, "Nieuws · 1 januari 2013"),
        (GoalFactory, "Doel"),
        (ConsultationReportFactory, "Verslag van overleg · zomer 2013"),
    ],
)
def test_a_draft_shows_its_preview(client, eva, programme, factory, kind):
    client.force_login(eva)
    given = {"date": date(2013, 1, 1)} if factory is UpdateFactory else {}
    page = factory(parent=programme, title="Nog niet af", live=False, **given)
    page.save_revision()
    found = preview(client, page)
    assert words(found.h1) == "Nog niet af"
    assert words(found.select_one(".wk-opening__kind")) == kind
    assert links(found, ".wk-belongs") == [("Zuid", programme.url)]


def test_a_new_goal_is_previewed_with_what_was_reached(client, eva, programme):
    client.force_login(eva)
    arguments = ["programmes", "goalpage", programme.pk]
    address = reverse("wagtailadmin_pages:preview_on_add", args=arguments)
    form = nested_form_data(
        {
            "title": "Extra lestijd",
            "slug": "extra-lestijd",
            "summary": "Op alle scholen.",
            "unit": "scholen",
            "start_value": "0",
            "target_value": "34",
            "target_label": "2015",
            "comments": inline_formset([]),
            "theme_links": inline_formset([]),
            "area_links": inline_formset([]),
            "actuals": inline_formset([{"date": "2013-09-01", "value": "18"}]),
            "milestones": inline_formset([]),
            "sources": streamfield([]),
        }
    )
    assert client.post(address, form).json() == {"is_valid": True, "is_available": True}
    found = BeautifulSoup(client.get(address).content, "html.parser")
    assert words(found.select_one(".wk-goal-status__text")) == "18 van 34 scholen (53%)"
    assert links(found, ".wk-belongs") == [("Zuid", programme.url)]
    assert not GoalPage.objects.exists()
