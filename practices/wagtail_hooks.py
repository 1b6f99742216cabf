"""What editors see of practices besides their pages: target groups, and what evidence refuses."""

from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.panels import FieldPanel, TitleFieldPanel
from wagtail.models import Page

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


@hooks.register("before_delete_page")
def keep_evidence(request, page):
    """Refuse to delete research that a practice rests on, and say which practice."""
    return _refusal(request, [page])


@hooks.register("before_bulk_action")
def keep_evidence_in_bulk(request, action_type, objects, action):
    """Refuse the same when several pages are deleted at once."""
    pages = [found for found in objects if isinstance(found, Page)]
    return _refusal(request, pages) if action_type == "delete" and pages else None


def _refusal(request, pages):
    titles = queries.titles_resting_on(pages)
    if not titles:
        return None
    message = gettext("Dit kan niet weg: het is bewijs bij %(practices)s. Haal het daar eerst weg.")
    messages.error(request, message % {"practices": ", ".join(f"‘{title}’" for title in titles)})
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)
