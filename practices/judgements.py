"""What the ratings, lessons and adoptions of a practice come down to."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

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
# What each kind of judgement says, and what it does not.
MEANINGS = {
    Kind.EVIDENCE: _(
        "Hoe zeker weten wij dat dit werkt? Dit zegt niet hoe groot het effect is. "
        "Het is ook geen aanbeveling."
    ),
    Kind.EFFECT: _("Wat veranderde er, per thema?"),
    Kind.COST: _("Hoeveel geld is ermee gemoeid?"),
    Kind.TRANSFER: _("Kunt u dit in een andere wijk ook doen?"),
}


@dataclass(frozen=True)
class Verdict:
    """The judgements of one kind: those that count, and those that a later one replaced."""

    kind: Kind
    current: tuple
    earlier: tuple

    @property
    def meaning(self):
        """Return what this kind of judgement says."""
        return MEANINGS[self.kind]


def verdicts(practice):
    """Return a verdict per kind, in the order of the kinds, empty where nobody judged yet."""
    ratings = _judged(practice)
    last = _last_words(ratings)
    current = [rating for rating in ratings if rating in last]
    earlier = [rating for rating in _newest_first(ratings) if rating not in last]
    return [Verdict(kind, tuple(_of(kind, current)), tuple(_of(kind, earlier))) for kind in Kind]


def newest_ratings(practice):
    """Return the ratings that hold now: the last word on each subject, if it is not expired."""
    return [rating for rating in _last_words(_judged(practice)) if not rating.is_expired]


def evidence_level(practice):
    """Return the level of evidence that holds now (`good`, `first` …), or None."""
    levels = [rating.grade for rating in _of(Kind.EVIDENCE, newest_ratings(practice))]
    return levels[0] if levels else None


def cost_bands(practice):
    """Return the bands of costs that hold now (`low`, `middle` …)."""
    found = [rating.grade for rating in _of(Kind.COST, newest_ratings(practice))]
    return tuple(dict.fromkeys(found))


def effects(practice):
    """Return the effects that hold now, and `did-not-work` when a lesson or adoption says so."""
    found = [rating.grade for rating in _of(Kind.EFFECT, newest_ratings(practice))]
    lessons = any(lesson.kind == Lesson.Kind.DID_NOT_WORK for lesson in practice.lessons.all())
    adoptions = any(
        adoption.outcome == Adoption.Outcome.DID_NOT_WORK for adoption in practice.adoptions.all()
    )
    if lessons or adoptions:
        found.append("did-not-work")
    return tuple(dict.fromkeys(found))


def lessons_by_kind(practice):
    """Return the three lists of lessons (worked, did not work, depends), or none at all."""
    lessons = list(practice.lessons.all())
    if not lessons:
        return []
    return [(kind, [lesson for lesson in lessons if lesson.kind == kind]) for kind in Lesson.Kind]


def _judged(practice):
    # A draft may hold a rating whose level is still to be chosen.
    return [rating for rating in practice.ratings.all() if rating.level in Level.values]


def _newest_first(ratings):
    # Of two judgements of one day the one that stands lower in the form is the later.
    return sorted(ratings, key=lambda rating: rating.assessed_on)[::-1]


def _last_words(ratings):
    """Keep the newest per subject: a kind, with the theme of an effect or the unit of a cost."""
    newest = {}
    for rating in _newest_first(ratings):
        newest.setdefault((rating.kind, rating.theme_id, rating.unit), rating)
    return list(newest.values())


def _of(kind, ratings):
    return [rating for rating in ratings if rating.kind == kind]
