"""Compares the index with the database: what is missing, what should be gone, who may see it."""

from dataclasses import dataclass, field

from wagtail.models import Page

from search import builders, changes, keys
from search.documents import PUBLIC
from search.engines.selection import engine as chosen_engine
from search.figures import indexing
from search.visibility import Restrictions

BATCH = 200


@dataclass
class Differences:
    """The keys in which index and database differ, by what is wrong with them."""

    missing: list[str] = field(default_factory=list)
    orphaned: list[str] = field(default_factory=list)
    wrongly_visible: list[str] = field(default_factory=list)

    @property
    def keys(self):
        """Return every key that differs."""
        return [*self.missing, *self.orphaned, *self.wrongly_visible]


def audit(engine=None):
    """Return the differences of an engine, with what waits in the queue dealt with first."""
    engine = engine or chosen_engine()
    changes.drain(engine)
    stored = {key: token for key, _version, token in engine.stored()}
    expected = expected_tokens()
    missing, orphaned = indexing.differences(engine)
    return Differences(
        missing=[*sorted(expected.keys() - stored.keys()), *missing],
        orphaned=[*sorted(stored.keys() - expected.keys()), *orphaned],
        wrongly_visible=sorted(
            key for key, token in stored.items() if expected.get(key, token) != token
        ),
    )


def repair(differences, engine=None):
    """Index again what differs."""
    engine = engine or chosen_engine()
    for start in range(0, len(differences.keys), BATCH):
        changes.write(engine, differences.keys[start : start + BATCH])


def expected_tokens():
    """Return the visibility token of everything that can be found, by key."""
    found = list(builders.all_keys())
    restrictions = Restrictions.load()
    paths = Page.objects.filter(pk__in=keys.numbers(found, keys.PAGE)).values_list("pk", "path")
    tokens = {keys.of_page(number): restrictions.token(path) for number, path in paths}
    return {key: tokens.get(key, PUBLIC) for key in found}
