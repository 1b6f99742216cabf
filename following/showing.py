"""What was told, in words: titles are read at the moment that it is shown."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from following.models import Happening, Notification

KIND = Happening.Kind
REASON = Notification.Reason
# What has to be read with notifications before they are told.
READ = ("happening__page", "follow__theme", "follow__area__parent")


@dataclass(frozen=True)
class Shown:
    """A notification as somebody reads it."""

    number: int
    title: str
    url: str
    full_url: str
    kind: str
    why: str
    created: datetime
    is_read: bool


def shown(notifications):
    """Return notifications as they are read; whoever asks has left out what may not be seen."""
    return [_shown(notification) for notification in notifications]


def _shown(notification):
    happening, page = notification.happening, notification.happening.page
    return Shown(
        number=notification.pk,
        title=page.title,
        url=page.get_url(),
        full_url=page.full_url,
        kind=happened(happening),
        why=_why(notification),
        created=happening.created,
        is_read=notification.read_at is not None,
    )


def happened(happening):
    """Return what happened: a new practice, a method that was changed."""
    kind = happening.page.specific_class._meta.verbose_name.capitalize()
    words = {
        KIND.PUBLISHED: _("%(kind)s · nieuw"),
        KIND.CHANGED: _("%(kind)s · gewijzigd"),
        KIND.FIGURES: _("%(kind)s · nieuwere cijfers"),
    }
    return words[happening.kind] % {"kind": kind}


def _why(notification):
    if notification.reason == REASON.OWN:
        return _("Dit is van u.")
    if notification.reason == REASON.LINKED:
        return _("Dit staat in een plan van u.")
    follow = notification.follow
    if follow is None:
        return _("U volgde dit.")
    if follow.theme:
        return _("U volgt het thema %(theme)s.") % {"theme": follow.theme.label}
    if follow.area:
        return _("U volgt %(area)s.") % {"area": follow.area.full_name}
    if follow.page_id == notification.happening.page_id:
        return _("U volgt deze pagina.")
    # Its title may be one that this person can no longer see.
    return _("U volgt een pagina waar dit bij hoort.")
