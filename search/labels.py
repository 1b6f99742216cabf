"""The words for facet values, and the order in which a facet shows them."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from content.models import Area, Theme
from practices.models import Level, MethodPage, PracticePage, TargetGroup
from search.facets import TYPE_LABELS

EVIDENCE = {
    level.value.partition(":")[2]: level.label for level in Level if level.kind == "evidence"
}
EFFECT = {
    "improved": Level.EFFECT_IMPROVED.label,
    "unchanged": Level.EFFECT_UNCHANGED.label,
    "worsened": Level.EFFECT_WORSENED.label,
    "unknown": Level.EFFECT_UNKNOWN.label,
    "did-not-work": _("Werkte niet"),
}
STATUS = dict(PracticePage.Status.choices)


@dataclass(frozen=True)
class Label:
    """A value in words; `parent` is the value it lies under in a tree, or empty."""

    text: str
    parent: str = ""


class Labels:
    """The words for every value, each kind read in one query when it is first asked for.

    Only what lies in the database is read: a value nobody knows has no label, and a
    querystring that holds one is answered with a message.
    """

    def of(self, facet_name):
        """Return the labels of a facet by value, in the order of the facet."""
        return getattr(self, facet_name)

    def text(self, facet_name, value):
        """Return a value in words."""
        found = self.of(facet_name).get(value)
        return found.text if found else value

    @cached_property
    def type(self):
        return _labels(TYPE_LABELS)

    @cached_property
    def evidence(self):
        return _labels(EVIDENCE)

    @cached_property
    def effect(self):
        return _labels(EFFECT)

    @cached_property
    def status(self):
        return _labels(STATUS)

    @cached_property
    def theme(self):
        themes = Theme.objects.values_list("slug", "label", "broader__slug")
        return {slug: Label(label, broader or "") for slug, label, broader in themes}

    @cached_property
    def area(self):
        areas = Area.objects.values_list("code", "name", "kind", "parent__code").order_by("name")
        return {
            code: Label(name, parent or "" if kind == Area.Kind.NEIGHBOURHOOD else "")
            for code, name, kind, parent in areas
        }

    @cached_property
    def method(self):
        methods = MethodPage.objects.live().public().values_list("slug", "title")
        return {slug: Label(title) for slug, title in methods.order_by("title")}

    @cached_property
    def target_group(self):
        groups = TargetGroup.objects.values_list("slug", "name")
        return {slug: Label(name) for slug, name in groups}

    @cached_property
    def year(self):
        # Every year is its own word; which ones there are is what the counts tell.
        return Years()


class Years:
    """Labels of years, without a list of them."""

    def get(self, value):
        """Return the year itself, or None when it is none."""
        is_year = len(value) == 4 and value.isascii() and value.isdigit()
        return Label(value) if is_year else None


def _labels(texts):
    return {str(value): Label(str(text)) for value, text in texts.items()}
