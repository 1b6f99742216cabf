"""The secret addresses at which calendars read the meetings of one person."""

from django.urls import reverse
from django.utils import timezone

from community.models import CalendarAddress
from community.models.members import make_token


def renew(user):
    """Give somebody an address; the one that there was leads nowhere from now on."""
    new = {"token": make_token(), "created": timezone.now()}
    return CalendarAddress.objects.update_or_create(user=user, defaults=new)[0]


def revoke(user):
    """Take the address away."""
    CalendarAddress.objects.filter(user=user).delete()


def address_of(user):
    """Return the address of somebody's calendar on this site, or an empty text."""
    found = CalendarAddress.objects.filter(user=user).first()
    return reverse("own_feed", args=[found.token]) if found else ""


def person_at(token):
    """Return whose calendar an address is, if that person still has an account, or None."""
    found = CalendarAddress.objects.filter(token=token, user__is_active=True)
    address = found.select_related("user").first()
    return address.user if address else None
