"""The demo logins: made at random, kept in the data folder and nowhere else."""

import json

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils.crypto import get_random_string

from accounts.models import User

PEOPLE = {
    "redacteur": {"first_name": "Roos", "last_name": "Redacteur", "group": "Moderators"},
    "beheerder": {"first_name": "Bram", "last_name": "Beheerder", "is_superuser": True},
    "coordinator": {"first_name": "Karim", "last_name": "Coördinator"},
    "lid": {"first_name": "Lisa", "last_name": "Lid"},
}


def logins_file():
    """Return the file that the logins are written to."""
    return settings.DATA_DIR / "demo-logins.json"


def load():
    """Create the people that are not there yet, each with a password of its own."""
    passwords = known()
    for username, person in PEOPLE.items():
        if User.objects.filter(username=username).exists():
            continue
        fields = {name: value for name, value in person.items() if name != "group"}
        passwords[username] = get_random_string(14)
        user = User.objects.create_user(
            username, f"{username}@wijkkennis.example", passwords[username], **fields
        )
        if "group" in person:
            user.groups.add(Group.objects.get(name=person["group"]))
    file = logins_file()
    file.touch(mode=0o600)
    file.write_text(json.dumps(passwords, indent=2), encoding="utf-8")


def known():
    """Return the passwords by user name, as far as this machine made them."""
    file = logins_file()
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
