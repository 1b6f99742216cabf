"""Finding terms by parts of their names."""

import pytest

from content.finding import containing
from content.models import Area, Theme, ThemeLabel
from tests.factories import MunicipalityFactory, NeighbourhoodFactory, ThemeFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("wijk", ["Rivierenwijk", "Schilderswijk"]),
        ("wijk haag", ["Schilderswijk"]),
        ("HAAG", ["Den Haag", "Schilderswijk"]),
        ("  ", ["Den Haag", "Deventer", "Rivierenwijk", "Schilderswijk"]),
        ("wijk\x00haag", ["Schilderswijk"]),
        ("100%", []),
        ("_", []),
    ],
)
def test_every_word_has_to_occur_somewhere(words, names):
    the_hague, deventer = MunicipalityFactory(name="Den Haag"), MunicipalityFactory(name="Deventer")
    NeighbourhoodFactory(name="Schilderswijk", parent=the_hague)
    NeighbourhoodFactory(name="Rivierenwijk", parent=deventer)
    found = containing(Area.objects.order_by("name"), words, ("name", "parent__name"))
    assert [area.name for area in found] == names


def test_a_term_with_two_other_words_that_match_comes_once():
    theme = ThemeFactory(label="Schooluitval")
    theme.alternative_labels = [ThemeLabel(label="schoolverlaters"), ThemeLabel(label="van school")]
    theme.save()
    found = containing(Theme.objects.all(), "school", ("label", "alternative_labels__label"))
    assert list(found) == [theme]
