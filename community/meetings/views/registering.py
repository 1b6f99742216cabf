"""Registering for a meeting, and the list of who comes for its organisers."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.meetings import lists, permissions, queries, registering
from community.meetings.forms import RegistrationForm
from community.models import Registration
from community.permissions import Viewer

ASKING = ("GET", "HEAD", "POST")


@never_cache
@require_http_methods(ASKING)
def register(request, key):
    """Ask what the organisers must know, and register somebody."""
    viewer = Viewer.of(request)
    event = permissions.event_or_404(viewer, key)
    if not event.is_registered_here:
        raise Http404
    if not viewer.is_known:
        return redirect_to_login(request.get_full_path())
    own = queries.own_registration(event, viewer.user)
    may = permissions.may_register(viewer, event)
    initial = {"note": own.note if own else ""}
    sent = request.POST if request.method == "POST" else None
    form = RegistrationForm(sent, initial=initial)
    context = _about(event, _("Aanmelden")) | {
        "form": form,
        "own": own if own and own.is_coming else None,
        "may": may,
        "is_open": queries.is_open(event),
        "left": queries.seats_left(event),
    }
    status = 200
    if request.method == "POST":
        if not may:
            return render(request, "community/meetings/register.html", context, status=403)
        if form.is_valid():
            try:
                made = registering.register(event, viewer.user, form.cleaned_data["note"])
            except registering.Refused as refusal:
                form.add_error(None, str(refusal))
            else:
                messages.success(request, _said(made))
                return redirect(event.get_url(request))
        status = 400
    return render(request, "community/meetings/register.html", context, status=status)


@never_cache
@login_required
@require_http_methods(ASKING)
def unregister(request, key):
    """Ask whether somebody does not come after all, and take that person off the list."""
    event = permissions.event_or_404(Viewer.of(request), key)
    own = queries.own_registration(event, request.user)
    if own is None:
        raise Http404
    context = _about(event, _("Afmelden")) | {"own": own if own.is_coming else None}
    if request.method == "POST":
        try:
            registering.cancel(event, request.user)
        except registering.Refused as refusal:
            context["problem"] = str(refusal)
            return render(request, "community/meetings/unregister.html", context, status=400)
        messages.success(request, _("U bent afgemeld."))
        return redirect(event.get_url(request))
    return render(request, "community/meetings/unregister.html", context)


@never_cache
@require_safe
def people(request, key):
    """Show the organisers who comes."""
    event = permissions.organised_or_404(Viewer.of(request), key)
    found = queries.people_at(event)
    return render(request, "community/meetings/people.html", _about(event, _("Deelnemers")) | found)


@never_cache
@require_safe
def people_csv(request, key):
    """Give the organisers the list of who comes as a table."""
    event = permissions.organised_or_404(Viewer.of(request), key)
    answer = HttpResponse(lists.of_people(event), content_type="text/csv; charset=utf-8")
    name = f"deelnemers-{event.slug}.csv"
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer


@never_cache
@require_POST
def remove(request, key, person):
    """Take somebody off the list."""
    event, registration = _on_the_list(request, key, person)
    registering.remove(registration)
    _say(request, _("%(person)s staat niet meer op de lijst."), registration)
    return redirect("meeting_people", event.translation_key)


@never_cache
@require_POST
def let_back(request, key, person):
    """Let somebody register again who was taken off the list."""
    event, registration = _on_the_list(request, key, person)
    registering.let_back(registration)
    _say(request, _("%(person)s kan zich weer aanmelden."), registration)
    return redirect("meeting_people", event.translation_key)


def _on_the_list(request, key, person):
    event = permissions.organised_or_404(Viewer.of(request), key)
    rows = Registration.objects.filter(event=event).select_related("user", "event")
    return event, get_object_or_404(rows, key=person)


def _say(request, words, registration):
    messages.success(request, words % {"person": registration.user})


def _said(registration):
    if registration.has_seat:
        return _("U bent aangemeld.")
    return _("Het is vol. U staat op de wachtlijst en krijgt een mail als er een plaats vrijkomt.")


def _about(event, title):
    return {"event": event, "title": title, "trail": [{"title": event.title, "url": event.url}]}
