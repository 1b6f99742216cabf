"""What experiences and replies have in common: somebody wrote it, others may act on it."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext_lazy as _

KEY_LENGTH = 12
# Without those that look alike: people read keys to each other.
KEY_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def make_key():
    """Return a name for an address that tells nothing, not even how many there are."""
    return get_random_string(KEY_LENGTH, KEY_CHARACTERS)


class State(models.TextChoices):
    """Where a post stands; only what is shown is there for others than its author."""

    DRAFT = "draft", _("Concept")
    WAITING = "waiting", _("Wacht op een moderator")
    SHOWN = "shown", _("Geplaatst")
    HIDDEN = "hidden", _("Verborgen")


class PostKind(models.TextChoices):
    """What a post is, as addresses and the log of moderators call it."""

    EXPERIENCE = "ervaring", _("Ervaring")
    REPLY = "reactie", _("Reactie")


class Post(models.Model):
    """Something a member wrote.

    `form` is the number that the form carried: sending the same form twice gives one post.
    The author is None once that person has left the site.
    """

    key = models.CharField(max_length=KEY_LENGTH, default=make_key, unique=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("schrijver"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="%(class)ss",
    )
    form = models.UUIDField(null=True, blank=True)
    body = models.TextField(_("tekst"), max_length=20_000, blank=True)
    state = models.CharField(_("stand"), max_length=10, choices=State, default=State.DRAFT)
    hidden_because = models.TextField(_("reden van verbergen"), blank=True, max_length=1000)
    created = models.DateTimeField(_("begonnen"), default=timezone.now)
    shown_since = models.DateTimeField(_("geplaatst"), null=True, blank=True)
    edited = models.DateTimeField(_("gewijzigd"), null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def author_name(self):
        """Return who wrote it, or that this person is no longer on the site."""
        return str(self.author) if self.author else _("Oud-lid")

    @property
    def is_shown(self):
        """Tell whether others than the author may read it, as far as its state goes."""
        return self.state == State.SHOWN
