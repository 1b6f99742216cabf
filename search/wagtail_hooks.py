"""What editors see of search."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSetGroup

from search.viewsets import (
    MissedViewSet,
    PromotionViewSet,
    RankingViewSet,
    RefusedViewSet,
    SynonymViewSet,
    UnreadViewSet,
)


class SearchGroup(ModelViewSetGroup):
    """The menu of search."""

    # Wagtail calls its own search box "Zoeken".
    menu_label = _("Zoekfunctie")
    menu_icon = "search"
    menu_order = 700
    items = (
        SynonymViewSet(),
        PromotionViewSet(),
        MissedViewSet(),
        RankingViewSet(),
        RefusedViewSet(),
        UnreadViewSet(),
    )


@hooks.register("register_admin_viewset")
def search_viewsets():
    """Add the menu of search."""
    return SearchGroup()
