"""The panels with which the admin welcomes an editor."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.test import RequestFactory
from django.utils import timezone
from django.utils.formats import date_format

from cms import dashboard
from following import contacts
from following.models import ContactQuestion
from tests.factories import EventFactory, PracticeFactory, ResearchFactory, StandardPageFactory
from tests.reading import words

SOURCES = [("source", {"title": "Voortgangsrapportage"})]


def admin_home(client, person):
    client.force_login(person)
    return BeautifulSoup(client.get("/beheer/").content, "html.parser")


def panel(soup, name):
    found = soup.find(id=f"{name}-section")
    return [link.get_text(strip=True) for link in found.select("a[href*='/beheer/pages/']")]


def test_an_editor_starts_a_new_page_with_one_click(client, site, eva):
    soup = admin_home(client, eva)
    links = soup.find(id="begin-section").select("a[href*='/add/']")
    assert [(link.get_text(strip=True), link["href"]) for link in links] == [
        ("Nieuwe praktijk", f"/beheer/pages/add/practices/practicepage/{site.practices.pk}/"),
        ("Nieuw onderzoek", f"/beheer/pages/add/practices/researchpage/{site.research.pk}/"),
        (
            "Nieuw leermateriaal",
            f"/beheer/pages/add/community/learningmaterialpage/{site.learning.pk}/",
        ),
        ("Nieuwe bijeenkomst", f"/beheer/pages/add/community/eventpage/{site.events.pk}/"),
    ]
    assert client.get(links[0]["href"]).status_code == 200


def test_an_editor_sees_drafts_and_pages_without_a_source(client, site, eva):
    PracticeFactory(parent=site.practices, title="Bewezen", sources=SOURCES)
    PracticeFactory(parent=site.practices, title="Zonder bron")
    ResearchFactory(parent=site.research, title="Onderzoek zonder bron")
    EventFactory(parent=site.events, title="Een dag heeft geen bron nodig")
    StandardPageFactory(parent=site.home, title="Over deze site")
    draft = PracticeFactory(parent=site.practices, title="Half af", sources=SOURCES, live=False)
    draft.save_revision()

    soup = admin_home(client, eva)

    assert panel(soup, "concepten") == ["Half af"]
    assert sorted(panel(soup, "zonder-bron")) == ["Onderzoek zonder bron", "Zonder bron"]


def test_a_panel_without_pages_stays_away(client, site, eva):
    soup = admin_home(client, eva)
    assert soup.find(id="concepten-section") is None
    assert soup.find(id="zonder-bron-section") is None


def test_a_long_list_says_how_much_more_there_is(client, site, eva):
    for _ in range(10):
        PracticeFactory(parent=site.practices)
    found = admin_home(client, eva).find(id="zonder-bron-section")
    assert len(found.select("tbody tr")) == 8
    assert found.find_all("p")[-1].get_text() == "En nog 2 pagina's."


def test_the_admin_carries_the_name_of_the_site(client, site, eva):
    soup = admin_home(client, eva)
    assert soup.title.get_text().strip() == "Dashboard - Wijkkennis"
    assert soup.find("svg", class_="sidebar-custom-branding__logo") is not None


def test_an_editor_sees_which_contacts_no_longer_hold_or_do_not_answer(client, site, eva):
    for title in ("Klopt niet", "Zwijgt", "Klopt"):
        PracticeFactory(parent=site.practices, title=title, contact_email="wijk@voorbeeld.example")
    contacts.ask(timezone.now() - timedelta(days=70))
    wrong, _silent, right = ContactQuestion.objects.order_by("page__pk").select_related("page")
    contacts.answer(wrong, "wrong", "Vraag het aan Fatma.")
    contacts.answer(right, "right")

    soup = admin_home(client, eva)

    assert [words(row) for row in soup.find(id="contacten-section").select("tbody tr")] == [
        f"Zwijgt Geen antwoord sinds {date_format(wrong.asked_at.astimezone(), 'j F Y')}",
        "Klopt niet Klopt niet meer: Vraag het aan Fatma.",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_panels_take_as_many_queries_for_any_number_of_pages(
    site, eva, number, django_assert_num_queries
):
    for _ in range(number):
        PracticeFactory(parent=site.practices).save_revision()
    request = RequestFactory().get("/beheer/")
    request.user = type(eva).objects.get(pk=eva.pk)
    with django_assert_num_queries(12):
        panels = [panel().get_context_data({"request": request}) for panel in dashboard.PANELS]
        counts = [len(panel["pages"]) for panel in panels[1:4]]
    assert counts == [number, number, 0]
