"""Every facet once: how it is called, in the querystring and on the page."""

from dataclasses import dataclass
from enum import Enum

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
    Facet("target_group", "doelgroep", _("Doelgroep")),
    Facet("year", "jaar", _("Jaar"), Kind.YEARS),
    Facet("status", "status", _("Status")),
)
BY_NAME = {facet.name: facet for facet in FACETS}
BY_PARAMETER = {facet.parameter: facet for facet in FACETS}


class Type:
    """The types of document, as they stand in the querystring."""

    PRACTICE = "praktijk"
    METHOD = "werkwijze"
    RESEARCH = "onderzoek"
    PROGRAMME = "programma"
    UPDATE = "nieuws"
    GOAL = "doel"
    CONSULTATION = "overleg"
    COMMUNITY = "community"
    LEARNING = "leermateriaal"
    EVENT = "bijeenkomst"
    THEME = "thema"
    PAGE = "pagina"
    AREA = "gebied"
    INDICATOR = "indicator"
    FIGURE = "cijfer"
    ORGANISATION = "organisatie"


TYPE_LABELS = {
    Type.PRACTICE: _("Praktijk"),
    Type.METHOD: _("Werkwijze"),
    Type.RESEARCH: _("Onderzoek"),
    Type.PROGRAMME: _("Programma"),
    Type.UPDATE: _("Nieuws"),
    Type.GOAL: _("Doel"),
    Type.CONSULTATION: _("Verslag van overleg"),
    Type.COMMUNITY: _("Community"),
    Type.LEARNING: _("Leermateriaal"),
    Type.EVENT: _("Bijeenkomst"),
    Type.THEME: _("Thema"),
    Type.PAGE: _("Pagina"),
    Type.AREA: _("Gebied"),
    Type.INDICATOR: _("Indicator"),
    Type.FIGURE: _("Cijfer"),
    Type.ORGANISATION: _("Organisatie"),
}
