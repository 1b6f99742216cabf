"""The lists of terms and figures that editors keep, and what their forms ask for."""

from django.urls import reverse
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.model import ModelViewSet

from tests.robustness.forms import Form

# By name of the list: what its form asks for.
ASKED = {
    "themes": ["label", "slug"],
    "areas": ["name", "slug", "kind", "code"],
    "memberships": ["group", "member"],
    "organisations": ["name", "slug", "kind"],
    "target_groups": ["name", "slug"],
    "indicators": ["name", "short_name", "code", "theme", "definition", "direction", "source"],
    "datasets": ["title", "source", "kind", "licence"],
    "measurements": ["indicator", "area", "dataset", "period", "period_date"],
    "reported_counts": [
        "indicator",
        "dataset",
        "area",
        "baseline",
        "follow_up",
        "outcome",
        "count",
    ],
    "reported_outcomes": ["indicator", "dataset", "area", "baseline", "follow_up", "outcome"],
    "snapshots": ["indicator", "area"],
    "synonyms": ["words"],
    "promotions": ["words", "page"],
}
# Lists to look at alone.
LOOKED_AT = {"refused", "missed", "unread"}
# Lists that editors do not see: `tests/community/moderation`.
OF_OTHERS = {"blocked_words"}


def our_lists():
    """Return the lists that our apps add to the admin, by name."""
    reverse("wagtailadmin_home")
    return {
        found.name: found
        for found in viewsets.viewsets
        if isinstance(found, ModelViewSet) and not type(found).__module__.startswith("wagtail.")
    }


def open_form(editor, name):
    return Form(editor, f"/beheer/{name}/new/")
