"""Meetings in the calendars of readers: of a community, and of one person."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from community import calendars
from community.meetings import addressing, queries
from community.permissions import Viewer, community_or_404


@require_safe
def community_feed(request, slug):
    """Give the public meetings of a community, the same to everybody."""
    community = community_or_404(Viewer(AnonymousUser()), slug)
    return calendars.public_feed(queries.public_meetings(community), community.title, slug)


@require_safe
def own_feed(request, token):
    """Give somebody's own meetings to that person's calendar, which has no way to sign in."""
    person = addressing.person_at(token)
    if person is None:
        raise Http404
    viewer = Viewer(person)
    return calendars.own_feed(queries.own_meetings(viewer), queries.fallen_away(viewer))


@never_cache
@login_required
@require_safe
def own_agenda(request):
    """Show somebody's meetings to come, and the address for that person's own calendar."""
    address = addressing.address_of(request.user)
    return render(
        request,
        "community/meetings/own_agenda.html",
        {
            "title": _("Mijn agenda"),
            "meetings": queries.coming_meetings(Viewer.of(request)),
            "address": f"{settings.BASE_URL}{address}" if address else "",
        },
    )


@never_cache
@login_required
@require_POST
def renew(request):
    """Make an address, or another one in place of what somebody has."""
    addressing.renew(request.user)
    messages.success(request, _("U hebt een nieuw adres voor uw agenda."))
    return redirect("own_agenda")


@never_cache
@login_required
@require_POST
def revoke(request):
    """Let the address lead nowhere any more."""
    addressing.revoke(request.user)
    messages.success(request, _("Het adres werkt niet meer."))
    return redirect("own_agenda")
