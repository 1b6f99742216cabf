"""The pages that editors put above the hits of a question."""

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, Panel
from wagtail.admin.ui.tables import Column

from content.viewsets import TermViewSet
from search import promotions
from search.models import Promotion
from search.viewsets.prefilling import PrefilledCreate


def _in_words(promotion):
    return _("ja") if promotion.is_shown else _("nee, niet gepubliceerd")


class BesidePanel(Panel):
    """Tells which other pages are promoted for the questions in the form."""

    class BoundPanel(Panel.BoundPanel):
        """That for one form."""

        template_name = "search/admin/beside.html"

        @cached_property
        def beside(self):
            """Return the other promotions by question."""
            return promotions.beside(self.form["words"].value() or "", self.instance)

        def is_shown(self):
            """Show nothing when there are none."""
            return bool(self.beside)

        def get_context_data(self, parent_context=None):
            """Add the other promotions, and how many are shown at most."""
            more = {"beside": self.beside, "most": promotions.MOST}
            return super().get_context_data(parent_context) | more


class PromotionViewSet(TermViewSet):
    """The list and the form of promoted pages."""

    model = Promotion
    name = "promotions"
    icon = "pick"
    menu_label = _("Aanbevolen pagina's")
    add_view_class = PrefilledCreate
    related = ("page",)
    list_display = [
        "words",
        "page",
        "position",
        Column("is_shown", label=_("Te zien"), accessor=_in_words),
    ]
    search_fields = ["words", "page__title", "reason"]
    panels = [
        FieldPanel("words"),
        BesidePanel(heading=_("Bij dezelfde vraag")),
        FieldPanel("page"),
        FieldPanel("reason"),
        FieldRowPanel([FieldPanel("position")]),
    ]
