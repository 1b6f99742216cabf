"""The overview by mail: when it is due, what is in it, and what is not."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from wagtail.models import PageViewRestriction

from community.permissions import Viewer
from following import delivering, digests, domain, letters
from following.models import Follow, Letter, Notification
from search import changes, rebuilding
from search.engines import selection
from tests.factories import MethodFactory, PracticeFactory, ThemeFactory, UserFactory

pytestmark = pytest.mark.django_db

# A Friday.
MORNING = datetime(2026, 11, 27, 7, 5, tzinfo=ZoneInfo("Europe/Amsterdam"))
DAY = timedelta(days=1)


@pytest.fixture
def index(settings, tmp_path, site):
    """Return a search engine with what is in the database, brought up to date when called."""
    settings.SEARCH_URL = f"embedded:{tmp_path / 'search.sqlite3'}"
    selection.forget()
    engine = selection.engine()
    rebuilding.rebuild(engine)
    yield lambda: changes.drain(engine)
    engine.remove()
    selection.forget()


@pytest.fixture
def theme(bas, follows):
    """Return a theme that Bas follows."""
    theme = ThemeFactory(label="Leren")
    follows(bas, theme=theme)
    return theme


def send(moment=MORNING):
    delivering.deliver()
    digests.prepare(moment)
    return dict(letters.send_waiting())


def text():
    return mail.outbox[-1].body


def test_an_overview_tells_what_happened_with_a_way_to_stop(site, bas, theme):
    practice = PracticeFactory(parent=site.practices, title="Fietsen & lopen", themes=[theme])
    assert send() == {"sent": 1}
    (letter,) = mail.outbox
    assert (letter.to, letter.subject) == (["bas@voorbeeld.example"], "Nieuw bij wat u volgt")
    assert "* Fietsen & lopen\n  Praktijk · nieuw. U volgt het thema Leren." in letter.body
    address = f"http://127.0.0.1:8000{practice.url}"
    assert address in letter.body
    html, kind = letter.alternatives[0]
    assert kind == "text/html"
    assert f'<a href="{address}">Fietsen &amp; lopen</a>' in html
    row = Letter.objects.get()
    assert letter.extra_headers["Message-ID"].startswith(f"<digest.{row.pk}.")
    assert letter.extra_headers["Auto-Submitted"] == "auto-generated"
    assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    stop = letter.extra_headers["List-Unsubscribe"]
    assert stop.startswith("<http://127.0.0.1:8000/meldingen/stoppen/")
    assert stop[1:-1] in letter.body
    assert stop[1:-1] in html


def test_nobody_gets_two_in_one_week(site, bas, theme):
    PracticeFactory(parent=site.practices, themes=[theme])
    assert send() == {"sent": 1}
    PracticeFactory(parent=site.practices, title="Later", themes=[theme])
    assert send() == {}
    assert send(MORNING + 2 * DAY) == {}
    assert send(MORNING + 3 * DAY) == {"sent": 1}
    assert text().count("\n* ") == 1
    assert "* Later" in text()


def test_who_wants_one_every_day_gets_one_every_day(site, bas, theme):
    domain.choose_often(bas, "daily")
    for n in range(2):
        PracticeFactory(parent=site.practices, title=f"Dag {n}", themes=[theme])
        assert send(MORNING + n * DAY) == {"sent": 1}
        assert f"* Dag {n}" in text()


def test_there_is_no_mail_at_night_for_nobody_or_about_nothing(site, bas, theme):
    assert send() == {}
    PracticeFactory(parent=site.practices, themes=[theme])
    assert send(MORNING - timedelta(hours=1)) == {}
    domain.choose_often(bas, "never")
    assert send() == {}
    assert mail.outbox == []


def test_who_stops_between_writing_and_sending_gets_none(site, bas, theme):
    PracticeFactory(parent=site.practices, themes=[theme])
    delivering.deliver()
    digests.prepare(MORNING)
    domain.choose_often(bas, "never")
    assert dict(letters.send_waiting()) == {"empty": 1}
    assert mail.outbox == []


def test_what_was_read_on_the_site_is_not_told_again(site, bas, theme):
    PracticeFactory(parent=site.practices, themes=[theme])
    delivering.deliver()
    domain.mark_all_read(Viewer(bas), Notification.objects.get().pk)
    assert send() == {}


def test_what_may_not_be_seen_when_it_is_sent_is_not_in_it(site, bas, theme):
    kept = PracticeFactory(parent=site.practices, title="Blijft", themes=[theme])
    closed = PracticeFactory(parent=site.practices, title="Kanarie", themes=[theme])
    delivering.deliver()
    digests.prepare(MORNING)
    PageViewRestriction.objects.create(page=closed, restriction_type="groups")
    letters.send_waiting()
    assert "Kanarie" not in mail.outbox[0].message().as_string()
    assert kept.title in text()


def test_with_everything_closed_there_is_no_mail(site, bas, theme):
    closed = PracticeFactory(parent=site.practices, themes=[theme])
    delivering.deliver()
    digests.prepare(MORNING)
    closed.unpublish()
    assert dict(letters.send_waiting()) == {"empty": 1}
    assert mail.outbox == []


def test_new_answers_to_a_followed_question_are_told_once(site, bas, follows, index):
    PracticeFactory(parent=site.practices, title="Oud: fietsen")
    follows(bas, search="q=fietsen", search_hash="x")
    PracticeFactory(parent=site.practices, title="Samen fietsen")
    PracticeFactory(parent=site.practices, title="Samen koken")
    index()
    assert send() == {"sent": 1}
    assert "Nieuw bij uw zoekvraag ‘fietsen’\nhttp://127.0.0.1:8000/zoeken?q=fietsen" in text()
    assert text().count("\n* ") == 1
    assert "* Samen fietsen" in text()
    assert send(MORNING + 7 * DAY) == {}
    assert Letter.objects.filter(state="empty").count() == 1


def test_a_followed_question_finds_what_that_person_may_see(site, bas, follows, index):
    follows(bas, search="q=fietsen", search_hash="x")
    open_to_members = PracticeFactory(parent=site.practices, title="Fietsen voor leden")
    closed = PracticeFactory(parent=site.practices, title="Kanarie fietsen")
    PageViewRestriction.objects.create(page=open_to_members, restriction_type="login")
    PageViewRestriction.objects.create(page=closed, restriction_type="groups")
    index()
    assert send() == {"sent": 1}
    assert "* Fietsen voor leden" in text()
    assert "Kanarie" not in text()


def test_a_search_engine_that_is_gone_loses_nothing(site, bas, theme, follows, index):
    follow = follows(bas, search="q=fietsen", search_hash="x")
    PracticeFactory(parent=site.practices, title="Samen fietsen", themes=[theme])
    selection.engine().remove()
    assert send() == {"sent": 1}
    assert "zoekvraag" not in text()
    rebuilding.rebuild(selection.engine())
    assert send(MORNING + 7 * DAY) == {"sent": 1}
    assert "* Samen fietsen" in text()
    assert Follow.objects.get(pk=follow.pk).told != []


@pytest.mark.parametrize("number", [1, 3])
def test_a_letter_takes_as_many_queries_for_any_number_of_things(
    site, bas, theme, number, django_assert_num_queries
):
    for _page in range(number):
        PracticeFactory(parent=site.practices, themes=[theme])
        MethodFactory(parent=site.methods, themes=[theme])
    delivering.deliver()
    digests.prepare(MORNING)
    with django_assert_num_queries(10):
        letters.send_waiting()
    assert text().count("\n* ") == 2 * number


def test_each_gets_what_that_person_follows(site, bas, theme, follows):
    other = UserFactory(username="anja")
    work = ThemeFactory(label="Werken")
    follows(other, theme=work)
    PracticeFactory(parent=site.practices, title="Over leren", themes=[theme])
    PracticeFactory(parent=site.practices, title="Over werken", themes=[work])
    assert send() == {"sent": 2}
    got = {letter.to[0]: letter.body for letter in mail.outbox}
    assert "Over werken" not in got["bas@voorbeeld.example"]
    assert "Over leren" not in got["anja@voorbeeld.example"]
