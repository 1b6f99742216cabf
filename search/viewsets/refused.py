"""What the engine refused, for editors to look at."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from search.models import Change


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
