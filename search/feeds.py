"""Results as an Atom feed, for who follows a question."""

import re
from datetime import UTC, datetime
from urllib.parse import quote, urlsplit

from django.conf import settings
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.models import Page

from search import exports, keys
from search.facets import TYPE_LABELS

# Names must stay what they are, whatever happens to addresses: RFC 4151 asks for a day on which
# the name of the site was ours.
SINCE = "2026-01-01"
# An entry must say when it changed; of some things nobody wrote that down.
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)
# What XML cannot hold.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Feed(Atom1Feed):
    """A feed of one page of results, with links to the pages beside it."""

    def add_root_elements(self, handler):
        """Add the links to the pages beside this one."""
        super().add_root_elements(handler)
        for relation in ("next", "prev"):
            if self.feed[relation]:
                name = {"prev": "previous"}.get(relation, relation)
                handler.addQuickElement("link", "", {"rel": name, "href": self.feed[relation]})

    def latest_post_date(self):
        """Return when the newest entry changed; the same question gives the same feed."""
        return max((item["updateddate"] for item in self.items), default=LONG_AGO)


def as_atom(answer):
    """Return the results of a page as Atom."""
    links = exports.links(answer, "search_atom")
    feed = Feed(
        title=_title(answer.query),
        link=links["html"],
        description=exports.cut_note(answer) if answer.is_cut else "",
        language="nl",
        author_name=settings.WAGTAIL_SITE_NAME,
        author_link=exports.absolute("/"),
        feed_url=links["self"],
        next=links["next"],
        prev=links["prev"],
    )
    changed = _changed(answer.results.hits)
    for hit in answer.results.hits:
        _add(feed, hit, changed.get(hit.id) or _midnight(hit.published) or LONG_AGO)
    return feed.writeString("utf-8")


def _title(query):
    text = _printable(query.text)
    return _("Zoeken naar ‘%(text)s’") % {"text": text} if text else _("Zoeken")


def _add(feed, hit, changed):
    feed.add_item(
        title=_printable(hit.title),
        link=exports.absolute(hit.url),
        description=escape(_printable(hit.summary)),
        unique_id=f"tag:{urlsplit(settings.BASE_URL).hostname},{SINCE}:{quote(hit.id, safe=':')}",
        pubdate=_midnight(hit.published),
        updateddate=changed,
        categories=[str(TYPE_LABELS.get(hit.type, hit.type))],
    )


def _changed(hits):
    """Return when the pages among the hits were last published (one query)."""
    numbers = keys.numbers([hit.id for hit in hits], keys.PAGE)
    days = Page.objects.filter(pk__in=numbers).values_list("pk", "last_published_at")
    return {keys.of_page(number): moment for number, moment in days}


def _midnight(day):
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else None


def _printable(text):
    return FORBIDDEN.sub("", text)
