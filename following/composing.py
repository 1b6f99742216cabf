"""What a letter says, put together at the moment that it is sent."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from community.permissions import Viewer
from content.queries import public
from following import contacts, permissions, queries, showing, stopping, subjects
from following.models import Follow, Letter, Preference
from search.labels import Labels

KIND = Letter.Kind
# A mail names so many; the site has the rest.
MOST_TOLD = 50


@dataclass(frozen=True)
class Content:
    """A mail before it is laid out; `stop` is the token with which the reader stops them."""

    to: str
    subject: str
    template: str
    context: dict[str, Any] = field(default_factory=dict)
    stop: str = ""


def message(letter, connection=None):
    """Return a letter as a mail, or None when there is nothing to say any more."""
    content = _CONTENTS[letter.kind](letter)
    return content and _laid_out(letter, content, connection)


def absolute(path):
    """Return an address of this site as a mail needs it."""
    return urljoin(settings.BASE_URL, path)


def _laid_out(letter, content, connection):
    stop_url = absolute(reverse("stop_mail", args=[content.stop])) if content.stop else ""
    context = content.context | {
        "site": settings.WAGTAIL_SITE_NAME,
        "address": settings.BASE_URL,
        "stop_url": stop_url,
    }
    mail = EmailMultiAlternatives(
        " ".join(content.subject.split()),
        render_to_string(f"mail/following/{content.template}.txt", context),
        to=[content.to],
        headers=_headers(letter, stop_url),
        connection=connection,
    )
    mail.attach_alternative(
        render_to_string(f"mail/following/{content.template}.html", context), "text/html"
    )
    return mail


def _headers(letter, stop_url):
    host = urlsplit(settings.BASE_URL).hostname
    headers = {
        # The same for the same letter, so that one that comes twice is recognised.
        "Message-ID": f"<{letter.kind}.{letter.pk}.{letter.created:%Y%m%d%H%M%S}@{host}>",
        "Auto-Submitted": "auto-generated",
    }
    if stop_url:
        headers["List-Unsubscribe"] = f"<{stop_url}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _digest(letter):
    user = letter.user
    if not user.is_active or not user.email or queries.often(user) == Preference.Often.NEVER:
        return None
    told = queries.notifications(Viewer(user)).filter(letter=letter, read_at=None)
    notices, found = showing.shown(told[:MOST_TOLD]), _found(letter)
    if not notices and not found:
        return None
    context = {
        "user": user,
        "notices": notices,
        "searches": found,
        "notices_url": absolute(reverse("notifications")),
        "settings_url": absolute(reverse("notification_settings")),
    }
    subject = _("Nieuw bij wat u volgt")
    return Content(user.email, subject, "digest", context, stopping.for_person(user))


def _found(letter):
    """Return the followed questions with the new pages that may be seen now."""
    numbers = {number for pages in letter.found.values() for number in pages}
    pages = permissions.seen_by(letter.user, Page.objects.filter(pk__in=numbers)).in_bulk()
    follows = Follow.objects.filter(user=letter.user, pk__in=letter.found).order_by("pk")
    labels, found = Labels(), []
    for follow in follows:
        seen = [
            {"title": pages[number].title, "url": absolute(pages[number].get_url())}
            for number in letter.found[str(follow.pk)]
            if number in pages
        ]
        subject = subjects.of(follow, labels)
        if seen and subject:
            found.append({"title": subject.title, "url": absolute(subject.url), "pages": seen})
    return found


def _changed(letter):
    page = letter.happening.page
    # Whoever has no account is told what everybody may see.
    shown_to_all = public(Page.objects.filter(pk=page.pk)).exists()
    if not shown_to_all or contacts.is_stopped(letter.address):
        return None
    subject = _("‘%(title)s’ is gewijzigd") % {"title": page.title}
    context = {
        "title": page.title,
        "url": absolute(page.get_url()),
        "what": showing.happened(letter.happening),
    }
    stop = stopping.for_address(letter.address)
    return Content(letter.address, subject, "changed", context, stop)


def _question(letter):
    question = letter.question
    token = contacts.token(question)
    if question.answered_at or contacts.asked_by(token) is None:
        return None
    page = question.page
    subject = _("Klopt het contact bij ‘%(title)s’ nog?") % {"title": page.title}
    context = {
        "title": page.title,
        "role": page.contact_role,
        "is_reminder": letter.kind == KIND.REMIND,
        "answer_url": absolute(reverse("contact_question", args=[token])),
        "days": contacts.LINK_LASTS.days,
    }
    return Content(letter.address, subject, "question", context)


_CONTENTS = {
    KIND.DIGEST: _digest,
    KIND.CHANGED: _changed,
    KIND.CONFIRM: _question,
    KIND.REMIND: _question,
}
