"""The pages of moderators: what waits for a decision, and one post with all that is known of it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from community.discretion import discreet
from community.moderation import queries
from community.moderation.deciding import DECISIONS, possible
from community.moderation.domain import Overtaken
from community.moderation.finding import moderated_post_or_404
from community.permissions import Viewer, moderated_or_404


@require_safe
@discreet
def everything(request):
    """List what waits in every community that somebody moderates, or in one of them."""
    viewer = Viewer.of(request)
    communities = list(viewer.moderated())
    if not communities:
        raise Http404
    asked = request.GET.get("community", "")
    chosen = next((found for found in communities if found.slug == asked), None)
    if asked and chosen is None:
        raise Http404
    context = {"title": _("Moderatie"), "communities": communities, "chosen": chosen}
    return _queue(request, viewer, chosen, context)


@require_safe
@discreet
def of_community(request, slug):
    """List what waits in one community."""
    viewer = Viewer.of(request)
    community = moderated_or_404(viewer, slug)
    trail = [{"title": community.title, "url": community.get_url()}]
    context = {"title": _("Moderatie"), "community": community, "trail": trail}
    return _queue(request, viewer, community, context)


def _queue(request, viewer, community, context):
    entries = queries.queue(viewer, request.GET.get("pagina"), community)
    kept = f"community={community.slug}&" if "communities" in context and community else ""
    page = context | {"entries": entries, "kept": kept, "waiting": entries.paginator.count}
    return render(request, "community/moderation/queue.html", page)


@require_safe
@discreet
def post(request, kind, key):
    """Show a post with its reports and appeals, and what can be decided about it."""
    viewer = Viewer.of(request)
    return _dossier(request, viewer, moderated_post_or_404(viewer, kind, key))


@require_POST
@discreet
def decide(request, kind, key, name):
    """Take a decision about a post, once."""
    viewer = Viewer.of(request)
    found = moderated_post_or_404(viewer, kind, key)
    decision = DECISIONS[name]
    form = decision.filled(request.POST)
    known = queries.dossier(viewer, found)
    if problem := _forbidden(viewer, found, name, known["open_appeal"]):
        return _dossier(request, viewer, found, problem=problem, status=403)
    if not form.is_valid():
        return _dossier(request, viewer, found, filled=decision, status=400)
    try:
        decision.carry_out(found, request.user, form.cleaned_data, known["open_appeal"])
    except Overtaken as overtaken:
        found = moderated_post_or_404(viewer, kind, key)
        return _dossier(request, viewer, found, filled=decision, problem=overtaken, status=409)
    messages.success(request, decision.done)
    return redirect("moderation")


def _forbidden(viewer, found, name, appeal):
    if not viewer.decides_about(found):
        return _("Over uw eigen bericht beslist een andere moderator.")
    if name == "answer" and appeal and not viewer.decides_appeal(appeal):
        return _("U verborg dit bericht zelf. Over het bezwaar beslist een andere moderator.")
    return ""


def _dossier(request, viewer, found, *, filled=None, problem=None, status=200):
    known = queries.dossier(viewer, found)
    choices = [
        (
            DECISIONS[name],
            DECISIONS[name].again(request.POST, found)
            if filled is DECISIONS[name]
            else DECISIONS[name].blank(found),
            reverse(DECISIONS[name].route, args=[found.kind, found.key]),
        )
        for name in possible(viewer, found, known)
    ]
    context = known | {
        "title": _("Beslissen over een bericht"),
        "trail": [{"title": _("Moderatie"), "url": reverse("moderation")}],
        "post": found,
        "choices": choices,
        "problem": problem,
        "is_own": viewer.may_change(found),
    }
    return render(request, "community/moderation/post.html", context, status=status)
