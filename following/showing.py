"""What was told, in words: titles are read at the moment that it is shown."""

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from following.models import Happening, Notification

KIND = Happening.Kind
REASON = Notification.Reason
# What has to be read with notifications before they are told.
READ = (
    "happening__page",
    "happening__experience",
    "happening__reply__experience",
    "follow__theme",
    "follow__area__parent",
)
# What happened to a page, after the kind of page that it is.
TO_A_PAGE = {
    KIND.PUBLISHED: gettext_lazy("%(kind)s · nieuw"),
    KIND.CHANGED: gettext_lazy("%(kind)s · gewijzigd"),
    KIND.FIGURES: gettext_lazy("%(kind)s · nieuwere cijfers"),
    KIND.ASKED: gettext_lazy("Iemand wil meedoen"),
    KIND.ADMITTED: gettext_lazy("U doet nu mee"),
    KIND.REFUSED: gettext_lazy("U bent niet toegelaten"),
    KIND.EXPELLED: gettext_lazy("U doet niet meer mee"),
    KIND.LEFT_ALONE: gettext_lazy("Deze community heeft geen coördinator meer"),
    KIND.CALLED_OFF: gettext_lazy("Een bijeenkomst waarvoor u zich aanmeldde, gaat niet door"),
}
TO_AN_EXPERIENCE = {
    KIND.SHARED: gettext_lazy("Ervaring · nieuw"),
    KIND.REWRITTEN: gettext_lazy("Ervaring · gewijzigd"),
    KIND.HIDDEN: gettext_lazy("Uw ervaring is verborgen door een moderator"),
    KIND.RESTORED: gettext_lazy("Uw ervaring is weer te lezen"),
    KIND.REPLIED: gettext_lazy("Nieuwe reactie"),
    KIND.REPLY_HIDDEN: gettext_lazy("Uw reactie is verborgen door een moderator"),
    KIND.REPORT_ANSWERED: gettext_lazy("Een moderator besloot over wat u meldde"),
    KIND.APPEAL_ANSWERED: gettext_lazy("Uw bezwaar is beantwoord"),
    KIND.THANKED: gettext_lazy("Iemand bedankt u"),
}
WHY = {
    REASON.OWN: "",
    REASON.WROTE: gettext_lazy("U schreef hier een ervaring over."),
    REASON.TALKS: gettext_lazy("U reageerde hier ook."),
    REASON.MEMBER: gettext_lazy("U doet mee in deze community."),
    REASON.LEADS: gettext_lazy("U bent coördinator."),
    REASON.MODERATES: gettext_lazy("U modereert de site."),
    REASON.PLAN: gettext_lazy("Dit staat in een plan van u."),
}


@dataclass(frozen=True)
class Shown:
    """A notification as somebody reads it."""

    number: int
    title: str
    url: str
    kind: str
    why: str
    created: datetime
    is_read: bool

    @property
    def full_url(self):
        """Return the address as a mail needs it."""
        return urljoin(settings.BASE_URL, self.url)


def shown(notifications):
    """Return notifications as they are read; whoever asks has left out what may not be seen."""
    return [_shown(notification) for notification in notifications]


def happened(happening):
    """Return what happened: a new practice, a reply."""
    if happening.experience_id:
        return str(TO_AN_EXPERIENCE[happening.kind])
    page = happening.page
    kind = page.specific_class._meta.verbose_name.capitalize() if page else ""
    return TO_A_PAGE[happening.kind] % {"kind": kind}


def _shown(notification):
    happening = notification.happening
    title, url = _thing(happening)
    return Shown(
        number=notification.pk,
        title=title,
        url=url,
        kind=happened(happening),
        why=_why(notification),
        created=happening.created,
        is_read=notification.read_at is not None,
    )


def _thing(happening):
    """Return how it is called to which something happened, and where it is."""
    if happening.kind == KIND.ASKED:
        # Where a coordinator answers.
        page = happening.page
        return page.title, reverse("community_manage", args=[page.slug])
    if happening.page_id:
        return happening.page.title, happening.page.get_url()
    if not happening.experience_id:
        # A meeting that is gone: what the agenda still holds is what there is to see.
        return _("Mijn agenda"), reverse("own_agenda")
    if happening.kind == KIND.REPORT_ANSWERED:
        # Who reported it may not be able to read it any more.
        return _("Wat u meldde"), reverse("own_reports")
    return str(happening.experience), (happening.reply or happening.experience).get_absolute_url()


def _why(notification):
    if notification.reason != REASON.FOLLOWS:
        return str(WHY[notification.reason])
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
