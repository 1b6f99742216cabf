"""What somebody who looks after a community does about the people in it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.domain import invitations
from community.domain import members as verbs
from community.members import finding, letters, queries
from community.members.forms import InviteForm, ReasonForm, RoleForm
from community.members.showing import shown
from community.models import Member
from community.permissions import Viewer, moderated_or_404

form_page = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@require_safe
def overview(request, slug):
    """Show who asks to be let in, who takes part, and who was invited."""
    community = moderated_or_404(Viewer.of(request), slug)
    return _overview(request, community)


def _overview(request, community, *, problem=None):
    viewer = Viewer.of(request)
    found = queries.management(community, request.GET.get("pagina"))
    for name in ("waiting", "outside"):
        # Who asks to be let in shows what the members will see.
        found[name] = [shown(member, viewer, together=True) for member in found[name]]
    people = [shown(member, viewer, together=True) for member in found["entries"]]
    page = found | {
        "title": _("Beheer van de leden"),
        "community": community,
        "trail": [_step(community)],
        "people": people,
        "problem": problem,
    }
    return render(request, "community/manage.html", page, status=400 if problem else 200)


@never_cache
@require_POST
def admit(request, slug, key):
    """Let in somebody who asked, or who was refused or put out before."""
    community, member = _community_and_member(request, slug, key)
    was_inside = member.is_active

    def let_in():
        found = verbs.admit(member, request.user)
        if not was_inside:
            letters.admitted(found)

    return _done(request, community, let_in, _("%(name)s doet nu mee."), member)


@never_cache
@require_POST
def appoint(request, slug, key):
    """Make a member coordinator, or a coordinator member."""
    community, member = _community_and_member(request, slug, key)
    form = RoleForm(request.POST)
    if not form.is_valid():
        raise Http404
    role = form.cleaned_data["role"]
    said = {
        Member.Role.COORDINATOR: _("%(name)s is nu coördinator."),
        Member.Role.MEMBER: _("%(name)s is nu gewoon lid."),
    }[role]
    return _done(request, community, lambda: verbs.appoint(member, role), said, member)


@never_cache
@form_page
def refuse(request, slug, key):
    """Do not let in somebody who asked, with the reason that this person reads."""
    community, member = _community_and_member(request, slug, key)
    words = {"title": _("Niet toelaten"), "button": _("Niet toelaten")}
    return _with_reason(
        request,
        community,
        member,
        words,
        lambda reason: letters.refused(verbs.refuse(member, request.user, reason)),
        _("%(name)s is niet toegelaten."),
    )


@never_cache
@form_page
def expel(request, slug, key):
    """Put somebody out, with the reason that this person reads."""
    community, member = _community_and_member(request, slug, key)
    words = {"title": _("Uit de community zetten"), "button": _("Uit de community zetten")}
    return _with_reason(
        request,
        community,
        member,
        words,
        lambda reason: letters.expelled(verbs.expel(member, request.user, reason)),
        _("%(name)s doet niet meer mee."),
    )


@never_cache
@form_page
def invite(request, slug):
    """Invite people by their mail addresses, several at once."""
    community = moderated_or_404(Viewer.of(request), slug)
    form = InviteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        addresses = form.cleaned_data["addresses"]
        for address in addresses:
            letters.invite(
                invitations.invite(community, address, request.user, form.cleaned_data["text"])
            )
        messages.success(request, _("Uitgenodigd: %(who)s.") % {"who": ", ".join(addresses)})
        return redirect("community_manage", community.slug)
    page = {
        "title": _("Mensen uitnodigen"),
        "community": community,
        "trail": [_step(community), _manage_step(community)],
        "form": form,
    }
    return render(request, "community/invite.html", page, status=400 if form.is_bound else 200)


@never_cache
@require_POST
def withdraw(request, slug, key):
    """Take back an invitation."""
    community = moderated_or_404(Viewer.of(request), slug)
    invitation = finding.moderated_invitation_or_404(Viewer.of(request), community, key)
    invitations.withdraw(invitation)
    messages.success(
        request, _("De uitnodiging aan %(who)s is ingetrokken.") % {"who": invitation.email}
    )
    return redirect("community_manage", community.slug)


@never_cache
@require_POST
def again(request, slug, key):
    """Send an invitation once more, with a new link; the old one works no longer."""
    community = moderated_or_404(Viewer.of(request), slug)
    old = finding.moderated_invitation_or_404(Viewer.of(request), community, key)
    letters.invite(invitations.invite(community, old.email, request.user, old.text))
    messages.success(request, _("Opnieuw uitgenodigd: %(who)s.") % {"who": old.email})
    return redirect("community_manage", community.slug)


def _community_and_member(request, slug, key):
    viewer = Viewer.of(request)
    community = moderated_or_404(viewer, slug)
    return community, finding.moderated_member_or_404(viewer, community, key)


def _with_reason(request, community, member, words, act, said):
    """Ask for a reason, and do what needs one."""
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        return _done(request, community, lambda: act(reason), said, member)
    page = words | {
        "community": community,
        "trail": [_step(community), _manage_step(community)],
        "person": member.user,
        "member": member,
        "form": form,
    }
    return render(request, "community/reason.html", page, status=400 if form.is_bound else 200)


def _done(request, community, act, said, member):
    """Do something and say so; what cannot be done is told on the page where it was asked."""
    try:
        act()
    except verbs.Refused as refusal:
        return _overview(request, community, problem=refusal)
    messages.success(request, said % {"name": member.user})
    # Somebody may have put their own task down.
    if Viewer(request.user).moderates(community):
        return redirect("community_manage", community.slug)
    return redirect("community_join", community.slug)


def _step(community):
    return {"title": community.title, "url": community.get_url()}


def _manage_step(community):
    url = reverse("community_manage", args=[community.slug])
    return {"title": _("Beheer van de leden"), "url": url}
