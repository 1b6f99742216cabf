"""The abstract pages that every page type builds on, and their links to themes and areas."""

from http import HTTPMethod

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page
from wagtail.search import index

from content import panels
from content.blocks import SourceBlock
from content.forms import PageForm
from content.paging import Parts
from content.validators import MaxWords

from .areas import Area
from .images import SiteImage
from .themes import Theme

# Pages are read; what sends something to one is answered 405.
READING = [HTTPMethod.GET, HTTPMethod.HEAD, HTTPMethod.OPTIONS]


class BasePage(Page):
    """A page with content: what every one of them has, whatever its type.

    Links to themes and areas hang on Wagtail's own page table, so that one query finds every
    kind of page about a theme or an area.
    """

    summary = models.TextField(
        _("samenvatting"),
        validators=[MaxWords(600)],
        help_text=_("In het kort, hoogstens 600 woorden. Zo staat de pagina ook in lijsten."),
    )
    cover = models.ForeignKey(
        SiteImage,
        verbose_name=_("omslagbeeld"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Laat leeg voor een getekende straat die bij het thema past."),
    )
    sources = StreamField(
        [("source", SourceBlock())],
        verbose_name=_("bronnen"),
        blank=True,
        help_text=_("Waar staat wat hier beweerd wordt?"),
    )

    search_fields = Page.search_fields + [index.SearchField("summary")]

    base_form_class = PageForm
    content_panels = Page.content_panels + panels.SUMMARY
    promote_panels = panels.PROMOTE
    allowed_http_methods = READING

    class Meta:
        abstract = True

    @cached_property
    def theme_list(self):
        """Return the themes of the page in the order the editor gave them."""
        return [link.theme for link in self.theme_links.select_related("theme")]

    @cached_property
    def area_list(self):
        """Return the areas of the page, each with its municipality."""
        return [link.area for link in self.area_links.select_related("area__parent")]

    @property
    def list_label(self):
        """Return what stands above the title in a list, or nothing."""
        return ""

    @property
    def tint(self):
        """Return the tint of the first theme, which colours the cover."""
        return self.theme_list[0].tint if self.theme_list else Theme.Tint.BRICK


class ThemeLink(Orderable):
    """A page is about a theme."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="theme_links")
    theme = models.ForeignKey(
        Theme, verbose_name=_("thema"), on_delete=models.PROTECT, related_name="page_links"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("thema")
        constraints = [models.UniqueConstraint(fields=["page", "theme"], name="one_link_per_theme")]


class AreaLink(Orderable):
    """A page is about an area."""

    page = ParentalKey(Page, on_delete=models.CASCADE, related_name="area_links")
    area = models.ForeignKey(
        Area, verbose_name=_("gebied"), on_delete=models.PROTECT, related_name="page_links"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("gebied")
        constraints = [models.UniqueConstraint(fields=["page", "area"], name="one_link_per_area")]


class SectionPage(Page):
    """A section of the site: an introduction and the pages below it, a number at a time.

    `subpage_types` names the one type of page that it holds, `entry_order` how those are sorted:
    as the editors put them, unless a section says otherwise.
    """

    introduction = models.TextField(_("inleiding"), blank=True)

    page_size = 12
    entry_order = ("path",)
    max_count = 1
    content_panels = Page.content_panels + panels.INTRODUCTION
    promote_panels = panels.PROMOTE
    allowed_http_methods = READING

    class Meta:
        abstract = True

    def entries(self):
        """Return the pages of the section that everybody may see, in its order."""
        from content.queries import public

        (model,) = self.allowed_subpage_models()
        return public(model.objects.child_of(self)).order_by(*self.entry_order)

    def get_template(self, request, *args, **kwargs):
        """Return the one template of all sections (Wagtail gives every page type its own)."""
        return "pages/section_page.html"

    def get_context(self, request, *args, **kwargs):
        """Add the requested part of the entries; a page number out of range gives the nearest."""
        from content.queries import with_subjects

        entries = Parts(self.entries(), self.page_size).get_page(request.GET.get("pagina"))
        entries.object_list = with_subjects(entries.object_list)
        return super().get_context(request, *args, **kwargs) | {"entries": entries}
