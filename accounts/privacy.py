"""What is kept of somebody, over the whole site: to take along, or to take away.

Every app that keeps something of people registers a `Keeper` when it is ready; a test names every
model that refers to a person.
"""

from collections.abc import Callable
from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.db import transaction

from accounts.models import User


@dataclass(frozen=True)
class Unsettled:
    """What others depend on somebody for: in words what to do about it first, and where."""

    words: str
    url: str


def _nothing_unsettled(person):
    return []


@dataclass(frozen=True)
class Keeper:
    """What one app keeps of people.

    `export` returns everything of a person as plain data (what JSON can hold). `erase` takes it
    away, and is told whether the posts of that person stay, without a name. Rows that the
    database takes along with the person need no mention. `unsettled` tells what the person has to
    hand over before going.
    """

    name: str
    export: Callable[[User], dict]
    erase: Callable[[User, bool], None]
    unsettled: Callable[[User], list[Unsettled]] = _nothing_unsettled


_KEEPERS: dict[str, Keeper] = {}


def register(keeper: Keeper) -> None:
    """Add what an app keeps; an app does so once, when it is ready."""
    _KEEPERS[keeper.name] = keeper


def keepers() -> tuple[Keeper, ...]:
    """Return what all apps keep."""
    return tuple(_KEEPERS.values())


def export(person: User) -> dict:
    """Return everything that the site keeps of a person, as plain data."""
    found = {"account": _account(person)}
    return found | {keeper.name: keeper.export(person) for keeper in keepers()}


def unsettled(person: User) -> list[Unsettled]:
    """Return what a person has to hand over first; an operator may take that person away anyway."""
    return [found for keeper in keepers() for found in keeper.unsettled(person)]


@transaction.atomic
def erase(person: User, *, keep_posts: bool) -> None:
    """Take a person away from the whole site; with `keep_posts` the posts stay, without a name."""
    for keeper in keepers():
        keeper.erase(person, keep_posts)
    person.delete()


def _account(person):
    """Return what the account itself holds; secrets of apps and keys are nobody's to read."""
    devices = UserSession.objects.filter(user=person).order_by("created_at")
    steps = Authenticator.objects.filter(user=person).order_by("created_at")
    elsewhere = SocialAccount.objects.filter(user=person).order_by("pk")
    return {
        "username": person.username,
        "name": person.get_full_name(),
        "email": person.email,
        "addresses": list(EmailAddress.objects.filter(user=person).values_list("email", flat=True)),
        "since": person.date_joined.isoformat(),
        "last_login": person.last_login.isoformat() if person.last_login else None,
        "profile": {
            name: {"value": getattr(person, name), "shown_to": getattr(person, choice)}
            for name, choice in person.AUDIENCES.items()
        },
        "devices": [
            {"since": found.created_at.isoformat(), "ip": found.ip, "browser": found.user_agent}
            for found in devices
        ],
        "second_steps": [
            {"kind": found.type, "since": found.created_at.isoformat()} for found in steps
        ],
        "accounts_elsewhere": [
            {"provider": found.provider, "uid": found.uid} for found in elsewhere
        ],
    }
