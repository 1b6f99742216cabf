"""Research, with the judgement of the scientific commission."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.search import index

from content.blocks import TEXT_FEATURES
from content.models import BasePage, Organisation, SectionPage
from content.queries import latest
from content.validators import strange_moments
from practices import panels
from practices.forms import PageForm


class ResearchIndexPage(SectionPage):
    """The section of research."""

    subpage_types = ["practices.ResearchPage"]
    entry_order = (latest("year"), "title")

    class Meta:
        verbose_name = _("rubriek onderzoek")


class ResearchPage(BasePage):
    """A study: what it did, how well, what it says and what it is evidence for.

    The three judgements are those of the Wetenschappelijke Commissie Wijkaanpak: the method,
    the quality of execution and what policy gets out of it.
    """

    commissioner = models.ForeignKey(
        Organisation,
        verbose_name=_("opdrachtgever"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="commissioned_research",
    )
    authors = models.CharField(_("onderzoekers"), max_length=250, blank=True)
    year = models.PositiveSmallIntegerField(_("jaar"), null=True, blank=True)
    findings = RichTextField(_("wat kwam eruit"), features=TEXT_FEATURES)
    method = RichTextField(_("opzet"), features=TEXT_FEATURES, blank=True)
    method_judgement = models.TextField(_("oordeel over de opzet"), blank=True)
    execution_judgement = models.TextField(_("oordeel over de uitvoering"), blank=True)
    policy_judgement = models.TextField(_("oordeel over wat beleid eraan heeft"), blank=True)
    judged_by = models.CharField(_("beoordeeld door"), max_length=150, blank=True)
    judged_on = models.CharField(_("jaar van het oordeel"), max_length=10, blank=True)
    recommendation = RichTextField(_("aanbeveling"), features=TEXT_FEATURES, blank=True)

    search_fields = BasePage.search_fields + [
        index.SearchField("findings"),
        index.SearchField("authors"),
    ]
    base_form_class = PageForm
    content_panels = panels.RESEARCH
    parent_page_types = ["practices.ResearchIndexPage"]
    subpage_types = []
    template = "pages/research_page.html"

    class Meta:
        verbose_name = _("onderzoek")
        verbose_name_plural = _("onderzoeken")

    def clean(self):
        """Ask for a year that can be."""
        super().clean()
        if errors := strange_moments(self, "year"):
            raise ValidationError(errors)

    def get_context(self, request, *args, **kwargs):
        """Add the judgements of this research and the practices that it is evidence for."""
        from practices import queries

        return super().get_context(request, *args, **kwargs) | queries.research_overview(self)
