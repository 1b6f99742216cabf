"""Asking for an account, and proving that the mail address is yours."""

from bs4 import BeautifulSoup
from django.core import mail
from django.test import override_settings

from accounts.models import User
from tests.accounts.signing import code_in_mail, who
from tests.reading import words

FIELDS = {
    "first_name": "Noor",
    "last_name": "Bakker",
    "email": "noor@voorbeeld.example",
    "password1": "fietsen door de wijk",
}


def errors(answer):
    """Return what is said of each field, by what the field is described by."""
    page = BeautifulSoup(answer.content, "html.parser")
    found = {}
    for field in page.select("main [aria-invalid=true]"):
        ids = field["aria-describedby"].split()
        texts = [words(page.find(id=name)) for name in ids if name.endswith("_error")]
        found[field["name"]] = texts
    return found


def test_who_signs_up_gets_a_code_and_is_in_when_it_is_right(client, db):
    answer = client.post("/account/aanmelden/", FIELDS)
    assert answer["Location"] == "/account/e-mail/code/"
    assert [message.to for message in mail.outbox] == [["noor@voorbeeld.example"]]
    assert who(client) is None

    answer = client.post("/account/e-mail/code/", {"code": code_in_mail()})

    noor = User.objects.get(email="noor@voorbeeld.example")
    assert answer["Location"] == "/account/"
    assert who(client) == str(noor.pk)
    assert (noor.username, str(noor)) == ("noor-bakker", "Noor Bakker")
    assert not noor.has_perm("wagtailadmin.access_admin")


def test_a_name_that_is_taken_gets_a_number_and_shows_no_mail_address(client, db):
    for number in (1, 2):
        fields = FIELDS | {"email": f"noor{number}@voorbeeld.example"}
        client.post("/account/aanmelden/", fields)
    names = list(User.objects.order_by("pk").values_list("username", flat=True))
    assert names[0] == "noor-bakker"
    assert names[1] != names[0]
    assert names[1].startswith("noor-bakker")
    assert "@" not in names[1]


def test_what_is_missing_or_weak_is_said_beside_the_field_and_the_rest_is_kept(client, db):
    answer = client.post("/account/aanmelden/", FIELDS | {"last_name": "", "password1": "kort"})
    assert answer.status_code == 400
    assert errors(answer) == {
        "last_name": ["Dit is een verplicht veld."],
        "password1": ["Dit wachtwoord is te kort. Gebruik minstens 8 tekens."],
    }
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.find(id="id_first_name")["value"] == "Noor"
    assert User.objects.count() == 0
    assert mail.outbox == []


def test_a_code_that_is_wrong_is_refused_and_after_three_it_is_over(client, db):
    client.post("/account/aanmelden/", FIELDS)
    right = code_in_mail()
    for _time in range(2):
        answer = client.post("/account/e-mail/code/", {"code": "AAAA-AAAA"})
        assert answer.status_code == 400
        assert errors(answer) == {"code": ["Deze code klopt niet, of is niet meer geldig."]}
    answer = client.post("/account/e-mail/code/", {"code": "AAAA-AAAA"})
    assert answer["Location"] == "/account/inloggen/"
    client.post("/account/e-mail/code/", {"code": right})
    assert who(client) is None


def test_who_did_not_confirm_cannot_sign_in_but_gets_another_code(client, db):
    client.post("/account/aanmelden/", FIELDS)
    client.cookies.clear()
    with override_settings(ACCOUNT_RATE_LIMITS={"confirm_email": None}):
        answer = client.post(
            "/account/inloggen/",
            {"login": FIELDS["email"], "password": FIELDS["password1"]},
        )
    assert answer["Location"] == "/account/e-mail/code/"
    assert who(client) is None
    assert len(mail.outbox) == 2


@override_settings(ACCOUNT_SIGNUP_ENABLED=False)
def test_signing_up_can_be_closed(client, db):
    page = BeautifulSoup(client.get("/account/aanmelden/").content, "html.parser")
    assert words(page.h1) == "Aanmelden kan nu niet"
    client.post("/account/aanmelden/", FIELDS)
    assert User.objects.count() == 0
    page = BeautifulSoup(client.get("/account/inloggen/").content, "html.parser")
    assert page.find("a", string="Meld u aan") is None


def test_who_is_signed_in_has_an_account(client, bas):
    client.force_login(bas)
    for method in (client.get, client.post):
        assert method("/account/aanmelden/")["Location"] == "/account/"
