"""Stopping with one click, from a mail, without signing in (RFC 8058)."""

from django.contrib.auth import get_user_model
from django.core import signing

from following import contacts, domain
from following.models import Preference

SALT = "following.stopping"
PERSON, ADDRESS = "person", "address"


def for_person(user):
    """Return the token with which a member stops the overviews."""
    return signing.dumps([PERSON, user.pk], salt=SALT)


def for_address(address):
    """Return the token with which a contact stops the mails about changes."""
    return signing.dumps([ADDRESS, contacts.fingerprint(address)], salt=SALT)


def read(token):
    """Return whom a token is for, or None when nobody gave it out."""
    try:
        return tuple(signing.loads(token, salt=SALT))
    except signing.BadSignature:
        return None


def stop(whom):
    """Stop the mails to whom a token is for; stopping twice is stopping once."""
    kind, mark = whom
    if kind == ADDRESS:
        contacts.stop_telling(mark)
        return
    user = get_user_model().objects.filter(pk=mark).first()
    if user:
        domain.choose_often(user, Preference.Often.NEVER)
