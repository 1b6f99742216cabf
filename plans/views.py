"""The plans of somebody: the list, one of them, and what is done with a whole plan."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from plans import domain, queries
from plans.asking import for_members, own_plan
from plans.forms import PlanForm
from plans.showing import answer, show, trail


@require_safe
@for_members
def plans(request):
    """List the plans of who asks."""
    found = queries.overview(request.user)
    return render(request, "plans/list.html", {"title": _("Mijn plannen"), "plans": found})


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def new(request):
    """Make a plan with nothing in it yet."""
    form = PlanForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            plan = domain.make_plan(request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error("title", error)
        else:
            return redirect(plan)
    context = {"title": _("Nieuw plan"), "form": form, "trail": trail(), "back": reverse("plans")}
    return answer(request, "plans/form.html", context | {"button": _("Maak het plan")}, form)


@require_safe
@for_members
def plan(request, key):
    """Show a plan with everything in it, to its owner."""
    return show(request, own_plan(request, key))


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def edit(request, key):
    """Change the title and the introduction."""
    found = own_plan(request, key)
    kept = {"title": found.title, "introduction": found.introduction}
    form = PlanForm(request.POST if request.method == "POST" else None, initial=kept)
    if request.method == "POST" and form.is_valid():
        try:
            domain.describe(found, **form.cleaned_data)
        except ValidationError as error:
            form.add_error("title", error)
        else:
            return redirect(found)
    context = {
        "title": _("Naam en inleiding wijzigen"),
        "form": form,
        "back": found.get_absolute_url(),
    }
    context |= {"trail": trail(kept["title"], key), "button": _("Bewaar")}
    return answer(request, "plans/form.html", context, form)


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def delete(request, key):
    """Ask whether a plan may go, and let it go."""
    found = own_plan(request, key)
    if request.method == "POST":
        domain.throw_away(found)
        messages.success(request, _("Het plan ‘%(title)s’ is weggegooid.") % {"title": found.title})
        return redirect("plans")
    context = {"title": _("Plan weggooien"), "plan": found, "size": found.items.count()}
    context["trail"] = trail(found.title, key)
    return render(request, "plans/delete.html", context)
