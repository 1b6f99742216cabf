"""The pages on which people register, and the list for who organises a meeting."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone

from community.meetings import registering
from community.models import EventPage, Registering, Registration
from tests.factories import UserFactory
from tests.reading import browser_of, unmarked, words

pytestmark = pytest.mark.django_db

ORGANISERS = {"editor", "admin", "coordinator", "moderator"}


def shown(answer):
    return BeautifulSoup(answer.content, "html.parser").main


def address(event, what):
    return f"/bijeenkomst/{event.translation_key}/{what}"


def statuses(people, path, method="get"):
    """Return who gets which status at an address."""
    return {
        name: getattr(browser_of(who), method)(path).status_code for name, who in people.items()
    }


def everybody(people, status, **others):
    return dict.fromkeys(people, status) | others


def test_who_may_open_the_form_of_a_public_meeting(people, meeting):
    path = address(meeting(), "aanmelden/")
    assert statuses(people, path) == everybody(people, 200, stranger=302)
    assert browser_of(None).get(path)["Location"].endswith(f"?next={path}")


def test_what_is_for_members_is_registered_for_by_members(people, meeting):
    event = meeting(registering=Registering.MEMBERS)
    path = address(event, "aanmelden/")
    assert statuses(people, path, "post") == everybody(
        people, 403, stranger=302, member=302, coordinator=302
    )
    names = Registration.objects.values_list("user__username", flat=True)
    assert set(names) == {people["member"].username, people["coordinator"].username}


def test_a_closed_meeting_is_there_for_members_alone(people, meeting, room):
    event = meeting(parent=room)
    expected = everybody(people, 404, member=200, coordinator=200, moderator=200, admin=200)
    assert statuses(people, address(event, "aanmelden/")) == expected
    nothing = browser_of(None).get("/bijeenkomst/00000000-0000-4000-8000-000000000000/aanmelden/")
    closed = browser_of(None).get(address(event, "aanmelden/"))
    assert (closed.status_code, unmarked(closed)) == (404, unmarked(nothing))


@pytest.mark.parametrize("what", ["deelnemers/", "deelnemers.csv"])
@pytest.mark.parametrize("closed", [False, True])
def test_only_organisers_see_who_comes(people, meeting, room, what, closed):
    event = meeting(parent=room if closed else None)
    seen = statuses(people, address(event, what))
    assert seen == {name: 200 if name in ORGANISERS else 404 for name in people}


@pytest.mark.parametrize("what", ["weghalen", "toelaten"])
def test_only_organisers_take_somebody_off(people, meeting, what):
    event = meeting()
    for name, person in people.items():
        an = registering.register(event, UserFactory())
        if what == "toelaten":
            registering.remove(an)
        before = Registration.objects.get(pk=an.pk).state
        path = address(event, f"deelnemers/{an.key}/{what}/")
        assert browser_of(person).get(path).status_code == 405
        answer = browser_of(person).post(path)
        after = Registration.objects.get(pk=an.pk).state
        assert (name, answer.status_code) == (name, 302 if name in ORGANISERS else 404)
        assert (name, after != before) == (name, name in ORGANISERS)


def test_somebody_of_another_meeting_is_not_on_this_list(people, meeting):
    event, other = meeting(), meeting("Iets anders")
    an = registering.register(other, UserFactory())
    client = browser_of(people["admin"])
    assert client.post(address(event, f"deelnemers/{an.key}/weghalen/")).status_code == 404


def test_registering_is_confirmed_and_undone_on_the_page(client, bas, meeting):
    event = meeting(seats=2)
    client.force_login(bas)
    made = client.post(address(event, "aanmelden/"), {"note": "vegetarisch"}, follow=True)
    assert made.redirect_chain == [(event.url, 302)]
    page = shown(made)
    assert words(page.select_one(".wk-messages")) == "U bent aangemeld."
    assert words(page.select_one(".wk-event__seats")) == ("U bent aangemeld. Er is nog 1 plaats.")
    gone = client.post(address(event, "afmelden/"), follow=True)
    assert words(shown(gone).select_one(".wk-messages")) == "U bent afgemeld."
    assert words(shown(gone).select_one(".wk-event__seats")) == "Er zijn nog 2 plaatsen."


def test_when_it_is_full_the_page_says_so_before_and_after(client, bas, meeting):
    event = meeting(seats=1)
    registering.register(event, UserFactory())
    client.force_login(bas)
    page = shown(client.get(event.url))
    assert words(page.select_one(".wk-event__seats")) == "Alle plaatsen zijn bezet."
    assert words(page.select_one(".wk-downloads li")) == "Zet u op de wachtlijst"
    made = client.post(address(event, "aanmelden/"), follow=True)
    assert words(shown(made).select_one(".wk-messages")) == (
        "Het is vol. U staat op de wachtlijst en krijgt een mail als er een plaats vrijkomt."
    )


def test_a_form_that_comes_too_late_is_kept_and_says_why(client, bas, meeting):
    event = meeting(registration_closes=timezone.now() - timedelta(minutes=1))
    client.force_login(bas)
    answer = client.post(address(event, "aanmelden/"), {"note": "rolstoel"})
    assert answer.status_code == 400
    assert words(shown(answer).select_one(".wk-notice")) == "Aanmelden kan niet meer."


def test_a_note_that_is_too_long_is_refused_next_to_the_field(client, bas, meeting):
    event = meeting()
    client.force_login(bas)
    answer = client.post(address(event, "aanmelden/"), {"note": "x" * 501})
    assert answer.status_code == 400
    field = shown(answer).select_one("textarea")
    message = shown(answer).select_one(f"#{field['aria-describedby'].split()[-1]}")
    assert "500" in words(message)
    assert field.get_text(strip=True) == "x" * 501


def test_mass_assignment_changes_nothing_but_the_note(client, bas, anna, meeting):
    event = meeting(seats=1)
    registering.register(event, UserFactory())
    client.force_login(bas)
    typed = {"note": "a", "state": "seated", "turn": "0", "user": anna.pk, "event": "1"}
    client.post(address(event, "aanmelden/"), typed)
    row = Registration.objects.get(user=bas)
    assert (row.state, row.turn, row.event_id, row.note) == ("waiting", 2, event.pk, "a")


def test_the_list_tells_the_organisers_what_they_must_know(client, anna, meeting):
    event = meeting(seats=1)
    an = UserFactory(username="an", first_name="An", last_name="Vos", organisation="Mitros")
    registering.register(event, an, "=HYPERLINK(1)\nvegan")
    registering.register(event, UserFactory(username="ben"))
    client.force_login(anna)
    page = shown(client.get(address(event, "deelnemers/")))
    assert [words(heading) for heading in page.select("h2")] == [
        "Aangemeld: 1 van 1",
        "Wachtlijst: 1",
    ]
    assert [words(row) for row in page.select(".wk-rows__item")] == [
        "An Vos Mitros Dieet of toegankelijkheid: =HYPERLINK(1) vegan Haal van de lijst An Vos",
        "ben Haal van de lijst ben",
    ]
    table = client.get(address(event, "deelnemers.csv"))
    assert "no-store" in table["Cache-Control"]
    assert table.content.decode("utf-8-sig").splitlines() == [
        "Naam;Organisatie;Stand;Dieet of toegankelijkheid",
        "An Vos;Mitros;Aangemeld;'=HYPERLINK(1) vegan",
        "ben;;Op de wachtlijst;",
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_the_same_queries_for_one_and_for_three(
    client, anna, meeting, number, django_assert_num_queries
):
    event = meeting()
    for _person in range(number):
        registering.register(event, UserFactory())
    client.force_login(anna)
    client.get(address(event, "deelnemers/"))
    with django_assert_num_queries(10):
        client.get(address(event, "deelnemers/"))


def test_nobody_but_who_registered_is_named_on_a_page(people, meeting):
    event = meeting(seats=5)
    an = UserFactory(username="an", first_name="Kanarie", last_name="Kanarie")
    registering.register(event, an, "kanarienoot")
    for name in set(people) - ORGANISERS:
        for path in (event.url, address(event, "aanmelden/"), f"{event.url}agenda.ics"):
            text = browser_of(people[name]).get(path).content.decode().lower()
            assert (name, path, "kanarie" in text) == (name, path, False)


def test_elsewhere_and_here_at_once_is_refused(meeting):
    event = meeting()
    event.registration_url = "https://voorbeeld.example"
    with pytest.raises(Exception, match="Kies één manier van aanmelden"):
        event.full_clean()


@pytest.mark.parametrize(
    ("fields", "errors"),
    [
        ({"seats": 0}, {"seats": ["Vul minstens één plaats in, of laat dit leeg."]}),
        (
            {"registering": "not", "seats": 3},
            {"registering": ["Kies wie zich kan aanmelden, of laat de plaatsen leeg."]},
        ),
        (
            {"registration_closes": timezone.now() + timedelta(days=9)},
            {"registration_closes": ["Aanmelden kan niet meer na het begin."]},
        ),
        (
            {"registering": "members", "community": None},
            {"registering": ["Kies hieronder van welke community dat de leden zijn."]},
        ),
    ],
)
def test_what_cannot_be_registered_for_is_refused_in_the_form(meeting, fields, errors):
    event = EventPage.objects.get(pk=meeting().pk)
    for name, value in fields.items():
        setattr(event, name, value)
    with pytest.raises(Exception) as refusal:
        event.clean()
    assert refusal.value.message_dict == errors


def test_seats_that_are_taken_cannot_be_taken_away(meeting):
    event = meeting(seats=2)
    for _person in range(2):
        registering.register(event, UserFactory())
    event = EventPage.objects.get(pk=event.pk)
    event.seats = 1
    with pytest.raises(Exception) as refusal:
        event.clean()
    assert refusal.value.message_dict == {
        "seats": ["Er zijn al 2 mensen aangemeld. Haal eerst iemand van de lijst."]
    }


def test_a_report_is_shown_when_the_meeting_is_over(client, meeting):
    told = [("text", "<p>Het was druk.</p>")]
    coming = meeting(report=told)
    past = meeting("Toen", report=told, starts_on=timezone.localdate() - timedelta(days=2))
    assert shown(client.get(coming.url)).select_one("#verslag") is None
    page = shown(client.get(past.url))
    assert words(page.select_one("section[aria-labelledby=verslag] p")) == "Het was druk."


def test_a_meeting_that_is_called_off_says_so_and_takes_nobody(client, meeting):
    event = meeting(cancelled=True)
    page = shown(client.get(event.url))
    assert words(page.select_one(".wk-event__off")) == "Deze bijeenkomst gaat niet door."
    assert [words(button) for button in page.select(".wk-downloads li")] == ["Zet in uw agenda"]
