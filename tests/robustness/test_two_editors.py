"""Two editors at one page, and one editor who presses twice."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from accounts.domain import grant_editor_permissions
from content.models import Theme
from indicators.models import IndicatorSnapshot
from practices.models import PracticePage
from tests.reading import browser_of, words
from tests.robustness.forms import Form, form_in, problems, sent_by_a_browser
from tests.robustness.page_forms import TYPES, bare, open_form, parent_of
from tests.robustness.reading import soup_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(eva, anna):
    grant_editor_permissions()
    return browser_of(eva), browser_of(anna)


def edit(client, page):
    return Form(client, reverse("wagtailadmin_pages:edit", args=[page.pk]))


def told_of_others(form):
    """Return what the page says of others who are at it, when its script asks."""
    sessions = soup_of(form.opened).select_one("form.w-editing-sessions")
    names = ("revision_id", "revision_created_at")
    sent = {name: form.fields[f"loaded_{name}"] for name in names}
    answer = form.client.post(sessions["data-w-swap-src-value"], sent)
    return words(BeautifulSoup(answer.json()["html"], "html.parser"))


def save_by_itself(form, **changes):
    """Save as the script of the form does, that keeps what is typed."""
    return form.client.post(
        form.address, form.fields | changes, headers={"accept": "application/json"}
    )


def titles(page):
    return [version.as_object().title for version in page.revisions.order_by("pk")]


def test_each_is_told_that_the_other_is_there(site, both):
    of_eva, of_anna = (edit(client, site.practice) for client in both)
    assert told_of_others(of_eva) == "Anna - Momenteel actief"
    assert told_of_others(of_anna) == "Eva Smit - Momenteel actief"


def test_who_is_behind_is_told_so(site, both):
    of_eva, of_anna = (edit(client, site.practice) for client in both)
    of_anna.publish(title="Van Anna")
    assert told_of_others(of_eva).startswith("Anna heeft een nieuwere versie opgeslagen")
    refused = save_by_itself(of_eva, title="Van Eva")
    assert refused.status_code == 400
    assert refused.json()["error_message"] == (
        "Door op te slaan wordt een nieuwere versie overschreven."
    )
    assert PracticePage.objects.get(pk=site.practice.pk).title == "Van Anna"


def test_who_goes_on_anyway_loses_nothing_of_the_other(site, both):
    of_eva, of_anna = (edit(client, site.practice) for client in both)
    of_anna.publish(title="Van Anna")
    of_eva.publish(title="Van Eva")
    page = PracticePage.objects.get(pk=site.practice.pk)
    assert page.title == "Van Eva"
    assert titles(page) == ["Samen fietsen", "Van Anna", "Van Eva"]


def test_who_edits_what_was_deleted_is_told_that_it_is_gone(site, both):
    of_eva, of_anna = (edit(client, site.practice) for client in both)
    delete = reverse("wagtailadmin_pages:delete", args=[site.practice.pk])
    assert of_anna.client.post(delete).status_code == 302
    assert of_eva.publish(title="Van Eva").status_code == 404
    assert of_anna.client.post(delete).status_code == 404


@pytest.mark.parametrize("name", TYPES)
def test_pressing_publish_twice_makes_one_page(site, both, name):
    form = open_form(both[0], site, name)
    filled = bare(site, name)
    assert form.publish(**filled).status_code == 302
    again = form.publish(**filled)
    assert again.status_code == 200
    assert problems(again)["slug"] == [
        "De slug 'kaal' is al in gebruik door een andere pagina op dit niveau in de paginaboom."
    ]
    assert parent_of(site, name).get_children().filter(title="Kaal").count() == 1


def test_pressing_save_twice_on_a_page_keeps_one_page(site, both):
    form = edit(both[0], site.practice)
    for _ in range(2):
        assert form.publish(title="Twee keer").status_code == 302
    assert PracticePage.objects.filter(title="Twee keer").count() == 1


def test_pressing_save_twice_makes_one_term(site, both):
    form = Form(both[0], "/beheer/themes/new/")
    filled = {"label": "Wonen", "slug": "wonen"}
    assert form.post(**filled).status_code == 302
    assert problems(form.post(**filled)) == {
        "slug": ["Er bestaat al een Thema met eenzelfde Deel van het webadres."]
    }
    elsewhere = form.post(**filled | {"slug": "wonen-2"})
    assert words(soup_of(elsewhere).select_one(".messages li ul")) == (
        "Thema met deze Schema en Voorkeursterm bestaat al."
    )
    assert Theme.objects.filter(label="Wonen").count() == 1


def test_taking_a_snapshot_twice_takes_one(site, both):
    form = Form(both[0], "/beheer/snapshots/new/")
    chosen = {"indicator": site.indicator.pk, "area": site.area.pk, "comparator": ""}
    for _step in ("the days", "what would be taken"):
        answer = form.post(**chosen)
        form.fields = sent_by_a_browser(form_in(answer))
    for _ in range(2):
        assert form.post().status_code == 302
    assert IndicatorSnapshot.objects.count() == 2, "the one of the site, and this one"
