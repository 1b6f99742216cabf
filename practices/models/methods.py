"""Methods: the general approach behind many practices."""

from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField, StreamField
from wagtail.search import index

from content.blocks import TEXT_FEATURES
from content.models import BasePage, SectionPage
from practices import panels
from practices.blocks import IngredientBlock, PointBlock


class MethodIndexPage(SectionPage):
    """The section of the methods."""

    subpage_types = ["practices.MethodPage"]

    class Meta:
        verbose_name = _("rubriek werkwijzen")


class MethodPage(BasePage):
    """A way of working: when it fits, what makes it work, what gets in the way."""

    when_it_fits = RichTextField(_("wanneer past deze werkwijze"), features=TEXT_FEATURES)
    approach = RichTextField(_("zo gaat het"), features=TEXT_FEATURES, blank=True)
    active_ingredients = StreamField(
        [("ingredient", IngredientBlock())], verbose_name=_("werkzame elementen"), blank=True
    )
    conditions = StreamField([("point", PointBlock())], verbose_name=_("voorwaarden"), blank=True)
    pitfalls = StreamField([("point", PointBlock())], verbose_name=_("valkuilen"), blank=True)
    known_effect = RichTextField(
        _("wat is bekend over het effect"), features=TEXT_FEATURES, blank=True
    )

    search_fields = BasePage.search_fields + [
        index.SearchField("when_it_fits"),
        index.SearchField("approach"),
    ]
    content_panels = panels.METHOD
    parent_page_types = ["practices.MethodIndexPage"]
    subpage_types = []
    template = "pages/method_page.html"

    class Meta:
        verbose_name = _("werkwijze")
        verbose_name_plural = _("werkwijzen")

    def get_context(self, request, *args, **kwargs):
        """Add the practices that follow this method, read in a fixed number of queries."""
        from practices import queries

        return super().get_context(request, *args, **kwargs) | queries.method_overview(self)
