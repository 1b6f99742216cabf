"""The buttons with which an editor lets an experience grow, and what they lead to."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from community.discretion import discreet
from community.domain import growing
from community.domain.members import Refused
from community.permissions import Viewer, experience_or_404
from practices.models import PracticeIndexPage, PracticePage


def offered(experience, viewer):
    """Return what an editor may make of an experience: nothing for others, and without queries."""
    if not viewer.edits or not experience.is_shown or experience.is_for_members:
        return {}
    section = _section(viewer)
    practices = PracticePage.objects.filter(pk__in=experience.about.values("pk"))
    made = {growth.page_id for growth in experience.growths.all()}
    return {
        "as_practice": section is not None,
        "as_adoption": [
            practice
            for practice in practices
            if practice.pk not in made and practice.permissions_for_user(viewer.user).can_edit()
        ],
    }


@login_required
@require_POST
@discreet
def practice(request, key):
    """Make the draft of a practice out of an experience, and open it."""
    viewer = Viewer.of(request)
    experience = experience_or_404(viewer, key)
    section = _section(viewer)
    if section is None:
        raise Http404
    return _made(request, experience, growing.into_practice, section)


@login_required
@require_POST
@discreet
def adoption(request, key, number):
    """Put an experience as an adoption in the draft of a practice, and open it."""
    viewer = Viewer.of(request)
    experience = experience_or_404(viewer, key)
    found = PracticePage.objects.filter(pk=number, pk__in=experience.about.values("pk")).first()
    if found is None or not found.permissions_for_user(request.user).can_edit():
        raise Http404
    return _made(request, experience, growing.into_adoption, found)


def _made(request, experience, make, target):
    try:
        page = make(experience, target, request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect(experience)
    messages.success(request, _("Het staat klaar als concept. Kijk het na en publiceer het."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def _section(viewer):
    """Return the section of practices when this person may add to it."""
    if not viewer.edits:
        return None
    section = PracticeIndexPage.objects.live().first()
    if section and section.permissions_for_user(viewer.user).can_add_subpage():
        return section
    return None
