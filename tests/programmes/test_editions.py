"""What an editor sees of the editions of a report, and how a new one is made."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.models import PageLogEntry

from tests.factories import PracticeFactory, ProgressReportFactory
from tests.programmes.reports import a_group, a_report, correct
from tests.reading import words


@pytest.fixture
def three(site):
    group, average, indicator = a_group()
    return {"indicator": indicator, "area": group, "comparator": average}


@pytest.fixture
def report(site, three):
    return a_report(site, **three)


@pytest.fixture
def editor(client, eva):
    client.force_login(eva)
    return client


def editions_of(report):
    return reverse("report_editions", args=[report.pk])


def look(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").select_one("main")


def rows(page):
    """Return the lines of the table of what is new, as text."""
    table = page.select_one("section table")
    return [[words(cell) for cell in row.select("th, td")] for row in table.select("tbody tr")]


def test_nothing_is_new_just_after_publishing(editor, report):
    page = look(editor, editions_of(report))
    assert "Niets. Wat het rapport toont, is wat het platform nu weet." in words(page)
    assert page.find("button", string="Maak een nieuwe uitgave") is None


def test_a_changed_figure_is_shown_beside_the_one_in_the_report(editor, report, three):
    correct(three["indicator"], three["area"], 9)
    ((title, before, now),) = rows(look(editor, editions_of(report)))
    assert title == "Niet-werkend, 3 wijken"
    assert "naar 7% (begin 2013)" in before.replace("\N{NO-BREAK SPACE}", " ")
    assert "naar 9% (begin 2013)" in now.replace("\N{NO-BREAK SPACE}", " ")


def test_an_editor_makes_a_new_edition(editor, eva, report, three):
    correct(three["indicator"], three["area"], 9)
    answer = editor.post(editions_of(report), follow=True)
    assert "Uitgave 2 is gemaakt." in answer.content.decode()
    assert [edition.made_by for edition in report.editions.all()] == [eva, None]
    (entry,) = PageLogEntry.objects.filter(action="programmes.edition")
    assert (entry.user, entry.data["number"]) == (eva, 2)


def test_asking_twice_makes_one_edition(editor, report, three):
    correct(three["indicator"], three["area"], 9)
    editor.post(editions_of(report))
    answer = editor.post(editions_of(report), follow=True)
    assert "Er is niets nieuws. Er is geen uitgave gemaakt." in answer.content.decode()
    assert report.editions.count() == 2


def test_a_report_that_was_never_published_says_how_the_first_is_made(editor, site):
    report = ProgressReportFactory(parent=site.reports, title="Concept", live=False)
    assert "Dat is de eerste uitgave." in words(look(editor, editions_of(report)))
    answer = editor.post(editions_of(report), follow=True)
    assert "Publiceer het rapport eerst" in answer.content.decode()
    assert report.editions.count() == 0


def test_a_page_that_was_closed_is_told_as_what_is_no_longer_there(editor, site):
    practice = PracticeFactory(parent=site.practices, title="Samen fietsen")
    report = ProgressReportFactory(
        parent=site.reports, title="Praktijken", body=[("practices", {"practices": [practice]})]
    )
    practice.unpublish()
    assert rows(look(editor, editions_of(report))) == [
        ["Praktijken", "Samen fietsen", "niets: het is er niet meer, of het is niet openbaar"]
    ]


def test_the_editor_of_a_report_leads_to_its_editions(editor, report):
    page = look(editor, reverse("wagtailadmin_pages:edit", args=[report.pk]))
    assert page.find("a", href=editions_of(report)) or editions_of(report) in str(page)


@pytest.mark.parametrize("send", ["get", "post"])
def test_who_may_not_publish_sees_and_makes_none(client, bas, report, send):
    client.force_login(bas)
    answer = getattr(client, send)(editions_of(report))
    assert answer.status_code in (302, 403)
    assert report.editions.count() == 1


def test_a_draft_says_where_it_shows_something_old(editor, report, three):
    correct(three["indicator"], three["area"], 9)
    page = look(editor, reverse("wagtailadmin_pages:view_draft", args=[report.pk]))
    notes = [words(note) for note in page.select(".wk-report__draft")]
    assert notes[1] == (
        "Er is iets nieuwers Het platform weet nu iets anders dan hier staat. Wilt u dat opnemen? "
        "Kies ‘Uitgaven’ bij deze pagina in het beheer."
    )


STAYS = (
    "Dit kan niet weg: naar uitgaven van ‘Stand van zaken’ kan verwezen zijn. "
    "Haal de pagina offline."
)


@pytest.mark.parametrize("which", ["the report", "its section", "together with others"])
def test_a_report_with_editions_is_not_removed(client, anna, site, report, which):
    client.force_login(anna)
    address = {
        "the report": f"/beheer/pages/{report.pk}/delete/",
        "its section": f"/beheer/pages/{site.reports.pk}/delete/",
        "together with others": f"/beheer/bulk/wagtailcore/page/delete/?id={report.pk}",
    }[which]

    answer = client.post(address, follow=True)

    assert STAYS in [str(message).strip() for message in answer.context["messages"]]
    assert report.editions.count() == 1


def test_a_report_that_was_never_published_is_removed(client, anna, site):
    client.force_login(anna)
    report = ProgressReportFactory(parent=site.reports, title="Proef", live=False)
    client.post(f"/beheer/pages/{report.pk}/delete/")
    assert not type(report).objects.filter(pk=report.pk).exists()
