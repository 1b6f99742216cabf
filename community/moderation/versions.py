"""What a post said before and what was changed in it, word by word."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.translation import gettext_lazy as _

from community.models import Audience, Outcome, PostKind

SAME, OLD, NEW = "same", "old", "new"
# A word with the space after it, so that no space is ever a change of its own.
TOKENS = re.compile(r"\S+\s*|\s+")
# Comparing takes the product of both lengths: where more than this was changed, all of it was.
MOST_COMPARED = 600 * 600
FIELDS = {
    PostKind.EXPERIENCE: {
        "title": _("Titel"),
        "body": _("Tekst"),
        "outcome": _("Werkte het"),
        "audience": _("Wie mag dit lezen"),
    },
    PostKind.REPLY: {"body": _("Tekst")},
}
CHOICES = {"outcome": dict(Outcome.choices), "audience": dict(Audience.choices)}


@dataclass(frozen=True)
class Change:
    """One time that a post was changed; `number` counts from the first."""

    number: int
    moment: object
    before: int
    after: int | None


def history(post):
    """Return every change of a post, latest first, in one query and without the texts."""
    rows = list(post.versions.order_by("until", "pk").values_list("pk", "until"))
    # After the last version comes the post as it is.
    following = [*(pk for pk, _until in rows[1:]), None]
    found = [
        Change(number, until, pk, after)
        for number, ((pk, until), after) in enumerate(zip(rows, following, strict=False), start=1)
    ]
    return found[::-1]


def chosen(told, number):
    """Return the change with a number, or the latest; None when nothing was changed."""
    latest = told[0] if told else None
    return next((change for change in told if str(change.number) == number), latest)


def differences(post, change):
    """Return pairs of the name of a field and its pieces, for each field that was changed."""
    versions = post.versions.in_bulk([pk for pk in (change.before, change.after) if pk])
    before, after = versions[change.before], versions.get(change.after, post)
    pairs = [
        (label, _told(before, name), _told(after, name))
        for name, label in FIELDS[post.kind].items()
    ]
    return [(label, pieces(old, new)) for label, old, new in pairs if old != new]


def pieces(old, new):
    """Return what stayed, went and came, in order: pairs of SAME, OLD or NEW and the words."""
    old, new = TOKENS.findall(old), TOKENS.findall(new)
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    middle = _compared(old[start : len(old) - end], new[start : len(new) - end])
    parts = [(SAME, old[:start]), *middle, (SAME, old[len(old) - end :])]
    return [(kind, "".join(words)) for kind, words in parts if words]


def _compared(old, new):
    if len(old) * len(new) > MOST_COMPARED:
        return [(OLD, old), (NEW, new)]
    found = []
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        found += [(SAME, old[i:j])] if tag == "equal" else [(OLD, old[i:j]), (NEW, new[k:m])]
    return found


def _alike(old, new):
    """Return how many words two lists have in common from the start."""
    pairs = zip(old, new, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))


def _told(version, name):
    value = getattr(version, name)
    return str(CHOICES[name].get(value, value)) if name in CHOICES else value
