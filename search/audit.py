"""Compares an index with the database: what is missing, what should be gone, who may see it.

And whether a document is what would be made of its object now: a stale one was made of an older
state of it, or by an older version of the site.
"""

from dataclasses import dataclass, field, fields

from wagtail.models import Page

from search import builders, changes, indexing, keys
from search.builders import experiences
from search.documents import PUBLIC
from search.figures import indexing as figures
from search.visibility import Restrictions

BATCH = 200


@dataclass
class Differences:
    """The keys in which index and database differ, by what is wrong with them."""

    missing: list[str] = field(default_factory=list)
    orphaned: list[str] = field(default_factory=list)
    wrongly_visible: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)

    @property
    def keys(self):
        """Return every key that differs."""
        return [key for kind in self.by_kind.values() for key in kind]

    @property
    def by_kind(self):
        """Return the keys by what is wrong with them."""
        return {kind.name: getattr(self, kind.name) for kind in fields(self)}

    def among(self, wanted):
        """Return the differences in these keys alone."""
        return Differences(
            **{
                name: [key for key in found if key in wanted]
                for name, found in self.by_kind.items()
            }
        )


def audit(engine, contents=True, report=lambda count, total: None):
    """Return the differences of an engine, with what waits in the queue dealt with first.

    Without `contents` no document is looked into: much faster, and blind to stale ones.
    `report` is called with the number of documents looked into, and how many there are.
    """
    changes.drain(engine, at_once=True)
    stored = {key: token for key, _version, token in engine.stored()}
    expected = expected_tokens()
    no_figures, too_many_figures = figures.differences(engine)
    right = sorted(key for key, token in stored.items() if expected.get(key) == token)
    found = Differences(
        missing=sorted(expected.keys() - stored.keys()),
        orphaned=sorted(stored.keys() - expected.keys()),
        wrongly_visible=sorted((stored.keys() & expected.keys()) - set(right)),
        stale=_stale(engine, right, report) if contents else [],
    )
    # Somebody may have changed it meanwhile: what still differs now, differs.
    changes.drain(engine)
    found = found.among(set(_differing(engine, found.keys)))
    found.missing += no_figures
    found.orphaned += too_many_figures
    return found


def repair(differences, engine):
    """Index again what differs."""
    for batch in _batches(differences.keys):
        left = indexing.write(engine, batch)
        changes.bury(engine, left.refused)
        changes.record(left.later)


def expected_tokens():
    """Return the visibility token of everything that can be found, by key."""
    found = list(builders.all_keys())
    restrictions = Restrictions.load()
    paths = Page.objects.values_list("pk", "path").iterator()
    tokens = {keys.of_page(number): restrictions.token(path) for number, path in paths}
    tokens |= experiences.tokens()
    return {key: tokens.get(key, PUBLIC) for key in found}


def _stale(engine, wanted, report):
    found = []
    for start, batch in enumerate(_batches(wanted)):
        found += _differing(engine, batch)
        report(start * BATCH + len(batch), len(wanted))
    return found


def _differing(engine, wanted):
    """Yield those of the keys whose document is not what would be made now."""
    for batch in _batches(wanted):
        documents, unreadable = builders.build_or_tell(batch)
        stored = engine.fingerprints(batch)
        for key in batch:
            document = documents.get(key)
            if key in unreadable or stored.get(key) != (document and document.fingerprint):
                yield key


def _batches(wanted):
    for start in range(0, len(wanted), BATCH):
        yield wanted[start : start + BATCH]
