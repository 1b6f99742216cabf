"""Finds what a content file refers to by its slug or code."""

from functools import cached_property

from django.core.management.base import CommandError
from wagtail.models import Page

from content.models import Area, Organisation, Theme
from indicators.models import Indicator
from practices.models import TargetGroup

KEYS = {
    Area: "code",
    Indicator: "code",
    Organisation: "slug",
    TargetGroup: "slug",
    Theme: "slug",
}


class References:
    """Everything that can be referred to, each kind read from the database once."""

    def __init__(self):
        self._found = {}
        self.snapshots = {}

    def get(self, model, key):
        """Return the object of a model with that slug or code, or stop with its name."""
        found = self.snapshots if model.__name__ == "IndicatorSnapshot" else self._by_key(model)
        if key not in found:
            raise CommandError(f"No {model._meta.verbose_name} {key!r} in the demo content.")
        return found[key]

    def add(self, instance):
        """Remember an object that was made after its kind had been read."""
        model = type(instance)
        self._by_key(model)[getattr(instance, self._key_field(model))] = instance

    @cached_property
    def sources(self):
        """Return the sources that pages refer to, by key."""
        from cms.demo import reading

        return reading.table("sources")

    def _by_key(self, model):
        if model not in self._found:
            key = self._key_field(model)
            self._found[model] = {getattr(found, key): found for found in model.objects.all()}
        return self._found[model]

    def _key_field(self, model):
        return "slug" if issubclass(model, Page) else KEYS[model]
