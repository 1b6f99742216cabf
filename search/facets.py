"""Every facet once: how it is called, in the querystring and on the page."""

from dataclasses import dataclass
from enum import Enum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(Enum):
    """How the values of a facet hang together."""

    TERMS = "terms"  # loose values, most frequent first
    TREE = "tree"  # values with a parent; a document holds the ancestors of its values too
    YEARS = "years"  # years, latest first
    ORDERED = "ordered"  # values with an order of their own (evidence)


@dataclass(frozen=True)
class Facet:
    """A way to narrow the results; several values of one facet mean any of them."""

    name: str
    parameter: str
    label: str
    kind: Kind = Kind.TERMS


FACETS = (
    Facet("type", "type", _("Soort")),
    Facet("theme", "thema", _("Thema"), Kind.TREE),
    Facet("method", "werkwijze", _("Werkwijze")),
    Facet("area", "gebied", _("Gebied"), Kind.TREE),
    Facet("evidence", "onderbouwing", _("Onderbouwing"), Kind.ORDERED),
    Facet("effect", "effect", _("Effect"), Kind.ORDERED),
    Facet("cost", "kosten", _("Kosten"), Kind.ORDERED),
    Facet("target_group", "doelgroep", _("Doelgroep")),
    Facet("indicator", "indicator", _("Met een cijfer over")),
    Facet("programme", "programma", _("Programma")),
    Facet("community", "community", _("Community")),
    Facet("year", "jaar", _("Jaar"), Kind.YEARS),
    Facet("status", "status", _("Status")),
)


# What documents can be narrowed by beside the facets, without a count: the codes of their own
# areas, the municipalities around those left out.
UNCOUNTED = ("place",)


class Type(TextChoices):
    """The types of document: as they stand in the querystring, and in words."""

    PRACTICE = "praktijk", _("Praktijk")
    METHOD = "werkwijze", _("Werkwijze")
    RESEARCH = "onderzoek", _("Onderzoek")
    PROGRAMME = "programma", _("Programma")
    UPDATE = "nieuws", _("Nieuws")
    GOAL = "doel", _("Doel")
    CONSULTATION = "overleg", _("Verslag van overleg")
    REPORT = "rapportage", _("Voortgangsrapportage")
    COMMUNITY = "community", _("Community")
    LEARNING = "leermateriaal", _("Leermateriaal")
    EVENT = "bijeenkomst", _("Bijeenkomst")
    EXPERIENCE = "ervaring", _("Ervaring")
    THEME = "thema", _("Thema")
    PAGE = "pagina", _("Pagina")
    AREA = "gebied", _("Gebied")
    INDICATOR = "indicator", _("Indicator")
    FIGURE = "cijfer", _("Cijfer")
    ORGANISATION = "organisatie", _("Organisatie")


TYPE_LABELS = dict(Type.choices)
# There are many times more figures than pages: who asks for nothing by words is shown no figures
# before they are chosen, or they would be most of what is there to choose from.
APART = (Type.FIGURE.value,)
