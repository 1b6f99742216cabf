"""What the contacts of practices were asked, and who wants no mail any more."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from practices.models import PracticePage


class ContactQuestion(models.Model):
    """The yearly question to the contact of a practice: are you still the one to turn to?

    `address` is the contact of then: when the practice has another by now, nobody needs to answer.
    """

    class Answer(models.TextChoices):
        RIGHT = "right", _("Klopt nog")
        WRONG = "wrong", _("Klopt niet meer")

    page = models.ForeignKey(
        PracticePage,
        verbose_name=_("praktijk"),
        on_delete=models.CASCADE,
        related_name="contact_questions",
    )
    address = models.EmailField(_("e-mailadres"))
    asked_at = models.DateTimeField(_("gevraagd op"), default=timezone.now)
    reminded_at = models.DateTimeField(_("nog eens gevraagd op"), null=True, blank=True)
    answered_at = models.DateTimeField(_("beantwoord op"), null=True, blank=True)
    answer = models.CharField(_("antwoord"), max_length=10, choices=Answer, blank=True)
    remark = models.TextField(_("opmerking"), max_length=2000, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("vraag aan een contact")
        verbose_name_plural = _("vragen aan contacten")
        ordering = ["-asked_at", "-pk"]
        constraints = [
            # Two who ask at once ask one thing.
            models.UniqueConstraint(
                fields=["page", "address"],
                condition=Q(answered_at=None),
                name="one_open_question_per_contact",
            )
        ]

    def __str__(self):
        return f"{self.page_id}, {self.asked_at:%Y-%m-%d}"


class StoppedAddress(models.Model):
    """Somebody without an account wants no mail about changes any more.

    Only a fingerprint of the address is kept: enough to keep quiet, too little to write to.
    """

    fingerprint = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(_("sinds"), default=timezone.now)

    class Meta:
        verbose_name = _("gestopt e-mailadres")
        verbose_name_plural = _("gestopte e-mailadressen")

    def __str__(self):
        return self.fingerprint[:12]
