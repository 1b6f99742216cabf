"""Who looks after a community lets people in, puts them out, and shares the task."""

import pytest
from django.core import mail

from community.domain import members as verbs
from community.models import Member, Profile
from tests.community.members.reading import errors, page_of, rows, said
from tests.factories import MemberFactory, NeighbourhoodFactory, ThemeFactory
from tests.reading import words

pytestmark = pytest.mark.django_db

MANAGE = "/community/cop-18/beheer/"


@pytest.fixture
def desk(browser, karim):
    """Return the browser of Karim, the coordinator."""
    return browser(karim)


@pytest.fixture
def act(desk, key, django_capture_on_commit_callbacks):
    """Return a function with which Karim does something about somebody, mails and all."""

    def done(person, what, **fields):
        place = f"{MANAGE}leden/{key(person)}/{what}/"
        with django_capture_on_commit_callbacks(execute=True):
            return desk.post(place, fields, follow=True)

    return done


def letters():
    return [(letter.to, letter.subject) for letter in mail.outbox]


def test_the_page_shows_who_asks_who_takes_part_and_who_does_not(desk, lisa, vera, wim):
    page = desk.get(MANAGE)
    assert rows(page, "vragen") == ["Vera Vos"]
    assert rows(page, "leden") == ["Karim Amrani Coördinator", "Lisa Lid"]
    assert rows(page, "buiten") == ["Wim Bos"]
    told = [words(found) for found in page_of(page).select("blockquote")]
    assert told == ["Ik wil leren.", "Hij noemde namen."]


def test_who_asks_is_let_in_and_told(act, vera, standing):
    answer = act(vera, "toelaten")
    assert (said(answer), standing(vera)) == (["Vera Vos doet nu mee."], ("active", "member"))
    assert letters() == [([vera.email], "U doet mee met CoP 18")]
    act(vera, "toelaten")
    assert len(mail.outbox) == 1


def test_who_asks_is_refused_with_a_reason(act, desk, vera, key, standing):
    place = f"{MANAGE}leden/{key(vera)}/weigeren/"
    assert words(page_of(desk.get(place)).h1) == "Niet toelaten: Vera Vos"
    empty = act(vera, "weigeren", reason=" ")
    wrong = ["Geef een reden. De persoon om wie het gaat, leest die."]
    assert (empty.status_code, errors(empty), mail.outbox) == (400, wrong, [])
    answer = act(vera, "weigeren", reason="De groep is vol.\nProbeer het in mei.")
    assert said(answer) == ["Vera Vos is niet toegelaten."]
    assert standing(vera) == ("refused", "member")
    assert letters() == [([vera.email], "Uw vraag aan CoP 18")]
    (letter,) = mail.outbox
    assert "De groep is vol.\nProbeer het in mei." in letter.body
    html, kind = letter.alternatives[0]
    assert (kind, "De groep is vol.<br>Probeer het in mei." in html) == ("text/html", True)
    again = act(vera, "weigeren", reason="Nog eens.")
    assert (again.status_code, said(again)) == (400, ["Deze vraag is al beantwoord."])


def test_a_member_is_put_out_with_a_reason_and_let_in_again(act, lisa, standing):
    answer = act(lisa, "uitzetten", reason="<b>Namen</b> van bewoners.")
    assert (said(answer), standing(lisa)) == (
        ["Lisa Lid doet niet meer mee."],
        ("expelled", "member"),
    )
    assert letters() == [([lisa.email], "U doet niet meer mee met CoP 18")]
    assert "&lt;b&gt;Namen&lt;/b&gt;" in mail.outbox[0].alternatives[0][0]
    assert said(act(lisa, "toelaten")) == ["Lisa Lid doet nu mee."]
    assert standing(lisa) == ("active", "member")


def test_nobody_puts_themselves_out(act, karim, omar, standing):
    act(omar, "rol", role="coordinator")
    answer = act(karim, "uitzetten", reason="Genoeg.")
    assert said(answer) == ["U kunt uzelf er niet uit zetten. Weggaan kan wel."]
    assert standing(karim) == ("active", "coordinator")


def test_who_left_comes_back_alone(act, lisa, standing):
    Member.objects.filter(user=lisa).update(state="left")
    assert said(act(lisa, "toelaten")) == [
        "Dit lid is zelf weggegaan, en kan alleen zelf terugkomen."
    ]
    assert standing(lisa) == ("left", "member")


def test_a_task_is_shared_and_put_down(act, karim, lisa, standing):
    alone = act(karim, "rol", role="member")
    assert said(alone) == ["Dit is de laatste coördinator. Maak eerst iemand anders coördinator."]
    assert said(act(lisa, "rol", role="coordinator")) == ["Lisa Lid is nu coördinator."]
    assert standing(lisa) == ("active", "coordinator")
    down = act(karim, "rol", role="member")
    assert (down.status_code, said(down)) == (200, ["Karim Amrani is nu gewoon lid."])
    assert standing(karim) == ("active", "member")


@pytest.mark.parametrize("role", ["", "admin", "eigenaar"])
def test_there_are_no_other_roles(act, lisa, standing, role):
    assert act(lisa, "rol", role=role).status_code == 404
    assert standing(lisa) == ("active", "member")


def test_a_member_of_another_community_is_not_found_here(desk, ines):
    other = Member.objects.get(user=ines).key
    for what in ("toelaten", "weigeren", "uitzetten", "rol"):
        sent = {"reason": "Weg.", "role": "member"}
        assert desk.post(f"{MANAGE}leden/{other}/{what}/", sent).status_code == 404
    assert Member.objects.get(user=ines).is_coordinator


def test_mail_that_fails_stops_nothing_and_is_told(
    act, desk, vera, lisa, standing, settings, caplog
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    answer = act(vera, "toelaten")
    assert (said(answer), standing(vera)) == (["Vera Vos doet nu mee."], ("active", "member"))
    notices = [words(found) for found in page_of(desk.get(MANAGE)).select(".wk-notice--warning")]
    assert notices == ["De mail hierover is niet verstuurd. Laat het deze persoon zelf weten."]
    (line,) = [each.getMessage() for each in caplog.records if "letters" in each.name]
    key = Member.objects.get(user=vera).key
    assert line == f"A mail was not sent: member {key}, ConnectionRefusedError"


def test_two_who_go_at_once_leave_one_coordinator_behind(community, karim, lisa):
    lisa_here = Member.objects.get(user=lisa)
    verbs.appoint(lisa_here, "coordinator")
    verbs.leave(Member.objects.get(user=karim))
    with pytest.raises(verbs.Refused):
        verbs.leave(lisa_here)


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_as_much_whatever_the_size(
    desk, community, number, django_assert_num_queries
):
    for state in ("active", "asked", "refused", "expelled"):
        for member in MemberFactory.create_batch(number, community=community, state=state):
            profile = Profile.objects.create(user=member.user)
            profile.areas.add(NeighbourhoodFactory())
            profile.themes.add(ThemeFactory())
    desk.get(MANAGE)
    with django_assert_num_queries(23):
        desk.get(MANAGE)
