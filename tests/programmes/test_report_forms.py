"""The blocks of a report refuse what makes no sense, beside the field, and keep what was chosen."""

import json

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from programmes.models import ProgressReportPage
from tests.factories import PracticeFactory, ProgrammeFactory
from tests.programmes.reports import a_group


@pytest.fixture
def three(site):
    return a_group()


def send(client, site, *blocks):
    """Send the form of a new report with these blocks."""
    form = {"title": "Stand", "slug": "stand", "summary": "Hoe het gaat.", "period": "2013"}
    form |= {"date": "2013-11-01", "body": streamfield(list(blocks))}
    form |= {"action-publish": "action-publish"}
    address = reverse(
        "wagtailadmin_pages:add", args=["programmes", "progressreportpage", site.reports.pk]
    )
    return client.post(address, nested_form_data(form))


def indicator(three, **changes):
    group, average, found = three
    chosen = {"indicator": found.pk, "area": group.pk, "comparator": average.pk}
    empty = dict.fromkeys(("introduction", "baseline", "follow_up", "explanation"), "")
    return "indicator", empty | chosen | changes


def pages(*chosen):
    """Return a list of chosen pages, as a browser sends it."""
    items = {f"{n}-value": page.pk for n, page in enumerate(chosen)}
    for n in range(len(chosen)):
        items |= {f"{n}-deleted": "", f"{n}-order": n, f"{n}-type": "item"}
    return {"count": len(chosen)} | items


@pytest.fixture
def editor(client, eva):
    client.force_login(eva)
    return client


def test_an_editor_publishes_a_report_and_finds_it_on_the_site(editor, site, three):
    practice = PracticeFactory(parent=site.practices, title="Samen fietsen")
    chosen = {"title": "", "introduction": "", "practices": pages(practice)}
    answer = send(editor, site, ("chapter", "Werk"), indicator(three), ("practices", chosen))
    assert answer.status_code == 302
    report = ProgressReportPage.objects.get()
    text = editor.get(report.url).content.decode()
    assert "Samen fietsen" in text
    assert "begin 2013" in text
    assert report.editions.get().made_by.username == "eva"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"indicator": ""}, "Dit is een verplicht veld."),
        ({"area": ""}, "Dit is een verplicht veld."),
        (
            {"baseline": "2013-01-01", "follow_up": "2007-01-01"},
            "Het einde ligt niet na het begin.",
        ),
        ({"baseline": "gisteren"}, "Voer een geldige datum in."),
    ],
)
def test_a_figure_that_cannot_be_is_refused(editor, site, three, changes, message):
    answer = send(editor, site, indicator(three, **changes))
    assert answer.status_code == 200
    assert message in told(answer)
    assert ProgressReportPage.objects.count() == 0


def test_an_area_is_not_compared_with_itself(editor, site, three):
    answer = send(editor, site, indicator(three, comparator=three[0].pk))
    assert "Kies een ander gebied om te vergelijken." in told(answer)


@pytest.mark.parametrize("kind", ["goals", "updates"])
def test_goals_and_news_ask_for_a_programme_or_pages(editor, site, kind):
    empty = {"introduction": "", "programme": "", kind: pages()}
    answer = send(editor, site, (kind, empty))
    assert "Kies een programma, of kies hieronder zelf." in told(answer)
    programme = ProgrammeFactory(parent=site.programmes, title="Zuid")
    assert send(editor, site, (kind, empty | {"programme": programme.pk})).status_code == 302


def told(answer):
    """Return the answer with what stands in scripts of the editor written out."""
    return json.dumps(answer.content.decode()).encode().decode("unicode_escape").replace("\\", "")
