"""Finds what a content file refers to by its slug or code."""

from functools import cached_property

from cms.demo.reading import Mistake

# What files call a thing by; what has neither (datasets, snapshots) by its key in its own file.
KEYS = ("code", "slug")


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
    names = {field.name for field in model._meta.fields}
    return next((key for key in KEYS if key in names), None)
