"""Progress reports: composed of live figures, which are frozen when the report is published."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.fields import StreamField
from wagtail.search import index

from content.models import BasePage, SectionPage, Unchanging
from content.validators import strange_moments
from programmes import panels
from programmes.blocks import ReportBlock


class ProgressReportIndexPage(SectionPage):
    """The section of the progress reports."""

    subpage_types = ["programmes.ProgressReportPage"]
    entry_order = ("-date", "-path")

    class Meta:
        verbose_name = _("rubriek voortgangsrapportages")


class ProgressReportPage(BasePage):
    """A report on how it goes, chapter by chapter.

    A draft shows what the platform knows now. Publishing makes an edition
    (`programmes.domain.make_edition`), which keeps that; visitors see the last edition.
    """

    period = models.CharField(_("waarover"), max_length=60, help_text=_("Bijvoorbeeld: 2013."))
    date = models.DateField(_("datum"), default=timezone.localdate)
    date_label = models.CharField(
        _("datum in woorden"),
        max_length=60,
        blank=True,
        help_text=_("Als de dag niet bekend is: najaar 2013."),
    )
    addressed_to = models.CharField(_("voor wie"), max_length=150, blank=True)
    body = StreamField(ReportBlock(), verbose_name=_("rapport"))

    search_fields = BasePage.search_fields + [index.SearchField("body")]
    content_panels = panels.REPORT
    parent_page_types = ["programmes.ProgressReportIndexPage"]
    subpage_types = []
    template = "pages/progress_report_page.html"

    class Meta:
        verbose_name = _("voortgangsrapportage")
        verbose_name_plural = _("voortgangsrapportages")

    @property
    def list_label(self):
        """Return what the report is about, and of when it is."""
        return f"{self.period} · {self.day}"

    @property
    def day(self):
        """Return the day of the report, in the words of its source where that gives no day."""
        return self.date_label or date_format(self.date, "j F Y")

    def clean(self):
        """Ask for a day that can be."""
        super().clean()
        if errors := strange_moments(self, "date"):
            raise ValidationError(errors)

    def publish(self, *args, **kwargs):
        """Publish, and keep what the report shows: both happen, or neither."""
        with transaction.atomic():
            return super().publish(*args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        """Add the chapters, as they were published or, in a preview, as they would be."""
        from programmes.reporting import showing

        found = super().get_context(request, *args, **kwargs)
        return found | showing.page_context(self, getattr(request, "is_preview", False))


class ReportEdition(Unchanging):
    """A report as it was published: its text, and every figure in it.

    `content` holds the fields of the page, its `body` and, in `parts`, what each block of figures
    showed (`programmes.reporting.composing`). `hash` is the SHA-256 of all of it.
    """

    report = models.ForeignKey(
        ProgressReportPage, on_delete=models.CASCADE, related_name="editions"
    )
    number = models.PositiveSmallIntegerField(_("uitgave"))
    content = models.JSONField(_("inhoud"))
    made_at = models.DateTimeField(_("gemaakt op"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gemaakt door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    hash = models.CharField(_("controlegetal"), max_length=64, unique=True)

    unchanging = _("Een uitgave verandert niet. Maak een nieuwe uitgave.")
    lasting = _("Een uitgave blijft bestaan: iemand kan ernaar verwijzen.")

    class Meta:
        verbose_name = _("uitgave van een rapport")
        verbose_name_plural = _("uitgaven van rapporten")
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="one_edition_per_number")
        ]

    def __str__(self):
        return f"{self.content['title']}, {_('uitgave')} {self.number}"

    def get_absolute_url(self):
        """Return the address under which this edition can be cited."""
        return reverse("report_edition", args=[self.hash[:16]])

    @property
    def pdf_url(self):
        """Return the address of this edition as a PDF."""
        return reverse("report_pdf", args=[self.hash[:16]])
