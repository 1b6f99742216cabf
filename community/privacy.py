"""What communities keep of somebody: all of it to take along, or gone.

What others wrote below the posts of who leaves is theirs: with a post that goes, its replies go
too, and the page that asks says so.
"""

from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.privacy import Unsettled
from community.domain.members import last_coordinated
from community.meetings import registering
from community.models import (
    CalendarAddress,
    Experience,
    Invitation,
    Member,
    Profile,
    Registration,
    Reply,
    Report,
    State,
    Thanks,
)


def export(person):
    """Return everything that communities keep of a person, as plain data."""
    experiences = Experience.objects.filter(author=person).order_by("created")
    replies = Reply.objects.filter(author=person).select_related("experience")
    return {
        "memberships": [_membership(member) for member in _memberships(person)],
        "experiences": [_experience(told) for told in experiences.select_related("community")],
        "replies": [_reply(said) for said in replies.order_by("created")],
        "thanks": [
            {"experience": given.experience.get_absolute_url(), "given": given.created.isoformat()}
            for given in Thanks.objects.filter(user=person).select_related("experience")
        ],
        "subjects": _subjects(person),
        "registrations": [_registration(found) for found in _registrations(person)],
        "calendar": CalendarAddress.objects.filter(user=person).exists(),
        "reports": [
            {
                "about": report.post.get_absolute_url(),
                "why": report.get_why_display(),
                "text": report.text,
                "outcome": report.get_outcome_display(),
            }
            for report in Report.objects.filter(reporter=person)
        ],
        "invitations": [
            {"community": found.community.title, "sent": found.created.isoformat()}
            for found in _invitations(person).select_related("community")
        ],
    }


def unsettled(person):
    """Return the communities that somebody has to hand over first, each with where that is done."""
    words = _("Maak eerst iemand anders coördinator van ‘%(title)s’.")
    return [
        Unsettled(words % {"title": found.title}, reverse("community_manage", args=[found.slug]))
        for found in last_coordinated(person)
    ]


def erase(person, keep_posts):
    """Take a person away from communities; posts that stay have no name, drafts never stay."""
    experiences = Experience.objects.filter(author=person)
    gone = experiences.filter(state=State.DRAFT) if keep_posts else experiences
    # One by one: pictures, files and what search knows go along.
    for told in gone:
        told.delete()
    if not keep_posts:
        for said in Reply.objects.filter(author=person):
            said.delete()
    _forget_unplaced(Experience.objects.filter(author=person))
    _invitations(person).delete()
    for found in _registrations(person):
        # Who waited for the seat gets it; what has begun is as it is.
        if not registering.has_begun(found.event):
            registering.cancel(found.event, person)
    for member in _memberships(person):
        member.delete()


def _forget_unplaced(experiences):
    """Forget what was typed and never placed, and the pictures and files with it."""
    experiences.update(pending=None, form=None)
    for told in experiences:
        for attached in (*told.images.filter(placed=False), *told.files.filter(placed=False)):
            attached.delete()


def _registrations(person):
    return Registration.objects.filter(user=person).select_related("event")


def _registration(found):
    return {
        "meeting": found.event.title,
        "state": found.get_state_display(),
        "note": found.note,
    }


def _subjects(person):
    profile = Profile.objects.filter(user=person).first()
    if profile is None:
        return {"areas": [], "themes": []}
    return {
        "areas": [str(area) for area in profile.areas.all()],
        "themes": [theme.label for theme in profile.themes.all()],
    }


def _memberships(person):
    return Member.objects.filter(user=person).select_related("community")


def _invitations(person):
    return Invitation.objects.filter(email__iexact=person.email)


def _membership(member):
    return {
        "community": member.community.title,
        "role": member.get_role_display(),
        "state": member.get_state_display(),
        "motivation": member.motivation,
        "reason": member.reason,
        "since": member.joined.isoformat() if member.joined else None,
    }


def _experience(told):
    return {
        "address": told.get_absolute_url(),
        "community": told.community.title,
        "title": told.title,
        "body": told.body,
        "outcome": told.get_outcome_display(),
        "audience": told.get_audience_display(),
        "state": told.get_state_display(),
        "unplaced": told.pending,
        "placed": told.shown_since.isoformat() if told.shown_since else None,
        "earlier": [
            {"title": was.title, "body": was.body, "until": was.until.isoformat()}
            for was in told.versions.all()
        ],
        "pictures": [
            {"shows": found.alt, "address": found.get_absolute_url()} for found in told.images.all()
        ],
        "files": [
            {"name": found.name, "address": found.get_absolute_url()} for found in told.files.all()
        ],
    }


def _reply(said):
    return {
        "to": said.experience.get_absolute_url(),
        "body": said.body,
        "state": said.get_state_display(),
        "placed": said.shown_since.isoformat() if said.shown_since else None,
        "earlier": [
            {"body": was.body, "until": was.until.isoformat()} for was in said.versions.all()
        ],
    }
