"""What others say to an experience."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .experiences import Experience
from .posts import Post, PostKind, State


class Reply(Post):
    """A reply to an experience; `asks_author` marks it as a question to who wrote that."""

    kind = PostKind.REPLY

    experience = models.ForeignKey(Experience, on_delete=models.CASCADE, related_name="replies")
    asks_author = models.BooleanField(_("dit is een vraag aan de schrijver"), default=False)

    class Meta:
        verbose_name = _("reactie")
        verbose_name_plural = _("reacties")
        # What waits for a moderator stands last, in every kind of database.
        ordering = [F("shown_since").asc(nulls_last=True), "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["author", "form"],
                name="one_reply_per_form",
                condition=Q(form__isnull=False),
            ),
            # A reply is sent or it is not: there is no draft of it.
            models.CheckConstraint(condition=~Q(state=State.DRAFT), name="no_draft_of_a_reply"),
        ]

    def __str__(self):
        return self.body[:60]

    @property
    def community(self):
        """Return the community of the conversation."""
        return self.experience.community

    def get_absolute_url(self):
        """Return the place in the conversation."""
        return f"{self.experience.get_absolute_url()}#reactie-{self.key}"


class ReplyVersion(models.Model):
    """What a reply said before it was changed."""

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="versions")
    body = models.TextField(_("tekst"))
    until = models.DateTimeField(_("tot"), default=timezone.now)

    class Meta:
        verbose_name = _("eerdere versie van een reactie")
        verbose_name_plural = _("eerdere versies van reacties")
        ordering = ["-until", "-pk"]

    def __str__(self):
        return self.body[:60]
