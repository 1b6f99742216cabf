"""Who comes to a meeting: seats, the waiting list, and who is told."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from wagtail.actions.unpublish_page import UnpublishPageAction

from community.domain import members
from community.meetings import publishing, registering
from community.models import EventPage, Member, Registering, Registration
from tests.factories import MemberFactory, UserFactory

pytestmark = pytest.mark.django_db


def states(event):
    """Return how each person stands, in the order of the list."""
    rows = Registration.objects.filter(event=event).order_by("turn").select_related("user")
    return [(row.user.username, row.state) for row in rows]


def come(event, *names):
    return [registering.register(event, UserFactory(username=name)) for name in names]


def test_who_comes_first_gets_a_seat_and_the_rest_waits_in_order(meeting):
    event = meeting(seats=2)
    come(event, "an", "ben", "cor", "dien")
    assert states(event) == [
        ("an", "seated"),
        ("ben", "seated"),
        ("cor", "waiting"),
        ("dien", "waiting"),
    ]


def test_without_a_limit_everybody_gets_a_seat(meeting):
    event = meeting()
    come(event, "an", "ben", "cor")
    assert [state for _name, state in states(event)] == ["seated"] * 3


def test_the_same_person_registers_once_and_keeps_the_last_note(meeting):
    event, an = meeting(seats=1), UserFactory(username="an")
    registering.register(event, an, "vegetarisch")
    again = registering.register(event, an, "vegan")
    assert (again.state, again.note) == ("seated", "vegan")
    assert states(event) == [("an", "seated")]


def test_the_seat_of_who_cancels_goes_to_the_first_who_waits(
    meeting, django_capture_on_commit_callbacks
):
    event = meeting(seats=1)
    an, _ben, _cor = come(event, "an", "ben", "cor")
    with django_capture_on_commit_callbacks(execute=True):
        registering.cancel(event, an.user)
    assert states(event) == [("an", "cancelled"), ("ben", "seated"), ("cor", "waiting")]
    (told,) = mail.outbox
    assert (told.to, told.subject) == (["ben@voorbeeld.example"], "U kunt mee: Werkbezoek")
    assert told.extra_headers == {"Auto-Submitted": "auto-generated"}
    page, way_out = event.full_url, f"/bijeenkomst/{event.translation_key}/afmelden/"
    html, kind = told.alternatives[0]
    assert kind == "text/html"
    assert [page in text and way_out in text for text in (told.body, html)] == [True, True]


def test_who_gets_a_seat_at_once_gets_no_mail(meeting, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        come(meeting(seats=1), "an", "ben")
    assert mail.outbox == []


def test_who_comes_back_stands_at_the_end(meeting):
    event = meeting(seats=1)
    an, _ben, _cor = come(event, "an", "ben", "cor")
    registering.cancel(event, an.user)
    registering.register(event, an.user)
    assert states(event) == [("ben", "seated"), ("cor", "waiting"), ("an", "waiting")]


def test_more_seats_let_the_line_move_up_whoever_gives_them(
    meeting, django_capture_on_commit_callbacks
):
    event = meeting(seats=1)
    come(event, "an", "ben", "cor", "dien")
    event = EventPage.objects.get(pk=event.pk)
    event.seats = 3
    with django_capture_on_commit_callbacks(execute=True):
        event.save_revision().publish()
    assert [state for _name, state in states(event)] == ["seated"] * 3 + ["waiting"]
    assert [message.to[0][:4] for message in mail.outbox] == ["ben@", "cor@"]


def test_the_seat_of_an_account_that_is_removed_goes_to_who_waits(meeting):
    event = meeting(seats=1)
    an, _ben = come(event, "an", "ben")
    an.user.delete()
    assert states(event) == [("ben", "seated")]


def test_what_somebody_told_goes_when_that_person_does_not_come(meeting):
    event, an = meeting(seats=1), UserFactory(username="an")
    registering.register(event, an, "rolstoel")
    registering.cancel(event, an)
    assert Registration.objects.get(user=an).note == ""


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        (
            {"starts_on": timezone.localdate() - timedelta(days=1)},
            "De bijeenkomst is al begonnen: aanmelden kan niet meer.",
        ),
        (
            {"registration_closes": timezone.now() - timedelta(minutes=1)},
            "Aanmelden kan niet meer.",
        ),
        ({"cancelled": True}, "Deze bijeenkomst gaat niet door."),
        ({"live": False}, "Deze bijeenkomst gaat niet door."),
    ],
)
def test_nobody_registers_when_that_is_over(meeting, fields, why):
    event = meeting(**fields)
    with pytest.raises(registering.Refused, match=why):
        come(event, "an")
    assert states(event) == []


def test_after_the_beginning_nothing_moves_any_more(meeting):
    event = meeting(seats=1)
    an, _ben = come(event, "an", "ben")
    EventPage.objects.filter(pk=event.pk).update(starts_on=timezone.localdate())
    with pytest.raises(registering.Refused, match="al begonnen: afmelden kan niet meer"):
        registering.cancel(event, an.user)
    registering.remove(an)
    assert states(event) == [("an", "removed"), ("ben", "waiting")]


def test_who_was_taken_off_comes_back_only_when_the_organisers_let(meeting, anna):
    event = meeting(seats=2)
    an, _ben = come(event, "an", "ben")
    registering.remove(an)
    with pytest.raises(registering.Refused, match="heeft uw aanmelding weggehaald"):
        registering.register(event, an.user)
    registering.let_back(an)
    assert registering.register(event, an.user).state == "seated"


def test_who_no_longer_belongs_leaves_a_seat_for_a_member(meeting, community):
    event = meeting(seats=1, registering=Registering.MEMBERS)
    open_event = meeting("Open dag", seats=1)
    an, ben = (
        MemberFactory(community=community, user=UserFactory(username=name))
        for name in ("an", "ben")
    )
    for person in (an, ben):
        registering.register(event, person.user)
    registering.register(open_event, an.user)
    members.leave(an)
    assert Member.objects.get(pk=an.pk).state == "left"
    assert states(event) == [("an", "cancelled"), ("ben", "seated")]
    assert states(open_event) == [("an", "seated")]


def test_who_registered_is_told_that_a_meeting_is_called_off(
    meeting, django_capture_on_commit_callbacks
):
    event = meeting(seats=1)
    come(event, "an", "ben")
    event = EventPage.objects.get(pk=event.pk)
    event.cancelled = True
    with django_capture_on_commit_callbacks(execute=True):
        event.save_revision().publish()
        event.save_revision().publish()
    assert [(told.to, told.subject) for told in mail.outbox] == [
        ([f"{name}@voorbeeld.example"], "Gaat niet door: Werkbezoek") for name in ("an", "ben")
    ]


def cancel(event):
    event.cancelled = True
    event.save_revision().publish()


def expire(event):
    moment = timezone.now() - timedelta(minutes=1)
    EventPage.objects.filter(pk=event.pk).update(expire_at=moment)
    call_command("publish_scheduled")


FALLING_AWAY = {
    "withdrawn": lambda event: publishing.withdraw(event, None),
    "unpublished": lambda event: event.unpublish(),
    "with what is above": lambda event: UnpublishPageAction(
        event.get_parent().specific, user=UserFactory(is_superuser=True), include_descendants=True
    ).execute(skip_permission_checks=True),
    "past its date": expire,
    "deleted": lambda event: event.delete(),
    "deleted with what is above": lambda event: event.get_parent().delete(),
}


def told_of(event, fall_away, capture):
    """Let a meeting fall away and return who was told what."""
    with capture(execute=True):
        fall_away(EventPage.objects.get(pk=event.pk))
    return [(*told.to, told.subject) for told in mail.outbox]


AWAY = [(f"{name}@voorbeeld.example", "Gaat niet door: Werkbezoek") for name in ("an", "ben")]


@pytest.mark.parametrize("way", FALLING_AWAY)
def test_who_registered_is_told_that_a_meeting_is_taken_off_the_site(
    meeting, way, django_capture_on_commit_callbacks
):
    event = meeting(seats=1)
    come(event, "an", "ben")
    assert told_of(event, FALLING_AWAY[way], django_capture_on_commit_callbacks) == AWAY
    for text in (mail.outbox[0].body, mail.outbox[0].alternatives[0][0]):
        assert "De bijeenkomst is van de site gehaald en vervalt in uw agenda." in text
        assert event.full_url not in text


@pytest.mark.parametrize("way", ["unpublished", "deleted"])
def test_who_may_not_see_a_meeting_any_more_is_not_told_which_it_was(
    meeting, room, community, way, django_capture_on_commit_callbacks
):
    event = meeting("Kanarie")
    MemberFactory(community=community, user=come(event, "an", "ben")[0].user)
    event.move(room, pos="last-child")
    assert told_of(event, FALLING_AWAY[way], django_capture_on_commit_callbacks) == [
        ("an@voorbeeld.example", "Gaat niet door: Kanarie"),
        ("ben@voorbeeld.example", "Een bijeenkomst gaat niet door"),
    ]
    body, (html, _kind) = mail.outbox[1].body, mail.outbox[1].alternatives[0]
    assert [("Kanarie" in text, "kanarie" in text) for text in (body, html)] == [(False, False)] * 2


@pytest.mark.parametrize("way", FALLING_AWAY)
def test_nobody_is_told_twice_that_a_meeting_falls_away(
    meeting, way, django_capture_on_commit_callbacks
):
    event = meeting()
    come(event, "an", "ben")
    assert told_of(event, cancel, django_capture_on_commit_callbacks) == AWAY
    assert told_of(event, FALLING_AWAY[way], django_capture_on_commit_callbacks) == AWAY


@pytest.mark.parametrize("way", ["unpublished", "deleted"])
def test_nobody_is_told_of_a_meeting_that_was(meeting, way, django_capture_on_commit_callbacks):
    event = meeting()
    come(event, "an")
    yesterday = timezone.localdate() - timedelta(days=1)
    EventPage.objects.filter(pk=event.pk).update(starts_on=yesterday)
    assert told_of(event, FALLING_AWAY[way], django_capture_on_commit_callbacks) == []


def test_a_mail_server_that_is_gone_takes_no_seat_away(
    meeting, settings, caplog, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    event = meeting(seats=1)
    an, ben = come(event, "an", "ben")
    with django_capture_on_commit_callbacks(execute=True):
        registering.cancel(event, an.user)
    ben.refresh_from_db()
    assert (ben.state, ben.mail_failed) == ("seated", True)
    assert f"No mail could be sent about registration {ben.key}." in caplog.text
    assert "ben@voorbeeld.example" not in caplog.text
