"""The demo logins: made at random, kept in one file that only its owner can read."""

import json
import stat

import pytest
from django.contrib.auth import authenticate

from accounts.models import User
from cms.demo import people

pytestmark = pytest.mark.usefixtures("db")


@pytest.fixture
def file(settings, tmp_path):
    """Return the file with the logins, made anew in an empty folder."""
    settings.DATA_DIR = tmp_path
    User.objects.all().delete()
    people.load()
    return people.logins_file()


def test_the_file_holds_passwords_that_open_the_accounts(file):
    logins = json.loads(file.read_text(encoding="utf-8"))
    assert sorted(logins) == ["beheerder", "coordinator", "lid", "redacteur"]
    for username, login in logins.items():
        known = authenticate(username=username, password=login["password"])
        assert known.username == username


def test_only_the_owner_can_read_the_file(file):
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_second_time_the_passwords_stay_as_they_are(file):
    before = file.read_text(encoding="utf-8")
    people.load()
    assert file.read_text(encoding="utf-8") == before


def passwords(logins):
    return {login["password"] for login in logins.values()}


def test_two_installations_do_not_share_a_password(file):
    before = people.known()
    User.objects.all().delete()
    people.load()
    assert passwords(before).isdisjoint(passwords(people.known()))


def test_only_the_administrator_may_do_everything(file):
    assert list(User.objects.filter(is_superuser=True).values_list("username", flat=True)) == [
        "beheerder"
    ]
    assert [group.name for group in User.objects.get(username="redacteur").groups.all()] == [
        "Moderators"
    ]
