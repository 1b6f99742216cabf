"""Sharing a plan by link, and the page that the link opens."""

from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from plans import domain, permissions, queries
from plans.asking import for_members, only_takes, own_plan
from plans.forms import ShareForm
from plans.showing import answer, trail
from programmes.reporting import pdf
from search.exports import absolute

# The link is the permission: it is told to no other site, and no search engine keeps it.
DISCREET = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}


@require_http_methods(["GET", "HEAD", "POST"])
@for_members
def share(request, key):
    """Show the link of a plan; switch it on, or change the name that stands with it."""
    plan = own_plan(request, key)
    sent = request.POST if request.method == "POST" else None
    form = ShareForm(sent, initial={"shown_name": plan.shown_name})
    if form.is_valid():
        domain.share(plan, form.cleaned_data["shown_name"])
        return redirect("plan_share", key)
    context = {
        "title": _("Plan delen"),
        "plan": plan,
        "form": form,
        "trail": trail(plan.title, key),
    }
    context["address"] = absolute(plan.shared_url) if plan.is_shared else ""
    return answer(request, "plans/share.html", context, form)


@require_POST
@for_members
@only_takes
def renew(request, key):
    """Give a shared plan another link."""
    domain.renew_link(own_plan(request, key))
    return redirect("plan_share", key)


@require_POST
@for_members
@only_takes
def stop(request, key):
    """Let the link open nothing any more."""
    domain.stop_sharing(own_plan(request, key))
    return redirect("plan_share", key)


@require_safe
@never_cache
def shared(request, token):
    """Show a plan to who has the link: what this visitor may see of it, and nothing to change."""
    plan = get_object_or_404(permissions.shared(token))
    context = {
        "title": plan.title,
        "plan": plan,
        "entries": queries.readable(plan, request),
        "has_pdf": pdf.is_available(),
    }
    return discreet(render(request, "plans/shared.html", context))


def discreet(response):
    """Let an answer keep its own address to itself."""
    for name, value in DISCREET.items():
        response[name] = value
    return response
