"""What editors see of practices besides their pages: target groups, and what evidence refuses."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, TitleFieldPanel

from content import staying
from content.viewsets import TermViewSet
from practices import queries
from practices.models import TargetGroup


class TargetGroupViewSet(TermViewSet):
    """The people that practices are meant for."""

    model = TargetGroup
    name = "target_groups"
    icon = "user"
    menu_label = _("Doelgroepen")
    list_display = ["name"]
    search_fields = ["name"]
    panels = [TitleFieldPanel("name", targets=["slug"]), FieldPanel("slug")]


@hooks.register("register_term_viewset")
def target_groups():
    """Put the target groups in the menu of terms."""
    return TargetGroupViewSet()


# Research is not deleted while a practice rests on it.
staying.keep(
    queries.titles_resting_on,
    _("Dit kan niet weg: het is bewijs bij %(titles)s. Haal het daar eerst weg."),
)
