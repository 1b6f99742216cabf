"""What editors see of programmes besides their pages: the editions of a report."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button

from content import staying
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


# A report with editions is not deleted: somebody may cite them. One reason to stay is enough to
# tell, so this one comes after evidence.
staying.keep(
    queries.titles_with_editions,
    _("Dit kan niet weg: naar uitgaven van %(titles)s kan verwezen zijn. Haal de pagina offline."),
    order=1,
)
