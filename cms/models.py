"""The pages of the site itself: home, standard pages and the landing pages of themes."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from content import panels as shared
from content.blocks import StoryBlock
from content.models import READING, BasePage, SectionPage, Theme


class HomePage(Page):
    """The front page: one question, and what is new."""

    question = models.CharField(_("de vraag"), max_length=120)
    introduction = models.TextField(_("inleiding"))
    examples = models.TextField(
        _("voorbeelden van zoekvragen"),
        blank=True,
        help_text=_("Zet komma's tussen de vragen. Zij staan onder het zoekvak."),
    )

    content_panels = Page.content_panels + [
        FieldPanel("question"),
        FieldPanel("introduction"),
        FieldPanel("examples"),
    ]
    promote_panels = shared.PROMOTE
    allowed_http_methods = READING
    max_count = 1
    template = "pages/home_page.html"

    class Meta:
        verbose_name = _("voorpagina")

    def get_context(self, request, *args, **kwargs):
        """Add the examples, what is new, the themes and the areas."""
        from cms import queries

        return (
            super().get_context(request, *args, **kwargs)
            | queries.home()
            | {"examples": [text.strip() for text in self.examples.split(",") if text.strip()]}
        )


class StandardPage(BasePage):
    """A page of text: about, accessibility, privacy, contact."""

    body = StreamField(StoryBlock(), verbose_name=_("tekst"))

    search_fields = BasePage.search_fields + [index.SearchField("body")]
    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("body"),
        *shared.SOURCES,
        *shared.COVER,
    ]
    subpage_types = ["cms.StandardPage"]
    template = "pages/standard_page.html"

    class Meta:
        verbose_name = _("gewone pagina")
        verbose_name_plural = _("gewone pagina's")


class ThemeIndexPage(SectionPage):
    """The section of the themes."""

    subpage_types = ["cms.ThemePage"]

    class Meta:
        verbose_name = _("rubriek thema's")


class ThemePage(BasePage):
    """The landing page of a theme: what is at stake, and everything about it."""

    theme = models.OneToOneField(
        Theme, verbose_name=_("thema"), on_delete=models.PROTECT, related_name="landing_page"
    )
    body = StreamField(StoryBlock(), verbose_name=_("tekst"), blank=True)

    search_fields = BasePage.search_fields + [index.SearchField("body")]
    content_panels = [
        TitleFieldPanel("title"),
        FieldPanel("summary"),
        FieldPanel("theme"),
        FieldPanel("body"),
        *shared.SOURCES,
        *shared.COVER,
    ]
    parent_page_types = ["cms.ThemeIndexPage"]
    subpage_types = []
    template = "pages/theme_page.html"

    class Meta:
        verbose_name = _("themapagina")
        verbose_name_plural = _("themapagina's")

    def get_context(self, request, *args, **kwargs):
        """Add the pages and indicators of the theme."""
        from cms import queries

        return super().get_context(request, *args, **kwargs) | queries.theme_overview(self.theme)
