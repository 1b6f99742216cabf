"""What moderators work with: reports, appeals, words that wait, and the log of what was done."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from content.models import Unchanging

from .communities import CommunityPage
from .experiences import Experience
from .posts import PostKind
from .replies import Reply


def person(name, related_name="+"):
    """Return a field for somebody: the row stays when that person leaves the site."""
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=name,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name=related_name,
    )


def one_post(name):
    """Return the rule that a row is about an experience or a reply, and not about both."""
    experience = Q(experience__isnull=False, reply__isnull=True)
    reply = Q(experience__isnull=True, reply__isnull=False)
    return models.CheckConstraint(condition=experience | reply, name=name)


class AboutPost(models.Model):
    """Something about one experience or one reply."""

    experience = models.ForeignKey(
        Experience, null=True, blank=True, on_delete=models.CASCADE, related_name="%(class)ss"
    )
    reply = models.ForeignKey(
        Reply, null=True, blank=True, on_delete=models.CASCADE, related_name="%(class)ss"
    )
    text = models.TextField(_("toelichting"), blank=True, max_length=1000)
    created = models.DateTimeField(_("gestuurd"), default=timezone.now)
    answer = models.TextField(_("antwoord"), blank=True, max_length=1000)
    handled = models.DateTimeField(_("beantwoord"), null=True, blank=True)
    handled_by = person(_("beantwoord door"))

    class Meta:
        abstract = True

    @property
    def post(self):
        """Return the experience or reply that it is about."""
        return self.experience or self.reply

    @property
    def is_open(self):
        """Tell whether no moderator answered it yet."""
        return self.handled is None


class Report(AboutPost):
    """Somebody tells the moderators that something is wrong with a post, once per post.

    Who did is never told to the author of the post.
    """

    class Why(models.TextChoices):
        PERSONAL = "personal", _("Er staan gegevens in van een bewoner of iemand anders")
        HURTFUL = "hurtful", _("Het is kwetsend of discriminerend")
        UNTRUE = "untrue", _("Het klopt niet")
        ADVERTISING = "advertising", _("Het is reclame")
        OTHER = "other", _("Iets anders")

    class Outcome(models.TextChoices):
        OPEN = "open", _("Er is nog niet naar gekeken")
        STANDS = "stands", _("Het bericht blijft staan")
        HIDDEN = "hidden", _("Het bericht is verborgen")

    reporter = person(_("melder"), "reports")
    why = models.CharField(_("wat is er mis"), max_length=15, choices=Why)
    outcome = models.CharField(_("uitkomst"), max_length=10, choices=Outcome, default=Outcome.OPEN)

    class Meta:
        verbose_name = _("melding")
        verbose_name_plural = _("meldingen")
        ordering = ["created", "pk"]
        constraints = [
            one_post("report_about_one_post"),
            models.UniqueConstraint(
                fields=["reporter", "experience"], name="one_report_per_experience"
            ),
            models.UniqueConstraint(fields=["reporter", "reply"], name="one_report_per_reply"),
        ]

    def __str__(self):
        return str(self.get_why_display())


class ModerationAction(Unchanging):
    """What a moderator did: written down once, and never changed.

    Of the post only its kind and key are kept, so that the row outlives it. When a person leaves
    the site the row stays, without that person.
    """

    unchanging = _("Wat in het logboek staat, verandert niet.")
    lasting = _("Wat in het logboek staat, blijft staan.")

    class Kind(models.TextChoices):
        STANDS = "stands", _("Melding bekeken, bericht blijft staan")
        HIDDEN = "hidden", _("Bericht verborgen")
        RESTORED = "restored", _("Bericht weer getoond")
        APPROVED = "approved", _("Wachtend bericht geplaatst")
        REFUSED = "refused", _("Wachtend bericht geweigerd")
        APPEAL_GRANTED = "appeal-granted", _("Bezwaar toegewezen")
        APPEAL_REFUSED = "appeal-refused", _("Bezwaar afgewezen")
        ADMITTED = "admitted", _("Lid toegelaten")
        NOT_ADMITTED = "not-admitted", _("Vraag om mee te doen geweigerd")
        EXPELLED = "expelled", _("Lid uit de community gezet")
        APPOINTED = "appointed", _("Coördinator gemaakt")
        DISMISSED = "dismissed", _("Coördinator weer gewoon lid gemaakt")
        WORD_ADDED = "word-added", _("Geblokkeerd woord toegevoegd")
        WORD_REMOVED = "word-removed", _("Geblokkeerd woord weggehaald")

    kind = models.CharField(_("wat"), max_length=15, choices=Kind)
    actor = person(_("wie"))
    about = person(_("over wie"))
    community = models.ForeignKey(
        CommunityPage,
        verbose_name=_("community"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="moderation_actions",
    )
    post_kind = models.CharField(_("soort bericht"), max_length=10, choices=PostKind, blank=True)
    post_key = models.CharField(_("bericht"), max_length=12, blank=True)
    reason = models.TextField(_("reden"), blank=True, max_length=1000)
    moment = models.DateTimeField(_("wanneer"), default=timezone.now)

    class Meta:
        verbose_name = _("regel van het logboek")
        verbose_name_plural = _("logboek van moderators")
        ordering = ["-moment", "-pk"]
        indexes = [
            models.Index(fields=["community", "-moment"]),
            models.Index(fields=["post_key", "-moment"]),
        ]

    @property
    def is_about_somebody(self):
        """Tell whether it was about a person, also when that person left the site."""
        return self.kind not in (self.Kind.WORD_ADDED, self.Kind.WORD_REMOVED)

    def __str__(self):
        return f"{self.moment:%Y-%m-%d} {self.get_kind_display()}"


class Appeal(AboutPost):
    """An author does not agree that a post was hidden; once for each time it was."""

    against = models.OneToOneField(
        ModerationAction, on_delete=models.PROTECT, related_name="appeal"
    )
    granted = models.BooleanField(_("toegewezen"), null=True, blank=True)

    class Meta:
        verbose_name = _("bezwaar")
        verbose_name_plural = _("bezwaren")
        ordering = ["created", "pk"]
        constraints = [one_post("appeal_about_one_post")]

    def __str__(self):
        return self.text[:60]
