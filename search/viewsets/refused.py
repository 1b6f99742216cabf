"""What the engine refused, for editors to look at."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from search import naming
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

    page_title = _("Niet vindbaar gemaakt")
    results_template_name = "search/admin/refused_results.html"

    def get_base_queryset(self):
        """Return the refused changes."""
        return super().get_base_queryset().filter(dead=True)

    def paginate_queryset(self, queryset, page_size):
        """Add to what is shown what it is called."""
        paginator, page, rows, is_parted = super().paginate_queryset(queryset, page_size)
        known = naming.named([row.key for row in rows], self.request.user)
        for row in rows:
            row.named = known.get(row.key, naming.Named(row.key))
        return paginator, page, rows, is_parted


class ErrorColumn(Column):
    """The reason, in the words of the engine, and a way to all that is known of it."""

    cell_template_name = "search/admin/refused_error.html"


class RefusedViewSet(ModelViewSet):
    """The changes that the engine refused, with its reason."""

    model = Change
    name = "refused"
    icon = "warning"
    menu_label = RefusedIndex.page_title
    form_fields = ["key", "error"]
    list_display = [
        TitleColumn(
            "named",
            label=_("Wat"),
            width="40%",
            accessor="named.text",
            sort_key="key",
            get_url=lambda row: row.named.url,
        ),
        ErrorColumn("error", label=_("Waarom, zoals de zoekmachine het zegt")),
        DateColumn("created", label=_("Gewijzigd"), sort_key="created"),
    ]
    index_view_class = RefusedIndex
    inspect_view_enabled = True
    inspect_view_fields = ["engine", "key", "created", "attempts", "error"]
    copy_view_enabled = False
