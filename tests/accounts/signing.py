"""Signs up and in as people do, through the pages, with what they find in their mail."""

import re
import time

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.test import Client

from cms.demo.people import PERIOD, code
from tests.factories import UserFactory

PASSWORD = "fietsen door de wijk"
CODE = re.compile(r"^([A-Z0-9]{4}-[A-Z0-9]{4})$", re.MULTILINE)


def member(username, **fields):
    """Make somebody with a password and a mail address that is theirs."""
    person = UserFactory(username=username, **fields)
    person.set_password(PASSWORD)
    person.save()
    EmailAddress.objects.create(user=person, email=person.email, verified=True, primary=True)
    return person


def with_app(person):
    """Give somebody an app with codes, and return its secret."""
    secret = generate_totp_secret()
    TOTP.activate(person, secret)
    return secret


def shown_by(secret, later=0):
    """Return the code that an app shows, now or some periods later."""
    return code(secret, time.time() + later * PERIOD)


def sign_in(person, client=None, password=PASSWORD, **sent):
    """Fill in name and password, and return the browser and what came back."""
    client = client or Client()
    fields = {"login": person.username, "password": password, **sent}
    return client, client.post("/account/inloggen/", fields)


def sign_in_with(person, secret, later=0):
    """Sign in with password and app, and return the browser."""
    client, answer = sign_in(person)
    assert answer["Location"] == "/account/tweede-stap/inloggen/"
    answer = client.post(answer["Location"], {"code": shown_by(secret, later)})
    assert answer["Location"] == "/account/"
    return client


def who(client):
    """Return the key of who is signed in with a browser, or nothing."""
    return client.session.get("_auth_user_id")


def code_in_mail(message=None):
    """Return the code in the last mail."""
    return CODE.search((message or mail.outbox[-1]).body)[1]


def confirm(client, password=PASSWORD):
    """Confirm with a password that it is still you."""
    answer = client.post("/account/bevestigen/", {"password": password})
    assert answer.status_code == 302


def steps_of(person):
    """Return the kinds of second step that somebody has."""
    return sorted(Authenticator.objects.filter(user=person).values_list("type", flat=True))
