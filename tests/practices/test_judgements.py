"""What the ratings, lessons and adoptions of a practice come down to."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from practices import judgements
from practices.models import Adoption, Lesson, Level
from practices.models.ratings import LADDERS, Kind
from tests.factories import (
    MunicipalityFactory,
    PracticeFactory,
    RatingFactory,
    ThemeFactory,
)

YESTERDAY = timezone.localdate() - timedelta(days=1)
EARLY, LATE = date(2012, 1, 1), date(2013, 1, 1)


@pytest.fixture
def rated(site):
    """Return a function that makes a practice with the ratings given."""

    def make(*ratings, **fields):
        return PracticeFactory(parent=site.practices, ratings=list(ratings), **fields)

    return make


def levels(ratings):
    return [rating.level for rating in ratings]


def verdict(practice, kind):
    return next(found for found in judgements.verdicts(practice) if found.kind == kind)


def test_the_newest_rating_is_the_one_that_counts(rated):
    practice = rated(
        RatingFactory(level=Level.EVIDENCE_GOOD, assessed_on=LATE),
        RatingFactory(level=Level.EVIDENCE_DESCRIBED, assessed_on=EARLY),
    )
    assert judgements.evidence_level(practice) == "good"
    assert levels(verdict(practice, Kind.EVIDENCE).current) == [Level.EVIDENCE_GOOD]
    assert levels(verdict(practice, Kind.EVIDENCE).earlier) == [Level.EVIDENCE_DESCRIBED]


def test_of_two_ratings_of_one_day_the_lower_in_the_form_counts(rated):
    practice = rated(
        RatingFactory(level=Level.EVIDENCE_GOOD), RatingFactory(level=Level.EVIDENCE_NONE)
    )
    assert judgements.evidence_level(practice) == "no-effect"


def test_an_expired_rating_no_longer_holds_but_is_still_shown(rated):
    practice = rated(RatingFactory(level=Level.EVIDENCE_GOOD, expires_on=YESTERDAY))
    assert judgements.evidence_level(practice) is None
    assert levels(verdict(practice, Kind.EVIDENCE).current) == [Level.EVIDENCE_GOOD]


def test_what_a_later_rating_replaced_does_not_come_back_when_that_one_expires(rated):
    practice = rated(
        RatingFactory(level=Level.EVIDENCE_STRONG, assessed_on=EARLY),
        RatingFactory(level=Level.EVIDENCE_NONE, assessed_on=LATE, expires_on=YESTERDAY),
    )
    assert judgements.evidence_level(practice) is None


def test_a_rating_holds_on_its_last_day(rated):
    today = timezone.localdate()
    practice = rated(RatingFactory(level=Level.EVIDENCE_GOOD, expires_on=today))
    assert judgements.evidence_level(practice) == "good"


def test_each_theme_has_an_effect_of_its_own(rated):
    work, health = ThemeFactory(label="Werken"), ThemeFactory(label="Gezondheid")
    practice = rated(
        RatingFactory(level=Level.EFFECT_IMPROVED, theme=work, assessed_on=EARLY),
        RatingFactory(level=Level.EFFECT_WORSENED, theme=health),
        RatingFactory(level=Level.EFFECT_UNCHANGED, theme=work, assessed_on=LATE),
    )
    effect = verdict(practice, Kind.EFFECT)
    assert [(rating.theme.label, rating.grade) for rating in effect.current] == [
        ("Gezondheid", "worsened"),
        ("Werken", "unchanged"),
    ]
    assert levels(effect.earlier) == [Level.EFFECT_IMPROVED]


def test_costs_per_unit_stand_beside_each_other(rated):
    practice = rated(
        RatingFactory(level=Level.COST_HIGH, unit="per jaar"),
        RatingFactory(level=Level.COST_LOW, unit="per gezin"),
    )
    assert levels(verdict(practice, Kind.COST).current) == [Level.COST_HIGH, Level.COST_LOW]


def test_every_kind_has_a_verdict_with_its_meaning(rated):
    found = judgements.verdicts(rated())
    assert [(verdict.kind, verdict.current, verdict.earlier) for verdict in found] == [
        (kind, (), ()) for kind in Kind
    ]
    assert str(found[0].meaning) == (
        "Hoe zeker weten wij dat dit werkt? Dit zegt niet hoe groot het effect is. "
        "Het is ook geen aanbeveling."
    )


def test_a_draft_may_hold_a_rating_without_a_level(site):
    practice = PracticeFactory(parent=site.practices, live=False)
    practice.ratings = [RatingFactory(level="")]
    assert judgements.evidence_level(practice) is None


def test_effects_tell_what_changed_and_each_once(rated):
    practice = rated(
        *(RatingFactory(level=Level.EFFECT_IMPROVED, theme=ThemeFactory()) for _ in range(2)),
        RatingFactory(level=Level.EFFECT_WORSENED, theme=ThemeFactory(), expires_on=YESTERDAY),
    )
    assert judgements.effects(practice) == ("improved",)


def test_a_lesson_that_says_so_makes_it_a_practice_that_did_not_work(rated):
    lesson = Lesson(kind=Lesson.Kind.DID_NOT_WORK, text="Brieven sturen.")
    assert judgements.effects(rated(lessons=[lesson])) == ("did-not-work",)


def test_an_adoption_that_failed_makes_it_a_practice_that_did_not_work(rated):
    area = MunicipalityFactory()
    failed = Adoption(area=area, outcome=Adoption.Outcome.DID_NOT_WORK)
    fine = Adoption(area=area, outcome=Adoption.Outcome.PARTLY)
    assert judgements.effects(rated(adoptions=[failed])) == ("did-not-work",)
    assert judgements.effects(rated(adoptions=[fine])) == ()


def test_lessons_stand_in_three_lists(rated):
    practice = rated(
        lessons=[
            Lesson(kind=Lesson.Kind.DEPENDS, text="Het geld."),
            Lesson(kind=Lesson.Kind.WORKED, text="Langsgaan."),
            Lesson(kind=Lesson.Kind.WORKED, text="Luisteren."),
        ]
    )
    found = judgements.lessons_by_kind(practice)
    assert [(kind.label, [lesson.text for lesson in lessons]) for kind, lessons in found] == [
        ("Werkte", ["Langsgaan.", "Luisteren."]),
        ("Werkte niet", []),
        ("Hangt ervan af", ["Het geld."]),
    ]


def test_without_lessons_there_are_no_lists(rated):
    assert judgements.lessons_by_kind(rated()) == []


@pytest.mark.parametrize(
    ("level", "ladder", "step"),
    [
        (Level.EVIDENCE_EXPERIENCE, [True, False, False, False, False, False], 1),
        (Level.EVIDENCE_STRONG, [True] * 6, 6),
        (Level.EVIDENCE_NONE, [], 0),
        (Level.EFFECT_IMPROVED, [], 0),
        (Level.COST_MIDDLE, [True, True, False, False], 2),
        (Level.TRANSFER_READY, [True] * 4, 4),
    ],
)
def test_a_level_has_its_place_on_the_ladder(level, ladder, step):
    rating = RatingFactory(level=level)
    assert (rating.ladder, rating.step) == (ladder, step)


def test_every_level_that_can_be_ordered_is_on_a_ladder():
    beside = {Level.EVIDENCE_NONE} | {level for level in Level if level.kind == Kind.EFFECT}
    assert {level for steps in LADDERS.values() for level in steps} == set(Level) - beside


def test_every_level_of_evidence_has_its_rank():
    grades = {level.value.partition(":")[2] for level in Level if level.kind == Kind.EVIDENCE}
    assert set(judgements.EVIDENCE_RANKS) == grades
