"""Mails about taking part: sent after the commit, and what cannot be sent stops nothing.

What went wrong stands in the log, without the address, and beside the person on the page of who
looks after the community.
"""

import logging
from functools import partial

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from content.addresses import absolute

log = logging.getLogger(__name__)


def invite(invitation):
    """Send an invitation to whom it is for."""
    community = invitation.community
    by = invitation.invited_by or _("De coördinator")
    _after_commit(
        invitation,
        invitation.email,
        _("Uitnodiging voor %(community)s"),
        {
            "lines": [
                _("%(by)s nodigt u uit voor de community %(community)s.")
                % {"by": by, "community": community.title},
            ],
            "quote": invitation.text,
            "link": absolute(reverse("invitation", args=[invitation.token])),
            "link_text": _("Bekijk de uitnodiging"),
            "after": _("De uitnodiging is voor één persoon en werkt %(days)s dagen.")
            % {"days": invitation.LASTS.days},
        },
    )


def admitted(member):
    """Tell somebody that they take part now."""
    _tell(
        member,
        _("U doet mee met %(community)s"),
        _("U bent toegelaten tot de community %(community)s. Welkom!"),
        link=absolute(member.community.get_url() or "/"),
        link_text=_("Naar de community"),
    )


def refused(member):
    """Tell somebody that they were not let in, and why."""
    _tell(
        member,
        _("Uw vraag aan %(community)s"),
        _("U vroeg om mee te doen met de community %(community)s. Dat kan nu niet. De reden:"),
        quote=member.reason,
    )


def expelled(member):
    """Tell somebody that they were put out, and why."""
    _tell(
        member,
        _("U doet niet meer mee met %(community)s"),
        _("De coördinator heeft u uit de community %(community)s gezet. De reden:"),
        quote=member.reason,
    )


def _tell(member, subject, line, **more):
    line %= {"community": member.community.title}
    _after_commit(member, member.user.email, subject, {"lines": [line], **more})


def _after_commit(about, address, subject, words):
    subject = " ".join((subject % {"community": about.community.title}).split())
    transaction.on_commit(partial(_send, about, address, subject, words))


def _send(about, address, subject, words):
    context = words | {"subject": subject, "site_name": settings.WAGTAIL_SITE_NAME}
    failed = False
    try:
        mail = EmailMultiAlternatives(
            subject, render_to_string("mail/community.txt", context), to=[address]
        )
        mail.attach_alternative(render_to_string("mail/community.html", context), "text/html")
        mail.send()
    # Whatever is wrong with mail, what happened has happened. Its words may hold the address.
    except Exception as error:
        failed = True
        log.error(
            "A mail was not sent: %s %s, %s",
            about._meta.model_name,
            about.key,
            type(error).__name__,
        )
    type(about).objects.filter(pk=about.pk).update(mail_failed=failed)
