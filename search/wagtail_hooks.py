"""What editors see of search: the synonyms, and what the engine refused."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from content.viewsets import TermViewSet
from search.models import Change, SearchSynonym


class SynonymViewSet(TermViewSet):
    """The words that mean the same to a searcher."""

    model = SearchSynonym
    name = "synonyms"
    icon = "list-ul"
    menu_label = _("Synoniemen")
    panels = [FieldPanel("words"), FieldPanel("note")]
    list_display = ["words", "note"]
    search_fields = ["words"]
    inspect_view_enabled = True


class ReadOnlyPolicy(ModelPermissionPolicy):
    """Whoever may change synonyms may look; nobody may change the queue by hand."""

    def user_has_permission(self, user, action):
        """Allow looking alone."""
        return action == "view" and user.has_perm("search.view_searchsynonym")

    def user_has_any_permission(self, user, actions):
        """Allow looking alone."""
        return any(self.user_has_permission(user, action) for action in actions)


register_permission_policy(Change, ReadOnlyPolicy(Change))


class RefusedIndex(IndexView):
    """Lists what was refused, not what waits for its turn."""

    def get_base_queryset(self):
        """Return the refused changes."""
        return super().get_base_queryset().filter(dead=True)


class RefusedViewSet(ModelViewSet):
    """The changes that the engine refused, with its reason."""

    model = Change
    name = "refused"
    icon = "warning"
    menu_label = _("Niet vindbaar gemaakt")
    form_fields = ["key", "error"]
    list_display = ["key", "error", "created"]
    index_view_class = RefusedIndex
    inspect_view_enabled = True
    inspect_view_fields = ["engine", "key", "created", "attempts", "error"]
    copy_view_enabled = False


class SearchGroup(ModelViewSetGroup):
    """The menu of search."""

    # Wagtail calls its own search box "Zoeken".
    menu_label = _("Zoekfunctie")
    menu_icon = "search"
    menu_order = 700
    items = (SynonymViewSet(), RefusedViewSet())


@hooks.register("register_admin_viewset")
def search_viewsets():
    """Add the menu of search."""
    return SearchGroup()
