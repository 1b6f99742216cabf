"""What the ratings, lessons and adoptions of a practice come down to."""

from practices.models import Adoption, Lesson, Level
from practices.models.ratings import Kind

# How sure we are, from nothing known to strong signs. A study that found no effect is as sure as
# one that found some; it comes after those because a reader looks for what helped.
EVIDENCE_RANKS = {
    "experience": 1,
    "described": 2,
    "reasoned": 3,
    "no-effect": 4,
    "first": 5,
    "good": 6,
    "strong": 7,
}


def newest_ratings(practice):
    """Return the ratings that hold now: the newest per kind, and per theme for effects."""
    held = [rating for rating in practice.ratings.all() if not rating.is_expired]
    newest = {}
    for rating in sorted(held, key=lambda rating: rating.assessed_on):
        newest[rating.kind, rating.theme_id] = rating
    return list(newest.values())


def evidence_level(practice):
    """Return the level of evidence that holds now (`good`, `first` …), or None."""
    levels = [_suffix(r.level) for r in newest_ratings(practice) if r.kind == Kind.EVIDENCE]
    return levels[0] if levels else None


def effects(practice):
    """Return the effects that hold now, and `did-not-work` when a lesson or adoption says so."""
    found = [_suffix(r.level) for r in newest_ratings(practice) if r.kind == Kind.EFFECT]
    lessons = any(lesson.kind == Lesson.Kind.DID_NOT_WORK for lesson in practice.lessons.all())
    adoptions = any(
        adoption.outcome == Adoption.Outcome.DID_NOT_WORK for adoption in practice.adoptions.all()
    )
    if lessons or adoptions:
        found.append("did-not-work")
    return tuple(dict.fromkeys(found))


def _suffix(level):
    return Level(level).value.partition(":")[2]
