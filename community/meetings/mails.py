"""What people are told by mail about meetings, once the transaction holds."""

import logging

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from community.models import Registration

log = logging.getLogger(__name__)


def after_commit(send, registration):
    """Send a mail about a registration when the transaction holds; trouble undoes nothing.

    It is logged and kept at the registration, where the organisers of the meeting see it.
    """

    def told():
        try:
            send(registration)
        except Exception:
            log.exception("No mail could be sent about registration %s.", registration.key)
            Registration.objects.filter(pk=registration.pk).update(mail_failed=True)

    transaction.on_commit(told)


def seat_given(registration):
    """Tell somebody who waited that there is a seat."""
    subject = _("U kunt mee: %(title)s") % {"title": registration.event.title}
    _send(registration, subject, "mail/seat_given", page_url=registration.event.full_url)


def called_off(registration):
    """Tell somebody who registered that the meeting was called off; its page says so too."""
    subject = _("Gaat niet door: %(title)s") % {"title": registration.event.title}
    _send(registration, subject, "mail/called_off", page_url=registration.event.full_url)


def withdrawn(registration):
    """Tell somebody who registered that the meeting has no page any more, and why."""
    subject = _("Gaat niet door: %(title)s") % {"title": registration.event.title}
    _send(registration, subject, "mail/called_off", page_url="")


def fallen_away(registration):
    """Tell somebody who may not know what became of the meeting that it does not happen."""
    _send(registration, _("Een bijeenkomst gaat niet door"), "mail/called_off", is_nameless=True)


def _send(registration, subject, template, **more):
    event, key = registration.event, registration.event.translation_key
    context = {
        "subject": subject,
        "site_name": settings.WAGTAIL_SITE_NAME,
        "base_url": settings.BASE_URL,
        "person": registration.user,
        "event": event,
        "cancel_url": f"{settings.BASE_URL}{reverse('unregister', args=[key])}",
    } | more
    mail = EmailMultiAlternatives(
        " ".join(subject.split()),
        render_to_string(f"{template}.txt", context),
        to=[registration.user.email],
        headers={"Auto-Submitted": "auto-generated"},
    )
    mail.attach_alternative(render_to_string(f"{template}.html", context), "text/html")
    mail.send()
