"""Counts the questions that found nothing, for editors who wonder what is missing on the site.

Kept are the words, how often, and two days; never who asked, and nothing of a question that
points at somebody (search.discretion). Editors read what was asked twice or more; what nobody
asked for ninety days is forgotten.

Counting is done in the background: a searcher waits for no write, and a database that is locked
is tried again. What waits to be counted is in memory alone and is lost with the process.
"""

import logging
import re
import threading
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError
from django.db.models import F
from django.utils import timezone

from search import dutch
from search.discretion import may_be_kept
from search.models import MissedQuestion
from search.query import Sort, View
from search.question import understand
from search.waking import LONGEST_SLEEP, Worker

log = logging.getLogger(__name__)

REMEMBERED = timedelta(days=90)
READ_FROM = 2
# A robot that asks for everything fills no database: the rarest, oldest questions make room.
MOST_ROWS, ROWS_KEPT = 5000, 4500
MOST_WAITING = 500
ROBOT = re.compile(r"bot\b|crawl|spider|slurp|preview|facebookexternalhit", re.IGNORECASE)
# What a browser sends when somebody loads a page again, or loads one that nobody opened yet.
AGAIN = {"max-age=0", "no-cache"}
AHEAD = ("Purpose", "Sec-Purpose", "X-Moz")


def note(request, answer):
    """Remember the question of an answer that gave too little, to be counted in a moment."""
    if not _gives_too_little(answer) or not _is_asked_by_a_reader(request):
        return
    text = plainest(answer.query.text)
    if text:
        _waiting.add(text, partly=answer.results.total > 0)
        if settings.SEARCH_DRAINS_ITSELF:
            worker.wake()


def plainest(text):
    """Return what is kept of a question: its words in their plainest form, or nothing."""
    asked = understand(text)
    if asked.phrases or asked.excluded or not may_be_kept(text):
        # Who asks for a phrase, or for something without something, asks more than for a subject.
        return ""
    words = " ".join(word.text for word in dutch.words(text))
    longest = MissedQuestion._meta.get_field("text").max_length
    if len(words) > longest:
        words = words[:longest].rpartition(" ")[0]
    return words


def read_by_editors():
    """Return the questions that were asked often enough to be read, and not too long ago."""
    return MissedQuestion.objects.filter(times__gte=READ_FROM, last_asked__gte=_oldest())


def write_down():
    """Count what waits; return how long to wait before trying again, or None when all is done."""
    waiting = _waiting.take()
    while waiting:
        text, (times, partly) = next(iter(waiting.items()))
        try:
            _count(text, times, partly)
        except DatabaseError as error:
            # Without its message, which may hold the question.
            kind = type(error).__name__
            log.warning("%s questions without answer wait to be counted: %s", len(waiting), kind)
            _waiting.put_back(waiting)
            return LONGEST_SLEEP
        del waiting[text]
    return None


def forget():
    """Remove what is too old, and the rarest when there are too many; return how many went."""
    old, _models = MissedQuestion.objects.filter(last_asked__lt=_oldest()).delete()
    if MissedQuestion.objects.count() <= MOST_ROWS:
        return old
    kept = MissedQuestion.objects.order_by("-times", "-last_asked", "-pk")[:ROWS_KEPT]
    rare, _models = MissedQuestion.objects.exclude(pk__in=kept.values("pk")).delete()
    return old + rare


class _Waiting:
    """The questions that wait to be counted, by their words."""

    def __init__(self):
        self._found = {}
        self._lock = threading.Lock()

    def add(self, text, partly, times=1):
        """Count a question once more, when there is room for it."""
        with self._lock:
            if text in self._found or len(self._found) < MOST_WAITING:
                before, _partly = self._found.get(text, (0, partly))
                self._found[text] = (before + times, partly)

    def take(self):
        """Return all that waits and wait for nothing more."""
        with self._lock:
            found, self._found = self._found, {}
            return found

    def put_back(self, found):
        """Let these wait again."""
        for text, (times, partly) in found.items():
            self.add(text, partly, times)


_waiting = _Waiting()
worker = Worker("missed-questions", write_down)


def _gives_too_little(answer):
    query = answer.query
    first = query.page == 1 and query.sort is Sort.RELEVANCE and query.view is View.LIST
    answered = answer.promoted or answer.figures or answer.results.saying_all
    as_asked = first and bool(query.text) and not query.is_narrowed
    return as_asked and answer.status_code == 200 and not answered


def _is_asked_by_a_reader(request):
    sent = request.headers
    ahead = any(word in sent.get(name, "") for name in AHEAD for word in ("prefetch", "preview"))
    return (
        request.method == "GET"
        and not ahead
        and sent.get("Cache-Control") not in AGAIN
        and not ROBOT.search(sent.get("User-Agent", ""))
        # Editors try out what they were told of.
        and not request.user.has_perm("wagtailadmin.access_admin")
    )


def _count(text, times, partly):
    question, is_new = MissedQuestion.objects.get_or_create(text=text)
    MissedQuestion.objects.filter(pk=question.pk).update(
        times=F("times") + times, partly=partly, last_asked=timezone.localdate()
    )
    if is_new:
        forget()


def _oldest():
    return timezone.localdate() - REMEMBERED
