"""The contact of a practice is asked once a year, and the answer loses nobody's work."""

from datetime import date, timedelta
from io import StringIO

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from following import contacts, letters
from following.models import ContactQuestion, Happening
from practices.models import PracticePage
from tests.factories import PracticeFactory
from tests.reading import words

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.fixture
def practice(site):
    """Return a practice whose contact was confirmed longer than a year ago."""
    return PracticeFactory(
        parent=site.practices,
        title="Samen fietsen",
        contact_role="Wijkmanager",
        contact_email="wijk@utrecht.example",
        deputy_email="vervanger@utrecht.example",
        contact_confirmed_on=date(2020, 1, 1),
    )


@pytest.fixture
def asked(practice):
    """Return the path of the address that the contact was sent."""
    contacts.ask()
    letters.send_waiting()
    return path_in(mail.outbox[-1])


def path_in(letter):
    line = next(line for line in letter.body.splitlines() if "/contact-klopt/" in line)
    return line.removeprefix("http://127.0.0.1:8000")


def fresh(practice):
    return PracticePage.objects.get(pk=practice.pk)


def drafted(practice):
    """Return a practice as an editor goes on with it."""
    return fresh(practice).get_latest_revision_as_object()


def test_the_contact_is_asked_and_answers_with_one_button(practice, asked):
    letter = mail.outbox[0]
    assert letter.to == ["wijk@utrecht.example"]
    assert letter.subject == "Klopt het contact bij ‘Samen fietsen’ nog?"
    assert "Als contact staat daar: Wijkmanager." in letter.body
    visitor = Client()
    page = BeautifulSoup(visitor.get(asked).content, "html.parser")
    assert [words(button) for button in page.select("main button")] == [
        "Ja, dit klopt nog",
        "Nee, dit klopt niet meer",
    ]
    assert fresh(practice).contact_confirmed_on == date(2020, 1, 1)
    answer = visitor.post(asked, {"answer": "right"})
    assert "het contact nog klopt" in answer.content.decode()
    assert fresh(practice).contact_confirmed_on == timezone.localdate()
    assert fresh(practice).contact_is_confirmed


def test_looking_changes_nothing_and_a_form_needs_its_token(practice, asked):
    stranger = Client(enforce_csrf_checks=True)
    assert stranger.get(asked).status_code == 200
    assert stranger.post(asked, {"answer": "right"}).status_code == 403
    assert ContactQuestion.objects.get().answered_at is None


def test_a_draft_is_not_published_and_keeps_the_date(practice, asked):
    draft = fresh(practice)
    draft.title = "Samen lopen"
    draft.save_revision()
    Client().post(asked, {"answer": "right"})
    assert fresh(practice).title == "Samen fietsen"
    assert fresh(practice).has_unpublished_changes
    assert drafted(practice).title == "Samen lopen"
    assert drafted(practice).contact_confirmed_on == timezone.localdate()
    drafted(practice).save_revision().publish()
    assert fresh(practice).title == "Samen lopen"
    assert fresh(practice).contact_confirmed_on == timezone.localdate()


def test_a_form_that_was_open_meanwhile_does_not_take_the_date_away(practice, asked):
    stale = fresh(practice)
    Client().post(asked, {"answer": "right"})
    stale.title = "Samen lopen"
    stale.save_revision().publish()
    assert fresh(practice).title == "Samen lopen"
    assert fresh(practice).contact_confirmed_on == timezone.localdate()


def test_a_new_contact_does_not_get_the_date_of_the_old_one(practice, asked):
    draft = fresh(practice)
    draft.contact_email, draft.contact_confirmed_on = "nieuw@utrecht.example", None
    draft.save_revision()
    Client().post(asked, {"answer": "right"})
    assert drafted(practice).contact_confirmed_on is None
    drafted(practice).save_revision().publish()
    assert fresh(practice).contact_confirmed_on is None


def test_a_date_that_was_planned_for_later_is_kept_too(practice, asked):
    later = fresh(practice)
    later.go_live_at = timezone.now() + 5 * DAY
    later.save_revision().publish()
    later.save_revision()
    Client().post(asked, {"answer": "right"})
    planned = practice.revisions.get(approved_go_live_at__isnull=False)
    assert planned.as_object().contact_confirmed_on == timezone.localdate()


def test_confirming_is_no_change_that_people_are_told_of(practice, asked):
    Client().post(asked, {"answer": "right"})
    assert [happening.kind for happening in Happening.objects.all()] == ["published"]


def test_who_is_no_longer_the_contact_says_so_to_the_editors(practice, asked):
    answer = Client().post(asked, {"answer": "wrong", "remark": "Vraag het aan Fatma."})
    assert "De redactie kijkt ernaar." in answer.content.decode()
    question = ContactQuestion.objects.get()
    assert (question.answer, question.remark) == ("wrong", "Vraag het aan Fatma.")
    assert fresh(practice).contact_confirmed_on == date(2020, 1, 1)
    assert list(contacts.without_answer()) == [question]


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({}, "Kies een van de twee knoppen."),
        ({"answer": "misschien"}, "Kies een van de twee knoppen."),
        ({"answer": "wrong", "remark": "x" * 2001}, "Gebruik hoogstens 2000 tekens"),
    ],
)
def test_what_cannot_be_kept_is_said_next_to_the_field(practice, asked, sent, message):
    answer = Client().post(asked, sent)
    assert answer.status_code == 400
    assert message in answer.content.decode()
    assert sent.get("remark", "") in answer.content.decode()
    assert ContactQuestion.objects.get().answered_at is None


def test_only_the_first_answer_counts(practice, asked):
    Client().post(asked, {"answer": "wrong"})
    answer = Client().post(asked, {"answer": "right"})
    assert "niet meer klopt" in answer.content.decode()
    assert fresh(practice).contact_confirmed_on == date(2020, 1, 1)


@pytest.mark.parametrize("happens", ["expires", "other contact", "unpublished", "nonsense"])
def test_a_link_that_no_longer_holds_says_so(practice, asked, happens, monkeypatch):
    if happens == "expires":
        monkeypatch.setattr(contacts, "LINK_LASTS", timedelta(seconds=-1))
    elif happens == "other contact":
        PracticePage.objects.update(contact_email="nieuw@utrecht.example")
    elif happens == "unpublished":
        practice.unpublish()
    address = "/contact-klopt/onzin/" if happens == "nonsense" else asked
    for method in (Client().get, Client().post):
        answer = method(address, {"answer": "right"})
        assert answer.status_code == 404
        assert "Deze link werkt niet meer" in answer.content.decode()


def test_nobody_is_asked_twice_in_a_year(practice):
    now = timezone.now()
    assert (contacts.ask(now), contacts.ask(now), contacts.ask(now + 300 * DAY)) == (1, 0, 0)
    assert contacts.ask(now + 366 * DAY) == 1
    assert ContactQuestion.objects.count() == 1


def test_only_a_contact_that_can_be_reached_and_was_not_confirmed_is_asked(site):
    today = timezone.localdate()
    PracticeFactory(parent=site.practices, title="Zonder adres")
    PracticeFactory(
        parent=site.practices,
        title="Net bevestigd",
        contact_email="a@wijk.example",
        contact_confirmed_on=today - 300 * DAY,
    )
    PracticeFactory(
        parent=site.practices, title="Concept", contact_email="b@wijk.example", live=False
    )
    assert contacts.ask() == 0


def test_the_deputy_is_asked_after_thirty_days_once(practice):
    now = timezone.now()
    contacts.ask(now)
    assert contacts.remind(now + 29 * DAY) == 0
    assert (contacts.remind(now + 30 * DAY), contacts.remind(now + 31 * DAY)) == (1, 0)
    letters.send_waiting()
    assert [letter.to[0] for letter in mail.outbox] == [
        "wijk@utrecht.example",
        "vervanger@utrecht.example",
    ]
    assert "Wij vroegen dit een maand geleden ook." in mail.outbox[1].body
    Client().post(path_in(mail.outbox[1]), {"answer": "right"})
    assert fresh(practice).contact_confirmed_on == timezone.localdate()


def test_who_answered_is_not_reminded_and_nobody_else_looks_at_it(practice, asked):
    Client().post(asked, {"answer": "right"})
    later = timezone.now() + 90 * DAY
    assert contacts.remind(later) == 0
    assert contacts.without_answer(later).count() == 0


def test_editors_look_at_who_does_not_answer(practice):
    now = timezone.now()
    contacts.ask(now)
    assert contacts.without_answer(now + 59 * DAY).count() == 0
    assert contacts.without_answer(now + 60 * DAY).count() == 1


def test_the_command_tells_how_many_were_asked(practice):
    out = StringIO()
    call_command("ask_contacts", stdout=out)
    assert out.getvalue() == "Asked 1 contacts; asked 0 once more.\n"
