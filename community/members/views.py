"""Joining and leaving, the members of a community, and what one of them shows."""

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.domain import invitations
from community.domain import members as verbs
from community.experiences.queries import of_author
from community.members import finding, queries
from community.members.forms import AskForm
from community.members.showing import shown
from community.permissions import (
    Viewer,
    community_or_404,
    may_ask,
    may_join_at_once,
    room_or_404,
)

form_page = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@form_page
def take_part(request, slug):
    """Let somebody join a community, or ask to be let in; says how that is done here."""
    viewer = Viewer.of(request)
    community = community_or_404(viewer, slug)
    if not viewer.is_known:
        return redirect_to_login(request.get_full_path())
    form = AskForm(request.POST or None) if may_ask(community) else None
    if request.method == "POST":
        try:
            said = _joined(community, request.user, form)
        except verbs.Refused as refusal:
            return _join_page(request, community, form, problem=refusal)
        if said:
            messages.success(request, said)
            return redirect("community_join", community.slug)
        return _join_page(request, community, form, status=400)
    return _join_page(request, community, form)


def _joined(community, user, form):
    """Let somebody in or write down that they ask; return what to say, or nothing."""
    if may_join_at_once(community):
        verbs.join(community, user)
        return _("U doet nu mee. Welkom!")
    if form is None:
        raise verbs.Refused(_("Bij deze community doet mee wie een uitnodiging krijgt."))
    if not form.is_valid():
        return ""
    member = verbs.ask_to_join(community, user, form.cleaned_data["motivation"])
    if member.is_active:
        return _("U doet al mee.")
    return _("Uw vraag is verstuurd. U krijgt antwoord per mail.")


def _join_page(request, community, form, *, problem=None, status=200):
    context = queries.ways_in(community, Viewer.of(request)) | {
        "community": community,
        "form": form,
        "problem": problem,
        "at_once": may_join_at_once(community),
    }
    title = _("Meedoen")
    page = context | {"title": title, "trail": [_step(community)]}
    return render(request, "community/take_part.html", page, status=400 if problem else status)


@never_cache
@require_POST
def withdraw(request, slug):
    """Take back the question to be let in."""
    viewer = Viewer.of(request)
    community = community_or_404(viewer, slug)
    if not viewer.is_known:
        return redirect_to_login(reverse("community_join", args=[slug]))
    if member := queries.membership(community, viewer):
        verbs.withdraw(member)
    messages.success(request, _("Uw vraag is ingetrokken."))
    return redirect("community_join", community.slug)


@never_cache
@form_page
def leave(request, slug):
    """Ask whether somebody really wants to leave, and let that person go."""
    viewer = Viewer.of(request)
    community = community_or_404(viewer, slug)
    if not viewer.is_known:
        return redirect_to_login(request.get_full_path())
    member = queries.membership(community, viewer)
    if member is None or not member.is_active:
        # Who just left and comes back to this page has nothing to leave any more.
        return redirect("community_join", community.slug)
    problem = None
    if request.method == "POST":
        try:
            verbs.leave(member)
        except verbs.Refused as refusal:
            problem = refusal
        else:
            messages.success(request, _("U doet niet meer mee."))
            return redirect("community_join", community.slug)
    page = {"title": _("Weggaan"), "community": community, "problem": problem}
    page["trail"] = [_step(community)]
    return render(request, "community/leave.html", page, status=400 if problem else 200)


@never_cache
@require_safe
def members(request, slug):
    """List the members of a community, for its members."""
    viewer = Viewer.of(request)
    community = room_or_404(viewer, slug)
    text = " ".join(request.GET.get("q", "").replace("\x00", " ").split())[:200]
    entries = queries.directory(community, viewer, text, request.GET.get("pagina"))
    together = viewer.belongs_to(community)
    page = {
        "title": _("Leden"),
        "community": community,
        "trail": [_step(community)],
        "entries": entries,
        "people": [shown(member, viewer, together=together) for member in entries],
        "text": text,
        "kept": f"{urlencode({'q': text})}&" if text else "",
        "moderates": viewer.moderates(community),
    }
    return render(request, "community/members.html", page)


@never_cache
@require_safe
def member(request, slug, key):
    """Show what a member shows of themselves, and what that member wrote."""
    viewer = Viewer.of(request)
    community = room_or_404(viewer, slug)
    found = finding.member_or_404(viewer, community, key)
    person = shown(found, viewer, together=viewer.belongs_to(community))
    members_step = {"title": _("Leden"), "url": reverse("community_members", args=[slug])}
    page = {
        "title": person.name,
        "community": community,
        "trail": [_step(community), members_step],
        "person": person,
        "entries": of_author(viewer, found.user, request.GET.get("pagina")),
        "is_self": found.user_id == request.user.pk,
    }
    return render(request, "community/member.html", page)


@never_cache
@form_page
def invitation(request, token):
    """Show to whom holds an invitation what it is for, and let that person in once."""
    found = finding.invitation_or_404(token)
    if request.method == "POST":
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        try:
            invitations.accept(found, request.user)
        except verbs.Refused as refusal:
            # Another answer would put the token in the log.
            messages.error(request, str(refusal))
            return redirect("invitation", token)
        messages.success(request, _("U doet nu mee. Welkom!"))
        return redirect("community_join", found.community.slug)
    page = {"title": _("Uitnodiging"), "invitation": found}
    return render(request, "community/invitation.html", page)


def _step(community):
    return {"title": community.title, "url": community.get_url()}
