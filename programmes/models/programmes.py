"""Programmes: what runs for years and in many places, and the news of it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from content import periods
from content.blocks import StoryBlock
from content.models import BasePage, Organisation, SectionPage
from content.validators import strange_moments, strange_period
from programmes import panels


class ProgrammeIndexPage(SectionPage):
    """The section of the programmes."""

    subpage_types = ["programmes.ProgrammePage"]

    class Meta:
        verbose_name = _("rubriek programma's")


class ProgrammePage(BasePage):
    """A policy or knowledge programme; its pillars are the themes in the scheme of pillars."""

    class Kind(models.TextChoices):
        POLICY = "policy", _("Beleidsprogramma")
        KNOWLEDGE = "knowledge", _("Kennisprogramma")

    kind = models.CharField(_("soort"), max_length=10, choices=Kind, default=Kind.POLICY)
    start_year = models.PositiveSmallIntegerField(_("begonnen in"), null=True, blank=True)
    end_year = models.PositiveSmallIntegerField(_("loopt tot en met"), null=True, blank=True)
    body = StreamField(StoryBlock(), verbose_name=_("verhaal"), blank=True)

    search_fields = BasePage.search_fields + [index.SearchField("body")]
    content_panels = panels.PROGRAMME
    parent_page_types = ["programmes.ProgrammeIndexPage"]
    subpage_types = [
        "programmes.ProgrammeUpdatePage",
        "programmes.GoalPage",
        "programmes.ConsultationReportPage",
    ]
    template = "pages/programme_page.html"

    class Meta:
        verbose_name = _("programma")
        verbose_name_plural = _("programma's")

    @property
    def list_label(self):
        """Return the kind of programme."""
        return self.get_kind_display()

    @property
    def period(self):
        """Return the years in words, or nothing when they are not known."""
        return periods.years(self.start_year, self.end_year)

    def clean(self):
        """Keep the years in order."""
        super().clean()
        if errors := strange_period(self):
            raise ValidationError(errors)

    def get_context(self, request, *args, **kwargs):
        """Add the goals by pillar, the updates and the consultations."""
        from programmes import queries

        return super().get_context(request, *args, **kwargs) | queries.programme_overview(self)


class ProgrammePartner(Orderable):
    """An organisation with its role in a programme."""

    page = ParentalKey(ProgrammePage, on_delete=models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisatie"),
        on_delete=models.PROTECT,
        related_name="programmes",
    )
    role = models.CharField(_("rol"), max_length=150)

    class Meta(Orderable.Meta):
        verbose_name = _("partner")


class ProgrammeUpdatePage(BasePage):
    """Dated news of a programme."""

    date = models.DateField(_("datum"), default=timezone.localdate)
    date_label = models.CharField(
        _("datum in woorden"),
        max_length=60,
        blank=True,
        help_text=_("Als de dag niet bekend is: najaar 2013, schooljaar 2013-2014."),
    )
    body = StreamField(StoryBlock(), verbose_name=_("verhaal"), blank=True)

    search_fields = BasePage.search_fields + [index.SearchField("body")]
    content_panels = panels.UPDATE
    parent_page_types = ["programmes.ProgrammePage"]
    subpage_types = []
    template = "pages/programme_update_page.html"

    class Meta:
        verbose_name = _("programmanieuws")
        verbose_name_plural = _("programmanieuws")

    @property
    def list_label(self):
        """Return the day, in the words of the source where it gives no day."""
        return self.date_label or date_format(self.date, "j F Y")

    def clean(self):
        """Ask for a day that can be."""
        super().clean()
        if errors := strange_moments(self, "date"):
            raise ValidationError(errors)

    def get_context(self, request, *args, **kwargs):
        """Add the programme, and the news before and after."""
        from programmes import queries

        return super().get_context(request, *args, **kwargs) | queries.update_overview(self)
