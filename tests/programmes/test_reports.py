"""Progress reports: live figures in a draft, kept when they are published."""

import hashlib
from contextlib import contextmanager
from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection
from django.urls import reverse

from programmes import domain
from programmes.models import ProgressReportPage, ReportEdition
from tests.factories import (
    ConsultationReportFactory,
    GoalFactory,
    PracticeFactory,
    ProgressReportFactory,
    UpdateFactory,
)
from tests.programmes.reports import a_group, a_report, correct
from tests.reading import facts, links, main_of, words


def sentences(page):
    return [
        words(found).replace("\N{NO-BREAK SPACE}", " ")
        for found in page.select(".wk-figure__sentence")
    ]


BEFORE = "naar 7% (begin 2013)"
AFTER = "naar 9% (begin 2013)"


@pytest.fixture
def three(site):
    group, average, indicator = a_group()
    return {"indicator": indicator, "area": group, "comparator": average}


@pytest.fixture
def report(site, three):
    return a_report(site, **three)


def draft(client, page):
    answer = client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    return BeautifulSoup(answer.content, "html.parser").find(id="inhoud")


def test_a_draft_shows_the_figures_of_now(client, eva, site, three):
    client.force_login(eva)
    report = ProgressReportFactory(
        parent=site.reports, title="Concept", live=False, body=[("indicator", three)]
    )
    report.save_revision()
    assert BEFORE in sentences(draft(client, report))[0]
    correct(three["indicator"], three["area"], 9)
    page = draft(client, report)
    assert AFTER in sentences(page)[0]
    assert words(page.select_one(".wk-report__draft")) == (
        "Dit is een concept U ziet de cijfers van nu. Ze worden vastgelegd als u publiceert."
    )
    assert report.editions.count() == 0


def test_what_was_published_stays_whatever_becomes_of_the_figures(client, report, three):
    assert BEFORE in sentences(main_of(client, report.url))[0]
    correct(three["indicator"], three["area"], 9)
    three["indicator"].name = "Iets anders"
    three["indicator"].save()
    page = main_of(client, report.url)
    assert BEFORE in sentences(page)[0]
    assert words(page.select_one(".wk-figure__title")) == "Niet-werkend , 3 wijken"


def test_publishing_a_correction_of_the_text_changes_no_figure(client, report, three):
    correct(three["indicator"], three["area"], 9)
    report.summary = "Beter gezegd."
    report.save_revision().publish()
    page = main_of(client, report.url)
    assert words(page.select_one(".wk-lead")) == "Beter gezegd."
    assert BEFORE in sentences(page)[0]
    assert [edition.number for edition in report.editions.all()] == [2, 1]


def test_a_block_that_is_added_later_shows_the_figures_of_that_moment(client, report, three):
    correct(three["indicator"], three["area"], 9)
    alone = {"indicator": three["indicator"], "area": three["area"]}
    report.body.append(("indicator", alone))
    report.save_revision().publish()
    kept, added = sentences(main_of(client, report.url))
    assert BEFORE in kept
    assert AFTER in added


def test_publishing_again_without_a_change_makes_no_edition(report):
    report.save_revision().publish()
    assert [edition.number for edition in report.editions.all()] == [1]


def test_an_edition_with_new_figures_leaves_the_old_one_at_its_address(client, report, three, eva):
    first = report.editions.get()
    correct(three["indicator"], three["area"], 9)
    second = domain.make_edition(report, by=eva, renew=True)
    assert (second.number, second.made_by) == (2, eva)
    assert AFTER in sentences(main_of(client, report.url))[0]
    old = main_of(client, first.get_absolute_url())
    assert BEFORE in sentences(old)[0]
    assert "Er is een latere uitgave." in words(old)
    assert facts(old)["Uitgave"].startswith("1, vastgelegd op ")


def test_the_hash_of_an_edition_covers_every_figure(report):
    edition = report.editions.get()
    statement = domain.statement(edition.number, edition.content)
    assert hashlib.sha256(statement.encode()).hexdigest() == edition.hash
    assert '"text":"7%"' in statement


def test_an_edition_cannot_be_changed(report):
    edition = report.editions.get()
    edition.number = 9
    with pytest.raises(ValidationError, match="verandert niet"):
        edition.save()
    with pytest.raises(ValidationError, match="verandert niet"):
        ReportEdition.objects.update(number=9)
    with pytest.raises(ValidationError, match="verandert niet"):
        ReportEdition.objects.bulk_update([edition], ["number"])


def test_an_edition_cannot_be_removed_but_with_its_report(site, three):
    report = a_report(site, **three)
    edition = report.editions.get()
    for remove in (edition.delete, ReportEdition.objects.all().delete):
        with pytest.raises(ValidationError) as error:
            remove()
        assert error.value.messages == ["Een uitgave blijft bestaan: iemand kan ernaar verwijzen."]
    report.delete()
    assert not ReportEdition.objects.exists()


def test_a_report_that_is_copied_and_published_has_an_edition_of_its_own(report):
    copy = report.copy(update_attrs={"slug": "kopie", "title": "Kopie"}).specific
    assert copy.editions.get().content["title"] == "Kopie"
    assert report.editions.count() == 1


@contextmanager
def _no_room_for_editions():
    """Let the database refuse another edition, as it would when its disk is full."""

    def refuse(execute, sql, *rest):
        if sql.startswith('INSERT INTO "programmes_reportedition"'):
            raise DatabaseError("disk is full")
        return execute(sql, *rest)

    with connection.execute_wrapper(refuse):
        yield


def test_nothing_is_published_when_its_edition_cannot_be_made(report):
    report.title = "Nieuwe titel"
    revision = report.save_revision()
    with _no_room_for_editions(), pytest.raises(DatabaseError):
        revision.publish()
    assert ProgressReportPage.objects.get(pk=report.pk).title == "Stand van zaken"


def test_chapters_and_headings_are_numbered_and_lead_from_the_contents(client, site):
    body = [
        ("heading", "Aanleiding"),
        ("chapter", "Meten"),
        ("heading", "Monitor"),
        ("heading", "Woononderzoek"),
        ("chapter", "Overleg"),
        ("heading", "Ronde"),
    ]
    page = main_of(client, ProgressReportFactory(parent=site.reports, body=body).url)
    contents = page.select_one(".wk-report__contents")
    assert links(contents, "li") == [
        ("Aanleiding", "#paragraaf-0-1"),
        ("Meten", "#hoofdstuk-1"),
        ("Monitor", "#paragraaf-1-1"),
        ("Woononderzoek", "#paragraaf-1-2"),
        ("Overleg", "#hoofdstuk-2"),
        ("Ronde", "#paragraaf-2-1"),
    ]
    found = [(title.name, words(title)) for title in page.select(".wk-report > :is(h2, h3)")]
    assert found == [
        ("h2", "Aanleiding"),
        ("h2", "1 Meten"),
        ("h3", "1.1 Monitor"),
        ("h3", "1.2 Woononderzoek"),
        ("h2", "2 Overleg"),
        ("h3", "2.1 Ronde"),
    ]


@pytest.fixture
def whole(site, programme, school):
    """Return a report with everything that is not a figure."""
    goal = GoalFactory(
        parent=programme,
        title="Lestijd",
        themes=[school],
        actuals=[
            GoalFactory._meta.model.actuals.rel.related_model(date=date(2013, 9, 1), value=17)
        ],
    )
    UpdateFactory(parent=programme, title="Van start", date=date(2011, 11, 1))
    talks = ConsultationReportFactory(parent=programme, title="Ronde", period="zomer 2013")
    practice = PracticeFactory(parent=site.practices, title="Samen fietsen")
    body = [
        ("chapter", "Zuid"),
        ("goals", {"programme": programme}),
        ("updates", {"programme": programme}),
        ("consultation", {"report": talks}),
        ("practices", {"title": "Wat werkt", "practices": [practice]}),
    ]
    report = ProgressReportFactory(parent=site.reports, title="Alles", body=body)
    report.parts = {"goal": goal, "practice": practice}
    return report


def test_goals_news_talks_and_practices_are_kept_as_well(client, whole):
    page = main_of(client, whole.url)
    assert words(page.select_one(".wk-goal")).startswith("Lestijd 17 van 34 scholen (50%)")
    assert [words(title) for title in page.select(".wk-timeline__title")] == ["Van start"]
    assert "Aan het overleg (zomer 2013) deden 0 gemeenten mee." in words(page)
    assert [words(name) for name in page.select(".wk-rows .wk-report__name")] == ["Samen fietsen"]


def test_a_page_that_may_no_longer_be_seen_keeps_its_words_and_loses_its_link(client, whole):
    practice = whole.parts["practice"]
    assert links(main_of(client, whole.url), ".wk-rows") == [("Samen fietsen", practice.url)]
    practice.unpublish()
    page = main_of(client, whole.url)
    assert [words(name) for name in page.select(".wk-rows .wk-report__name")] == ["Samen fietsen"]
    assert links(page, ".wk-rows") == []


def test_what_may_not_be_seen_does_not_come_into_a_report(client, site, eva):
    hidden = PracticeFactory(parent=site.practices, title="Geheim", live=False)
    report = ProgressReportFactory(
        parent=site.reports, title="Open", body=[("practices", {"practices": [hidden]})]
    )
    assert "Geheim" not in str(report.editions.get().content)
    client.force_login(eva)
    assert "Hier is niets te tonen" in words(draft(client, report))


def test_the_edition_of_a_report_that_is_not_public_is_not_there(client, report):
    address = report.editions.get().get_absolute_url()
    assert client.get(address).status_code == 200
    report.unpublish()
    assert client.get(address).status_code == 404
    assert client.get("/rapporten/0000000000000000/").status_code == 404


def test_showing_a_report_reads_no_figures(client, report, django_assert_num_queries):
    client.get(report.url)
    with django_assert_num_queries(14):
        client.get(report.url)


def test_a_report_reads_the_pages_it_names_together(client, whole, django_assert_num_queries):
    client.get(whole.url)
    with django_assert_num_queries(16):
        client.get(whole.url)
    for block in list(whole.body):
        whole.body.append((block.block_type, block.value))
    whole.save_revision().publish()
    with django_assert_num_queries(16):
        client.get(whole.url)
