"""An invitation lets one person in, once, for thirty days."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone

from community.domain import invitations
from community.domain.invitations import invite
from community.models import Invitation, Member
from tests.community.members.reading import buttons, errors, page_of, rows, said
from tests.reading import unmarked, words

pytestmark = pytest.mark.django_db

INVITE = "/community/cop-18/beheer/uitnodigen/"
MANAGE = "/community/cop-18/beheer/"


@pytest.fixture
def desk(browser, karim):
    return browser(karim)


@pytest.fixture
def send(desk, django_capture_on_commit_callbacks):
    """Return a function with which Karim sends a form, mails and all."""

    def done(place, **fields):
        with django_capture_on_commit_callbacks(execute=True):
            return desk.post(place, fields, follow=True)

    return done


@pytest.fixture
def invitation(community, karim):
    return invitations.invite(community, "bas@voorbeeld.example", karim, "Doe mee!")


def place_of(invitation):
    return f"/uitnodiging/{invitation.token}/"


def test_several_are_invited_at_once(send, karim):
    answer = send(
        INVITE,
        addresses="bas@voorbeeld.example, anna@voorbeeld.example\nBAS@voorbeeld.example",
        text="Tot de 12e!",
    )
    assert said(answer) == ["Uitgenodigd: BAS@voorbeeld.example, anna@voorbeeld.example."]
    assert rows(answer, "uitnodigingen") == ["anna@voorbeeld.example", "BAS@voorbeeld.example"]
    anna = Invitation.objects.get(email="anna@voorbeeld.example")
    assert (anna.invited_by, anna.text, len(anna.token)) == (karim, "Tot de 12e!", 32)
    letter = mail.outbox[1]
    assert (letter.to, letter.subject) == ([anna.email], "Uitnodiging voor CoP 18")
    for text in (letter.body, letter.alternatives[0][0]):
        assert f"http://127.0.0.1:8000/uitnodiging/{anna.token}/" in text
        assert "Tot de 12e!" in text


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ("", "Vul minstens één e-mailadres in."),
        ("bas@voorbeeld.example geen", "Dit is geen e-mailadres: geen."),
        ("a@b", "Dit is geen e-mailadres: a@b."),
        (
            " ".join(f"a{n}@voorbeeld.example" for n in range(21)),
            "Dit zijn er 21. Nodig hoogstens 20 mensen tegelijk uit.",
        ),
    ],
)
def test_what_is_no_address_is_refused_and_kept(send, typed, wrong):
    answer = send(INVITE, addresses=typed, text="Kom!")
    assert (answer.status_code, errors(answer)) == (400, [wrong])
    kept = [field.text.strip() for field in page_of(answer).select("textarea")]
    assert kept == [typed, "Kom!"]
    assert (Invitation.objects.count(), mail.outbox) == (0, [])


def test_a_stranger_sees_what_it_is_for_and_signs_in(client, invitation):
    page = client.get(place_of(invitation))
    assert words(page_of(page).h1) == "CoP 18"
    assert "Karim Amrani nodigt u uit om mee te doen." in words(page_of(page))
    assert buttons(page) == []
    sign_in = page_of(page).select_one(".utrecht-button-link")["href"]
    assert sign_in.endswith(f"?next=%2Fuitnodiging%2F{invitation.token}%2F")
    assert "no-store" in page["Cache-Control"]
    sent = client.post(place_of(invitation))
    assert sent.headers["Location"].endswith(f"?next={place_of(invitation)}")


def test_who_accepts_takes_part_and_nobody_else_does(browser, bas, eva, invitation, standing):
    site = browser(bas)
    assert buttons(site.get(place_of(invitation))) == ["Ja, ik doe mee"]
    answer = site.post(place_of(invitation), follow=True)
    assert (said(answer), standing(bas)) == (["U doet nu mee. Welkom!"], ("active", "member"))
    invitation.refresh_from_db()
    assert (invitation.used_by, invitation.is_open) == (bas, False)
    other = browser(eva)
    unknown = other.get("/uitnodiging/bestaatniet/")
    for used in (other.get(place_of(invitation)), other.post(place_of(invitation))):
        assert (used.status_code, unmarked(used)) == (404, unmarked(unknown))
    assert standing(eva) is None


def test_after_thirty_days_it_works_no_longer(browser, bas, invitation, standing):
    long_ago = timezone.now() - timedelta(days=30, minutes=1)
    Invitation.objects.update(created=long_ago)
    assert browser(bas).post(place_of(invitation)).status_code == 404
    assert standing(bas) is None


def test_it_does_not_let_back_in_who_was_put_out(browser, wim, invitation, standing):
    answer = browser(wim).post(place_of(invitation), follow=True)
    assert said(answer) == ["U bent uit deze community gezet. De coördinator kan u weer toelaten."]
    assert standing(wim) == ("expelled", "member")
    invitation.refresh_from_db()
    assert invitation.is_open


def test_of_a_community_that_is_gone_it_leads_nowhere(browser, bas, invitation, community):
    community.unpublish()
    assert browser(bas).get(place_of(invitation)).status_code == 404


def test_one_is_taken_back_or_sent_again(send, browser, bas, invitation):
    place = f"{MANAGE}uitnodigingen/{invitation.key}/"
    assert said(send(f"{place}opnieuw/")) == ["Opnieuw uitgenodigd: bas@voorbeeld.example."]
    newer = Invitation.objects.get()
    assert (newer.text, newer.token == invitation.token) == ("Doe mee!", False)
    assert browser(bas).get(place_of(invitation)).status_code == 404
    answer = send(f"{MANAGE}uitnodigingen/{newer.key}/intrekken/")
    assert said(answer) == ["De uitnodiging aan bas@voorbeeld.example is ingetrokken."]
    assert browser(bas).get(place_of(newer)).status_code == 404
    assert len(mail.outbox) == 1


def test_an_invitation_of_another_community_is_not_found_here(browser, ines, invitation):
    desk = browser(ines)
    for what in ("opnieuw", "intrekken"):
        for slug in ("cop-18", "cop-40"):
            place = f"/community/{slug}/beheer/uitnodigingen/{invitation.key}/{what}/"
            assert desk.post(place).status_code == 404
    assert Invitation.objects.get() == invitation


def test_a_mail_that_fails_stands_beside_the_invitation(send, desk, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    answer = send(INVITE, addresses="bas@voorbeeld.example")
    assert said(answer) == ["Uitgenodigd: bas@voorbeeld.example."]
    notices = [words(found) for found in page_of(desk.get(MANAGE)).select(".wk-notice--warning")]
    assert notices == ["De mail is niet verstuurd. Probeer het later opnieuw."]


def test_letting_in_by_invitation_tells_who_invited(community, bas, karim, invitation):
    member = invitations.accept(invitation, bas)
    assert (member.is_active, Member.objects.get(user=bas).joined is not None) == (True, True)


def test_what_can_no_longer_be_used_is_forgotten_with_its_address(community, karim, bas, eva):
    for address, user, days in (("oud@x.example", None, 31), ("gebruikt@x.example", bas, 1)):
        made = invite(community, address, karim)
        long_ago = timezone.now() - timedelta(days=days)
        Invitation.objects.filter(pk=made.pk).update(
            created=long_ago, used_by=user, used=long_ago if user else None
        )
    invite(community, "nieuw@x.example", karim)
    call_command("forget_invitations", verbosity=0)
    assert [found.email for found in Invitation.objects.all()] == ["nieuw@x.example"]
