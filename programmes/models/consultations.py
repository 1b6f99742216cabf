"""Consultation reports: what a government and municipalities agreed in a round of talks."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Orderable
from wagtail.search import index

from content.blocks import StoryBlock
from content.models import Area, BasePage
from programmes import panels


class ConsultationReportPage(BasePage):
    """The report of a round of talks with municipalities."""

    period = models.CharField(_("wanneer"), max_length=60)
    body = StreamField(StoryBlock(), verbose_name=_("verslag"))

    search_fields = BasePage.search_fields + [index.SearchField("body")]
    content_panels = panels.CONSULTATION
    parent_page_types = ["programmes.ProgrammePage"]
    subpage_types = []
    template = "pages/consultation_report_page.html"

    class Meta:
        verbose_name = _("verslag van overleg")
        verbose_name_plural = _("verslagen van overleg")

    @property
    def list_label(self):
        """Return when the talks were."""
        return self.period

    def get_context(self, request, *args, **kwargs):
        """Add the programme and the municipalities with what they decided."""
        from programmes import queries

        return super().get_context(request, *args, **kwargs) | queries.consultation_overview(self)


class ConsultedMunicipality(Orderable):
    """A municipality that took part, and what it decided about the partnership."""

    class Partnership(models.TextChoices):
        CONTINUES = "continues", _("gaat door")
        ENDS = "ends", _("eindigt")

    page = ParentalKey(
        ConsultationReportPage, on_delete=models.CASCADE, related_name="municipalities"
    )
    area = models.ForeignKey(
        Area, verbose_name=_("gemeente"), on_delete=models.PROTECT, related_name="consultations"
    )
    partnership = models.CharField(_("partnerschap"), max_length=10, choices=Partnership)
    note = models.TextField(_("toelichting"), blank=True)

    class Meta(Orderable.Meta):
        verbose_name = _("gemeente in het overleg")
        verbose_name_plural = _("gemeenten in het overleg")
