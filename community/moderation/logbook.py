"""The log of what moderators did, on a page and as a file."""

import csv
import io

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from community.discretion import discreet
from community.moderation import queries
from community.moderation.forms import LogForm
from community.permissions import Viewer
from content.paging import Parts
from indicators.exports import harmless

ON_A_PAGE = 50
GONE = "verwijderd account"


@require_safe
@discreet
def page(request):
    """Show what was done in the communities that somebody moderates."""
    actions, form = _asked(request)
    entries = Parts(actions, ON_A_PAGE).get_page(request.GET.get("pagina"))
    entries.object_list = list(entries.object_list)
    asked = request.GET.copy()
    asked.pop("pagina", None)
    context = {
        "title": _("Logboek"),
        "trail": [{"title": _("Moderatie"), "url": reverse("moderation")}],
        "form": form,
        "entries": entries,
        "living": queries.living_posts(entries.object_list),
        "asked": asked.urlencode(),
        "kept": f"{asked.urlencode()}&" if asked else "",
    }
    status = 200 if form.is_valid() else 400
    return render(request, "community/moderation/log.html", context, status=status)


@require_safe
@discreet
def file(request):
    """Give the same as a file that a Dutch spreadsheet opens well."""
    actions, form = _asked(request)
    if not form.is_valid():
        return page(request)
    return HttpResponse(
        as_csv(actions),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="logboek.csv"'},
    )


def as_csv(actions):
    """Return actions as CSV, without anything that a spreadsheet takes for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";")
    writer.writerow(
        [_("Wanneer"), _("Wat"), _("Wie"), _("Over wie"), _("Community"), _("Bericht"), _("Reden")]
    )
    for action in actions:
        writer.writerow(harmless(cell) for cell in _cells(action))
    return "\N{BYTE ORDER MARK}" + text.getvalue()


def _asked(request):
    """Return the actions that somebody may see and asks for, and the form that asked it."""
    viewer = Viewer.of(request)
    communities = list(viewer.moderated())
    if not communities:
        raise Http404
    form = LogForm(request.GET, communities=communities)
    actions = queries.log_of(viewer)
    return (form.narrow(actions) if form.is_valid() else actions.none()), form


def _cells(action):
    return [
        timezone.localtime(action.moment).strftime("%Y-%m-%d %H:%M"),
        str(action.get_kind_display()),
        str(action.actor or GONE),
        str(action.about or GONE) if action.is_about_somebody else "",
        action.community.title if action.community else "",
        f"{action.post_kind} {action.post_key}".strip(),
        action.reason,
    ]
