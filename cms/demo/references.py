"""Finds what a content file refers to by its slug or code."""

from functools import cached_property

from wagtail.models import Page

from cms.demo.reading import Mistake
from content.models import Area, Organisation, Theme
from indicators.models import Indicator
from practices.models import TargetGroup

# What is not here and no page either (datasets, snapshots) goes by the key it has in its file.
KEYS = {Area: "code", Indicator: "code", Organisation: "slug", TargetGroup: "slug", Theme: "slug"}


class References:
    """Everything that can be referred to, each kind read from the database once."""

    def __init__(self, content):
        self._content = content
        self._known = {}

    def get(self, model, key):
        """Return the object of a model with that slug or code."""
        try:
            return self._of(model)[key]
        except KeyError:
            raise Mistake(f"There is no {model._meta.verbose_name} {key!r}.") from None

    def add(self, instance, key=None):
        """Remember an object that was made after its kind had been read."""
        model = type(instance)
        self._of(model)[key or getattr(instance, _key_field(model))] = instance

    def source(self, key):
        """Return a source that pages refer to."""
        try:
            return self._sources[key]
        except KeyError:
            raise Mistake(f"There is no source {key!r} in sources.toml.") from None

    @cached_property
    def _sources(self):
        return self._content.table("sources")

    def _of(self, model):
        if model not in self._known:
            field = _key_field(model)
            found = model.objects.all() if field else ()
            self._known[model] = {getattr(instance, field): instance for instance in found}
        return self._known[model]


def _key_field(model):
    return "slug" if issubclass(model, Page) else KEYS.get(model)
