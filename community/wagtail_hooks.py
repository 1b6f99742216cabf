"""What those who keep communities see in the admin, and which communities stay."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from community import queries
from community.members.naming import Coordinators
from community.moderation.viewsets import BlockedWordViewSet
from community.permissions import Viewer
from content import staying


@hooks.register("register_admin_urls")
def coordinators():
    """Add the page on which the coordinators of communities are named."""
    return [path("coordinatoren/", Coordinators.as_view(), name="community_coordinators")]


class CoordinatorsItem(MenuItem):
    """Leads to that page who may go there."""

    def is_shown(self, request):
        """Tell whether somebody keeps all communities."""
        return Viewer.of(request).moderates_all


@hooks.register("register_admin_menu_item")
def coordinators_item():
    """Put the page in the menu."""
    url = reverse("community_coordinators")
    return CoordinatorsItem(_("Coördinatoren"), url, icon_name="group", order=350)


# What members wrote stays, and with it the community that they wrote it in.
staying.keep(
    queries.titles_with_experiences,
    _("Dit kan niet weg: in %(titles)s staan ervaringen van leden. Haal de pagina offline."),
    order=2,
)


@hooks.register("register_admin_viewset")
def blocked_words():
    """Add the list of blocked words."""
    return BlockedWordViewSet()
