"""The demo logins: made at random, kept in the data folder and nowhere else."""

import json
import time

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
)
from django.conf import settings
from django.contrib.auth.models import Group
from django.utils.crypto import get_random_string

from accounts.models import User
from accounts.permissions import may_enter_admin, second_steps

PEOPLE = {
    "redacteur": {"first_name": "Roos", "last_name": "Redacteur", "group": "Moderators"},
    "beheerder": {"first_name": "Bram", "last_name": "Beheerder", "is_superuser": True},
    "coordinator": {"first_name": "Karim", "last_name": "Coördinator"},
    "lid": {"first_name": "Lisa", "last_name": "Lid"},
}
# An app shows another code after so many seconds.
PERIOD = 30


def logins_file():
    """Return the file that the logins are written to."""
    return settings.DATA_DIR / "demo-logins.json"


def load():
    """Create the people that are not there yet, each with a password of its own."""
    logins = known()
    for username, person in PEOPLE.items():
        if User.objects.filter(username=username).exists():
            continue
        fields = {name: value for name, value in person.items() if name != "group"}
        logins[username] = {"password": get_random_string(14)}
        user = User.objects.create_user(
            username, f"{username}@wijkkennis.example", logins[username]["password"], **fields
        )
        if "group" in person:
            user.groups.add(Group.objects.get(name=person["group"]))
    complete(logins)


def complete(logins):
    """Give the people of the demo what signing in asks besides a password, and write it down."""
    for user in User.objects.filter(username__in=logins):
        EmailAddress.objects.get_or_create(
            user=user, email=user.email, defaults={"verified": True, "primary": True}
        )
        if may_enter_admin(user) and not second_steps(user).exists():
            logins[user.username]["secret"] = secret = generate_totp_secret()
            TOTP.activate(user, secret)
    file = logins_file()
    file.touch(mode=0o600)
    file.write_text(json.dumps(logins, indent=2), encoding="utf-8")


def known():
    """Return password and secret by user name, as far as this machine made them."""
    file = logins_file()
    if not file.exists():
        return {}
    logins = json.loads(file.read_text(encoding="utf-8"))
    # A file of before there was a second step holds passwords alone.
    return {
        username: {"password": login} if isinstance(login, str) else login
        for username, login in logins.items()
    }


def code(secret, moment=None):
    """Return what an app with this secret shows at a moment."""
    return format_hotp_value(hotp_value(secret, int(moment or time.time()) // PERIOD))
