"""Why a document stands where it stands: what it says of a question, and how much that counts.

    points of the words together × each of the factors = the score of the hit

An engine tells this from its own numbers; the sum is the score it gives the hit.
"""

from dataclasses import dataclass
from math import prod

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Way(TextChoices):
    """How what stands in a document is understood as what was asked for."""

    SAID = "said", _("het woord zelf")
    ROW = "row", _("de woorden naast elkaar")
    PARTS = "parts", _("de delen, los van elkaar")
    OTHER = "other", _("anders gezegd")
    ALIKE = "alike", _("lijkt erop")
    PIECES = "pieces", _("stukjes van een naam zijn gelijk")
    NEAR = "near", _("een deel ervan, of klinkt zo")


class Reason(TextChoices):
    """What makes all points count for more, or for less."""

    EACH = "each", _("meer van de gevraagde woorden staan er")
    ALL = "all", _("alle gevraagde woorden staan er")
    SAID_SO = "said-so", _("het woord zelf staat er")
    NAMED = "named", _("de vraag is de naam van de pagina")
    BOOST = "boost", _("dit soort pagina weegt anders")


FIELDS = {
    "title": _("titel"),
    "title_parts": _("delen van woorden in de titel"),
    "alternatives": _("andere namen"),
    "keywords": _("thema's, plaatsen en soort"),
    "summary": _("samenvatting"),
    "body": _("tekst"),
    "parts": _("delen van woorden"),
    "attached": _("bijlage"),
    "names": _("naam, letter voor letter"),
}


@dataclass(frozen=True)
class Found:
    """What stands in a document, as stems, and how that is understood."""

    text: str
    way: Way


@dataclass(frozen=True)
class Said:
    """What a document says of one thing that is asked for; `points` by field add up."""

    asked: str
    needed: bool
    found: tuple[Found, ...] = ()
    fields: tuple[tuple[str, float], ...] = ()

    @property
    def points(self):
        """Return what it adds to the score before the factors."""
        return sum(points for _name, points in self.fields)

    @property
    def places(self):
        """Return where it stands in words, with the points, most first."""
        most = sorted(self.fields, key=lambda field: -field[1])
        return [(FIELDS.get(name, name), points) for name, points in most]


@dataclass(frozen=True)
class Factor:
    """A reason, and how many times the points count for it."""

    reason: Reason
    times: float


@dataclass(frozen=True)
class Explanation:
    """Why one document has its score; `matches` tells whether it is an answer at all."""

    id: str
    matches: bool
    said: tuple[Said, ...]
    factors: tuple[Factor, ...] = ()

    @property
    def points(self):
        """Return the points of all words together."""
        return sum(said.points for said in self.said)

    @property
    def score(self):
        """Return the points times the factors: the score of the hit."""
        return self.points * prod(factor.times for factor in self.factors)

    @property
    def lacking(self):
        """Return what is asked for and does not stand in the document."""
        return [said.asked for said in self.said if said.needed and not said.points]


def in_pieces(question, grams, points):
    """Return what a name shares with a question that nothing answers in words."""
    asked = " ".join(concept.word for concept in question.needed)
    return Said(asked, True, (Found(" ".join(grams), Way.PIECES),), (("names", points),))


def called(concept):
    """Return what an editor recognises a concept by."""
    return concept.word or " ".join(concept.variants[0].stems)


def way(concept, variant):
    """Return how a variant of a concept is understood."""
    first = concept.variants[0]
    if variant.alike:
        return Way.ALIKE
    if first.alike:
        return Way.NEAR
    if not variant.in_a_row:
        return Way.PARTS
    if variant.stems != first.stems:
        return Way.OTHER
    return Way.SAID if len(variant.stems) == 1 else Way.ROW
