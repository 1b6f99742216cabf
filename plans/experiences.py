"""Experiences in a plan: what members tell, for whom each may be read by now."""

import re

from django.conf import settings
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from community.experiences.writing import plain
from community.permissions import Viewer
from plans.things import Source, Thing

# As in its address.
KEY = re.compile(r"[a-z0-9]{1,16}")


def find(text, request):
    """Return the experience with this key, if it is placed and this visitor may read it."""
    if not KEY.fullmatch(text):
        return None
    return _readable(Viewer.of(request)).filter(key=text).first()


def shown(numbers, request):
    """Return what this visitor may read of the experiences with these numbers, by number."""
    if not numbers:
        return {}
    found = _readable(Viewer.of(request)).filter(pk__in=numbers)
    return {told.pk: thing(told, request) for told in found}


def named(numbers, user):
    """Return title and address of what somebody may read of them, by number."""
    found = Viewer(user).listed().filter(pk__in=numbers)
    return {told.pk: (str(told), told.get_absolute_url()) for told in found}


def thing(told, request):
    """Return an experience as something in a plan."""
    return Thing(
        title=str(told),
        label=f"{_('Ervaring')} · {told.get_outcome_display()}",
        url=told.get_absolute_url(),
        summary=plain(told.body),
        sources=(_itself(told),),
    )


def _readable(viewer):
    return viewer.listed().select_related("author")


def _itself(told):
    day = date_format(localtime(told.shown_since), "j F Y")
    return Source(
        title=str(told),
        publisher=f"{told.author_name}, {settings.WAGTAIL_SITE_NAME}",
        url=told.get_absolute_url(),
        detail=_("Geplaatst op %(day)s") % {"day": day},
    )
