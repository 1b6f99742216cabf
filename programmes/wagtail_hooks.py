"""What editors see of programmes besides their pages: the editions of a report."""

from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets import Button
from wagtail.models import Page

from programmes import queries
from programmes.edition_views import Editions
from programmes.models import ProgressReportPage


@hooks.register("register_admin_urls")
def editions():
    """Add the page with the editions of a report."""
    return [path("rapporten/<int:pk>/uitgaven/", Editions.as_view(), name="report_editions")]


@hooks.register("register_page_header_buttons")
def editions_button(page, user, view_name, next_url=None):
    """Lead from a report to its editions."""
    if isinstance(page, ProgressReportPage) and page.permissions_for_user(user).can_publish():
        url = reverse("report_editions", args=[page.pk])
        yield Button(_("Uitgaven"), url, icon_name="history", priority=15)


@hooks.register("register_log_actions")
def log_editions(actions):
    """Name the making of an edition in the history of a report."""
    actions.register_action(
        "programmes.edition", _("Uitgave maken"), _("Uitgave gemaakt met nieuwe cijfers")
    )


# After what other hooks say: one reason to stay is enough to tell.
@hooks.register("before_delete_page", order=1)
def keep_editions(request, page):
    """Refuse to delete a report with editions, or what it stands below: somebody may cite them."""
    return _refusal(request, [page])


@hooks.register("before_bulk_action", order=1)
def keep_editions_in_bulk(request, action_type, objects, action):
    """Refuse the same when several pages are deleted at once."""
    pages = [found for found in objects if isinstance(found, Page)]
    return _refusal(request, pages) if action_type == "delete" and pages else None


def _refusal(request, pages):
    titles = queries.titles_with_editions(pages)
    if not titles:
        return None
    message = _(
        "Dit kan niet weg: naar uitgaven van %(reports)s kan verwezen zijn. Haal de pagina offline."
    )
    messages.error(request, message % {"reports": ", ".join(f"‘{title}’" for title in titles)})
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)
