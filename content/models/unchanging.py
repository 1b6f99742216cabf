"""What is kept as it was when somebody quoted it: stored once, never changed or removed."""

from django.core.exceptions import ValidationError
from django.db import models


class UnchangingQuerySet(models.QuerySet):
    """Rows are added and read; none is changed or removed in bulk either."""

    def update(self, **fields):
        """Refuse: such a row never changes."""
        raise ValidationError(self.model.unchanging)

    def bulk_update(self, rows, fields, batch_size=None):
        """Refuse: such a row never changes."""
        raise ValidationError(self.model.unchanging)

    def delete(self):
        """Refuse: somebody may refer to such a row."""
        raise ValidationError(self.model.lasting)


class Unchanging(models.Model):
    """A row that can be stored once.

    `unchanging` says to an editor why it stays as it is, `lasting` why it stays at all.
    """

    unchanging = ""
    lasting = ""

    objects = UnchangingQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Store a new row; an existing one is not changed."""
        if not self._state.adding:
            raise ValidationError(self.unchanging)
        super().save(*args, **kwargs | {"force_insert": True})

    def delete(self, *args, **kwargs):
        """Refuse: somebody may refer to it; only what it is part of takes it along."""
        raise ValidationError(self.lasting)
