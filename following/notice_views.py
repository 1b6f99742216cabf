"""What somebody was told, and how often that comes by mail."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.permissions import Viewer
from content.paging import Parts
from following import domain, permissions, queries, showing
from following.forms import OftenForm, ReadForm
from following.views import READ_OR_SENT, private

ON_A_PAGE = 20


@require_safe
@private
def notifications(request):
    """Show what somebody was told, a part at a time."""
    told = queries.notifications(Viewer.of(request))
    entries = Parts(told, ON_A_PAGE).get_page(request.GET.get("pagina"))
    entries.object_list = showing.shown(entries.object_list)
    latest = max((notice.number for notice in entries), default=0)
    context = {"title": _("Meldingen"), "entries": entries, "latest": latest}
    return render(request, "following/notifications.html", context)


@require_POST
@private
def read(request, number):
    """Note that somebody read a notification, or did not after all."""
    found = get_object_or_404(permissions.notifications_of(Viewer.of(request)), pk=number)
    domain.mark_read(found, request.POST.get("gelezen") != "nee")
    return redirect(f"{reverse('notifications')}{_page(request)}#melding-{found.pk}")


@require_POST
@private
def all_read(request):
    """Note that somebody read everything up to the latest that was on the page."""
    form = ReadForm(request.POST)
    if not form.is_valid():
        return render(request, "400.html", status=400)
    domain.mark_all_read(Viewer.of(request), form.cleaned_data["tot"])
    return redirect("notifications")


@require_http_methods(READ_OR_SENT)
@private
def settings(request):
    """Let somebody choose how often a mail comes."""
    form = OftenForm(
        request.POST if request.method == "POST" else None,
        initial={"often": queries.often(request.user)},
    )
    if request.method == "POST" and form.is_valid():
        domain.choose_often(request.user, form.cleaned_data["often"])
        return redirect(f"{reverse('notification_settings')}?bewaard=ja")
    context = {
        "title": _("Mail over wat u volgt"),
        "trail": [{"title": _("Meldingen"), "url": reverse("notifications")}],
        "form": form,
        "saved": request.GET.get("bewaard") == "ja",
    }
    status = 400 if request.method == "POST" else 200
    return render(request, "following/settings.html", context, status=status)


def _page(request):
    number = request.POST.get("pagina", "")
    return f"?pagina={number}" if number.isascii() and number.isdigit() and len(number) < 6 else ""
