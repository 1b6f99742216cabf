"""How complete a description is, and what it still misses, in words."""

import pytest

from practices.completeness import PARTS, Completeness, completeness
from practices.models import Level
from tests.factories import PracticeFactory, RatingFactory, ThemeFactory

ALL = [str(part.name) for part in PARTS]


@pytest.fixture
def described(site):
    """Return a function that tells how complete a practice with these fields is."""

    def measure(**fields):
        return completeness(PracticeFactory(parent=site.practices, **fields))

    return measure


def test_a_title_and_a_summary_are_only_the_beginning(described):
    found = described()
    assert (found.told, found.total, found.share) == (0, 17, 0)
    assert found.label == "Kort beschreven"
    assert list(found.missing) == ALL


def test_everything_told_is_a_complete_description(whole):
    found = completeness(whole(1))
    assert (found.told, found.share, found.missing) == (17, 100, ())
    assert found.label == "Volledig beschreven"
    assert found.missing_text == ""


@pytest.mark.parametrize(
    ("fields", "part"),
    [
        ({"end_year": 2012}, "de periode"),
        ({"problem": "<p>Overlast.</p>"}, "wat er speelde"),
        ({"cost_amount": 0, "cost_unit": "per jaar"}, "de kosten"),
        ({"cost_payers": "De gemeente."}, "de kosten"),
        ({"contact_url": "https://voorbeeld.example"}, "een contact"),
        ({"sources": [("source", {"title": "Rapport"})]}, "een bron"),
    ],
)
def test_what_is_told_is_not_missing(described, fields, part):
    assert [name for name in ALL if name not in described(**fields).missing] == [part]


def test_a_theme_and_a_judgement_count(described):
    found = described(
        themes=[ThemeFactory()],
        ratings=[RatingFactory(), RatingFactory(level=Level.COST_LOW)],
    )
    told = [name for name in ALL if name not in found.missing]
    assert told == ["het thema", "de kosten", "de onderbouwing"]


def test_an_emptied_text_is_not_told(described):
    assert "wat er speelde" in described(problem='<p data-block-key="a1"> </p>').missing


@pytest.mark.parametrize(
    ("missing", "label"),
    [
        (0, "Volledig beschreven"),
        (4, "Bijna volledig beschreven"),
        (5, "Deels beschreven"),
        (10, "Deels beschreven"),
        (11, "Kort beschreven"),
    ],
)
def test_the_share_has_words(missing, label):
    found = Completeness(told=17 - missing, total=17, missing=tuple(ALL[:missing]))
    assert found.label == label


@pytest.mark.parametrize(
    ("missing", "text"),
    [
        ((), ""),
        (("de kosten",), "de kosten"),
        (("de kosten", "een bron"), "de kosten en een bron"),
        (("de lessen", "de kosten", "een bron"), "de lessen, de kosten en een bron"),
    ],
)
def test_what_is_missing_reads_as_a_sentence(missing, text):
    assert Completeness(told=0, total=17, missing=missing).missing_text == text
