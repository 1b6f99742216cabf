"""How complete the description of a practice is: the fifth rating, computed and never typed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as translate
from django.utils.translation import gettext_lazy as _

from content.validators import has_words
from practices.models.ratings import Kind


@dataclass(frozen=True)
class Part:
    """Something that a complete description tells, and how to see whether it does."""

    name: Any
    is_told: Callable


@dataclass(frozen=True)
class Completeness:
    """How many of the parts a description tells, and the names of those it does not."""

    told: int
    total: int
    missing: tuple

    @property
    def share(self):
        """Return the share of parts told, as a whole percentage."""
        return round(100 * self.told / self.total)

    @property
    def label(self):
        """Return the share in words."""
        if not self.missing:
            return translate("Volledig beschreven")
        if self.share >= 75:
            return translate("Bijna volledig beschreven")
        return translate("Deels beschreven") if self.share >= 40 else translate("Kort beschreven")

    @property
    def missing_text(self):
        """Return what is not told, as words in a sentence: the costs, a source and a contact."""
        *first, last = self.missing or ("",)
        if not first:
            return last
        return translate("%(first)s en %(last)s") % {"first": ", ".join(first), "last": last}


def completeness(practice):
    """Return how complete the description of a practice is.

    Every part counts the same. Reads the records of the practice: read them ahead with
    `queries.read_records` where more than one practice is asked.
    """
    missing = tuple(str(part.name) for part in PARTS if not part.is_told(practice))
    return Completeness(told=len(PARTS) - len(missing), total=len(PARTS), missing=missing)


def _tells_cost(practice):
    known = practice.cost_amount is not None or practice.cost_payers
    return known or _is_judged(practice, Kind.COST)


def _tells_contact(practice):
    return practice.contact_role or practice.contact_email or practice.contact_url


def _is_judged(practice, kind):
    return any(rating.kind == kind for rating in practice.ratings.all())


PARTS = (
    Part(_("het thema"), lambda practice: practice.theme_list),
    Part(_("het gebied"), lambda practice: practice.area_list),
    Part(_("de periode"), lambda practice: practice.start_year or practice.end_year),
    Part(_("de doelgroep"), lambda practice: practice.target_groups.all()),
    Part(_("wat er speelde"), lambda practice: has_words(practice.problem)),
    Part(_("wat er is gedaan"), lambda practice: has_words(practice.approach)),
    Part(_("de werkzame elementen"), lambda practice: practice.active_ingredients),
    Part(_("wat ervan kwam"), lambda practice: has_words(practice.result)),
    Part(_("de getallen"), lambda practice: practice.key_figures or practice.figures.all()),
    Part(_("de lessen"), lambda practice: practice.lessons.all()),
    Part(_("de voorwaarden"), lambda practice: has_words(practice.conditions)),
    Part(_("hoe u dit overneemt"), lambda practice: has_words(practice.transferability)),
    Part(_("de partners"), lambda practice: practice.partners.all()),
    Part(_("de kosten"), _tells_cost),
    Part(_("de onderbouwing"), lambda practice: _is_judged(practice, Kind.EVIDENCE)),
    Part(_("een contact"), _tells_contact),
    Part(_("een bron"), lambda practice: practice.sources),
)
