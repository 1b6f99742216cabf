"""The editions of a report in the admin: which there are, and what has become known since."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from programmes import domain
from programmes.models import ProgressReportPage
from programmes.reporting import pdf, showing


class Editions(WagtailAdminTemplateMixin, View):
    """Shows what an edition with the figures of now would change, and makes one when asked."""

    template_name = "programmes/admin/editions.html"
    page_title = gettext_lazy("Uitgaven")
    header_icon = "history"

    def dispatch(self, request, pk):
        """Let in who may publish the report."""
        self.report = get_object_or_404(ProgressReportPage, pk=pk)
        if not self.report.permissions_for_user(request.user).can_publish():
            raise PermissionDenied
        return super().dispatch(request, pk)

    def get(self, request, pk):
        """Show the editions."""
        return self.render_to_response(self.get_context_data())

    def post(self, request, pk):
        """Make an edition of the report as it is published, with what is known now."""
        before = self.report.editions.first()
        if before is None:
            messages.error(request, _("Publiceer het rapport eerst: dat maakt de eerste uitgave."))
        else:
            self._make(request, before)
        return redirect("report_editions", pk)

    def get_page_subtitle(self):
        """Name the report."""
        return self.report.title

    def get_breadcrumbs_items(self):
        """Say where this is."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.report.pk])
        return [
            *self.breadcrumbs_items,
            {"url": edit, "label": self.report.title},
            {"url": "", "label": self.page_title},
        ]

    def get_context_data(self, **kwargs):
        """Add the editions, and what would change."""
        return super().get_context_data(**kwargs) | {
            "report": self.report,
            "editions": self.report.editions.select_related("made_by"),
            "changes": [changed(*pair) for pair in showing.news(self.report)],
            "has_pdf": pdf.is_available(),
        }

    def _make(self, request, before):
        made = domain.make_edition(self.report, by=request.user, renew=True)
        if made == before:
            messages.warning(request, _("Er is niets nieuws. Er is geen uitgave gemaakt."))
            return
        log(self.report, "programmes.edition", user=request.user, data={"number": made.number})
        text = _("Uitgave %(number)s is gemaakt.") % {"number": made.number}
        link = messages.button(made.get_absolute_url(), _("Bekijk op de site"))
        messages.success(request, text, buttons=[link])


def changed(before, now):
    """Return in words what a block shows and what it would show; of figures the sentences."""
    return {
        "title": title_of(now or before),
        "before": told(before),
        "now": told(now),
    }


def title_of(data):
    """Return what a block is about."""
    if "indicator" in data:
        return f"{data['indicator']['name']}, {data['area']['name']}"
    about = data.get("programme") or data
    return about.get("title") or _("Praktijken")


def told(data):
    """Return lines that tell what a block shows."""
    if data is None:
        return [_("niets: het is er niet meer, of het is niet openbaar")]
    if "indicator" in data:
        return data["sentences"] or [_("geen cijfers")]
    rows = data.get("updates") or data.get("practices") or data.get("municipalities")
    if rows is None:
        rows = [goal for pillar in data["pillars"] for goal in pillar["goals"]]
        return [_reached(goal) for goal in rows]
    return [row.get("title") or f"{row['name']}: {row['decision']}" for row in rows]


def _reached(goal):
    latest = goal["latest"]
    stand = f"{latest['value']} ({latest['date_label']})" if latest else _("nog niet bekend")
    return f"{goal['title']}: {stand}"
