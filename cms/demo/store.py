"""Writes the rows of the demo content, and counts what was written."""

from cms.demo import fields
from cms.demo.reading import MISTAKES, Mistake, in_words
from cms.demo.references import References
from cms.demo.saying import repeat, says


class Store:
    """Creates what is not there and refreshes what says something else than the files.

    `kept` names the pages that a person has edited, which are left as they are.
    """

    def __init__(self, content):
        self.content = content
        self.references = References(content)
        self.created = self.changed = self.unchanged = 0
        self.kept = []

    def put(self, model, key, data):
        """Return the row with this key, saying what `data` says."""
        fresh = self.fresh(model, key, data)
        found = model.objects.filter(**{name: getattr(fresh, name) for name in key}).first()
        if found is None:
            fresh.save()
            self.created += 1
        else:
            self.refresh(fresh, found)
        return found or fresh

    def refresh(self, fresh, existing):
        """Make an existing row say what a fresh one says."""
        if self.differs(fresh, existing):
            repeat(fresh, existing)
            existing.save()

    def fresh(self, model, key, data):
        """Return a row that is not stored, saying what `data` says."""
        try:
            fresh = fields.fill(model(), key | data, self.references)
            fresh.clean_fields()
        except MISTAKES as error:
            raise Mistake(f"{', '.join(map(str, key.values()))}: {in_words(error)}") from error
        return fresh

    def differs(self, fresh, existing):
        """Tell whether an object must be refreshed, and count it."""
        same = says(existing) == says(fresh)
        self.unchanged += same
        self.changed += not same
        return not same
