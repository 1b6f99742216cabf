"""Putting something in a plan: what the button on a page leads to."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from plans import domain, kinds, permissions
from plans.asking import for_members
from plans.forms import CollectForm


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def add(request):
    """Ask in which plan something comes, and put it there."""
    kind, found = _asked(request)
    sent = request.POST if request.method == "POST" else None
    form = CollectForm(permissions.own(request.user), sent)
    thing = kind.thing(found, request)
    if request.method == "POST" and form.is_valid():
        try:
            item = _put(request.user, form, kind, found)
        except ValidationError as error:
            form.add_error("plan" if form.chosen else "title", error)
        else:
            text = _("‘%(title)s’ staat in dit plan.") % {"title": thing.title}
            messages.success(request, text)
            return redirect(f"{item.plan.get_absolute_url()}#onderdeel-{item.key}")
    context = {"title": _("Zet in mijn plan"), "form": form, "thing": thing}
    return render(request, "plans/add.html", context, status=400 if form.errors else 200)


def _asked(request):
    """Return the kind and the thing that the address names, for who may see it."""
    asked = kinds.asked_for(request.GET)
    found = asked and asked[0].find(asked[1], request)
    if not found:
        raise Http404("There is no such thing to collect.")
    return asked[0], found


def _put(owner, form, kind, found):
    """Put something in the plan that was chosen or in a new one: both happen, or neither."""
    note = form.cleaned_data["note"]
    with transaction.atomic():
        plan = form.chosen or domain.plan_named(owner, form.cleaned_data["title"])
        item, is_new = domain.collect(plan, kind, found, note)
        if not is_new and note and note != item.note:
            message = _("Dit staat al in het plan ‘%(title)s’. Schrijf uw aantekening daar.")
            raise ValidationError(message % {"title": plan.title}, code="present")
    return item
