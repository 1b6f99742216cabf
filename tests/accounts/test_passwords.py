"""A forgotten password, another password, another mail address, and the sessions that end."""

from django.core import mail
from django.test import Client

from tests.accounts.signing import PASSWORD, code_in_mail, sign_in, who

NEW = "nieuwe bankjes op het plein"


def forget(client, email="mira@voorbeeld.example"):
    return client.post("/account/wachtwoord/vergeten/", {"email": email})


def test_a_forgotten_password_is_replaced_with_a_code_from_a_mail(client, mira):
    assert forget(client)["Location"] == "/account/wachtwoord/vergeten/code/"
    code = code_in_mail()
    answer = client.post("/account/wachtwoord/vergeten/code/", {"code": code})
    assert answer["Location"] == "/account/wachtwoord/vergeten/nieuw/"
    answer = client.post("/account/wachtwoord/vergeten/nieuw/", {"password1": NEW})
    assert answer["Location"] == "/account/wachtwoord/vergeten/klaar/"
    assert sign_in(mira)[1].status_code == 400
    assert sign_in(mira, password=NEW)[1].status_code == 302
    assert [message.subject for message in mail.outbox] == [
        "Uw code voor een nieuw wachtwoord",
        "Uw wachtwoord is vernieuwd",
    ]


def test_a_code_for_a_new_password_works_once_and_for_one_browser(client, mira):
    forget(client)
    code = code_in_mail()
    stranger = Client()
    answer = stranger.post("/account/wachtwoord/vergeten/code/", {"code": code})
    assert answer["Location"] == "/account/inloggen/"
    client.post("/account/wachtwoord/vergeten/code/", {"code": code})
    client.post("/account/wachtwoord/vergeten/nieuw/", {"password1": NEW})

    for place, sent in (("code/", {"code": code}), ("nieuw/", {"password1": PASSWORD})):
        assert client.post(f"/account/wachtwoord/vergeten/{place}", sent).status_code == 302
    assert sign_in(mira, password=NEW)[1].status_code == 302


def test_nobody_chooses_a_password_before_the_code(client, mira):
    forget(client)
    answer = client.post("/account/wachtwoord/vergeten/nieuw/", {"password1": NEW})
    assert answer["Location"] == "/account/wachtwoord/vergeten/code/"
    assert sign_in(mira)[1].status_code == 302


def test_another_password_ends_every_other_session_and_is_told_by_mail(mira):
    here, there = sign_in(mira)[0], sign_in(mira)[0]
    answer = here.post("/account/wachtwoord/", {"oldpassword": PASSWORD, "password1": NEW})
    assert answer["Location"] == "/account/wachtwoord/"
    assert here.get("/account/").status_code == 200
    assert there.get("/account/")["Location"] == "/account/inloggen/?next=/account/"
    assert mail.outbox[-1].subject == "Uw wachtwoord is veranderd"


def test_another_password_needs_the_one_of_now(mira):
    client, _answer = sign_in(mira)
    answer = client.post("/account/wachtwoord/", {"oldpassword": "fout", "password1": NEW})
    assert answer.status_code == 400
    assert "Dit is niet uw wachtwoord van nu." in answer.content.decode()
    assert sign_in(mira)[1].status_code == 302


def test_signing_out_everywhere_else_leaves_this_session_alone(mira):
    here, there = sign_in(mira)[0], sign_in(mira)[0]
    assert here.get("/account/apparaten/").content.decode().count("dit apparaat</span>") == 1
    assert here.post("/account/apparaten/")["Location"] == "/account/apparaten/"
    assert (who(here), who(there)) == (str(mira.pk), None)


def test_another_mail_address_counts_when_its_code_was_filled_in(mira):
    client, _answer = sign_in(mira)
    new = {"email": "mira@elders.example", "action_add": ""}
    answer = client.post("/account/e-mail/", new)
    assert answer["Location"] == "/account/e-mail/code/"
    mira.refresh_from_db()
    assert mira.email == "mira@voorbeeld.example"
    client.post("/account/e-mail/code/", {"code": code_in_mail()})
    mira.refresh_from_db()
    assert mira.email == "mira@elders.example"
    assert sign_in(mira, login="mira@voorbeeld.example")[1].status_code == 400
    assert sign_in(mira, login="mira@elders.example")[1].status_code == 302
