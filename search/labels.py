"""The words for facet values, and the order in which a facet shows them."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Case, F, Value, When
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from community.models import CommunityPage
from content.models import Area, Theme
from content.queries import public
from indicators.models import Indicator
from practices.models import Level, MethodPage, PracticePage, TargetGroup
from programmes.models import ProgrammePage
from search.facets import TYPE_LABELS


def _levels(kind):
    return {level.value.partition(":")[2]: level.label for level in Level if level.kind == kind}


EVIDENCE = _levels("evidence")
COST = _levels("cost")
EFFECT = {
    "improved": Level.EFFECT_IMPROVED.label,
    "unchanged": Level.EFFECT_UNCHANGED.label,
    "worsened": Level.EFFECT_WORSENED.label,
    "unknown": Level.EFFECT_UNKNOWN.label,
    "did-not-work": _("Werkte niet"),
}
STATUS = dict(PracticePage.Status.choices)
FIXED = {
    "type": TYPE_LABELS,
    "evidence": EVIDENCE,
    "effect": EFFECT,
    "cost": COST,
    "status": STATUS,
}
NO_PARENT = Value("")


@dataclass(frozen=True)
class Label:
    """A value in words; `parent` is the value it lies under in a tree, or empty."""

    text: str
    parent: str = ""


class Labels:
    """The words for every value: those in the database are read together, in one query.

    They are read when the first is asked for. A value nobody knows, or whose page not everybody
    may see, has no label, and a querystring that holds one is answered with a message.
    """

    def of(self, facet_name):
        """Return the labels of a facet by value, in the order of the facet."""
        if facet_name == "year":
            return Years()
        if facet_name in FIXED:
            return _labels(FIXED[facet_name])
        return self._read.get(facet_name, {})

    def text(self, facet_name, value):
        """Return a value in words."""
        found = self.of(facet_name).get(value)
        return found.text if found else value

    @cached_property
    def _read(self):
        found = {}
        for facet_name, value, text, parent in _rows():
            found.setdefault(facet_name, {})[value] = Label(text, parent or "")
        return found


def _rows():
    parent = Case(When(kind=Area.Kind.NEIGHBOURHOOD, then=F("parent__code")), default=NO_PARENT)
    return _values("theme", Theme, "slug", "label", F("broader__slug")).union(
        _values("area", Area, "code", "name", parent),
        _values("indicator", Indicator, "code", "short_name"),
        _values("target_group", TargetGroup, "slug", "name"),
        _values("method", MethodPage, "slug", "title"),
        _values("programme", ProgrammePage, "slug", "title"),
        _values("community", CommunityPage, "slug", "title"),
        all=True,
    )


def _values(facet_name, model, value, text, parent=NO_PARENT):
    records = public(model.objects.all()) if issubclass(model, Page) else model.objects.all()
    return (
        records.order_by()
        .annotate(_facet=Value(facet_name), _value=F(value), _words=F(text), _parent=parent)
        .values_list("_facet", "_value", "_words", "_parent")
    )


class Years:
    """Labels of years, without a list of them: which ones there are is what the counts tell."""

    def get(self, value):
        """Return the year itself, or None when it is none."""
        is_year = len(value) == 4 and value.isascii() and value.isdigit()
        return Label(value) if is_year else None


def _labels(texts):
    return {str(value): Label(str(text)) for value, text in texts.items()}
