"""Pages that editors put above the hits; see search.models.Promotion.

They stand on the first page of an answer, when its order is that of relevance and nothing is
chosen in the facets: who narrows or sorts wants to see just that. They are read from the
database and not from the index, so they are right at once, also when nothing is found. So are the
words that mean the same, in the same query: what is promoted for vsv is so for voortijdig
schoolverlaten, below what is promoted for that itself.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from django.db import connection
from django.utils.text import capfirst
from wagtail.models import Page

from search import keys, synonyms
from search.gist import gist
from search.models import Promotion, split_words
from search.paraphrases import Paraphrases
from search.query import Sort
from search.question import understand

MOST = 3


@dataclass(frozen=True)
class Promoted:
    """A page above the hits, with what editors say of it."""

    id: str
    kind: str
    title: str
    url: str
    text: str


def on_top(answer, searcher):
    """Return an answer with the promoted pages above its hits, and not among them again.

    The total stays what it was: what stands above is still one of the results.
    """
    promoted = _promoted(answer.query, searcher)
    if not promoted:
        return answer
    above = {page.id for page in promoted}
    hits = tuple(hit for hit in answer.results.hits if hit.id not in above)
    return replace(answer, promoted=promoted, results=replace(answer.results, hits=hits))


def beside(words, promotion):
    """Return the other promotions for any of the questions between the commas, by question."""
    standing = _standing()
    others = Promotion.objects.exclude(pk=promotion.pk).select_related("page")
    found = {
        question: _in_order(others, standing.get(gist(question), {}))
        for question in split_words(words)
    }
    return {question: others for question, others in found.items() if others}


def _promoted(query, searcher):
    if not _has_room(query):
        return ()
    standing = _standing().get(gist(query.text))
    return _shown(standing, searcher) if standing else ()


def _has_room(query):
    first = query.page == 1 and query.sort is Sort.RELEVANCE and not query.is_narrowed
    return first and bool(query.text) and not understand(query.text).excluded


def _standing():
    """Return which promotions stand above what question (one query).

    By the gist of the question: the number of each, and whether it is asked there in other words.
    """
    return _by_gist(synonyms.read(_written(connection.vendor)))


@lru_cache(maxsize=2)
def _written(vendor):
    promoted = synonyms.rows("promotion", Promotion.objects.all(), "pk", "words")
    return synonyms.write(promoted, *synonyms.meant())


@lru_cache(maxsize=2)
def _by_gist(rows):
    paraphrases = Paraphrases(synonyms.groups(rows).values())
    found = {}
    for kind, number, words in rows:
        for question in split_words(words) if kind == "promotion" else ():
            for place, asked in enumerate(paraphrases.of(question)):
                standing = found.setdefault(asked, {})
                standing[number] = standing.get(number, True) and place > 0
    return found


def _in_order(promotions, standing):
    """Return those that stand somewhere: in the order of the editors, other words last."""
    found = [promotion for promotion in promotions if promotion.pk in standing]
    return sorted(found, key=lambda promotion: standing[promotion.pk])


def _shown(standing, searcher):
    """Return what this searcher may see of these promotions, each page once."""
    first = {}
    for promotion in _in_order(Promotion.objects.filter(pk__in=standing), standing):
        first.setdefault(keys.of_page(promotion.page_id), promotion)
    visible = keys.numbers(searcher.visible(list(first)), keys.PAGE)
    pages = {keys.of_page(page.pk): page for page in Page.objects.filter(pk__in=visible).specific()}
    promoted = [
        _above(key, pages[key], promotion.reason, searcher.request)
        for key, promotion in first.items()
        if key in pages
    ]
    return tuple(promoted[:MOST])


def _above(key, page, reason, request):
    return Promoted(
        id=key,
        kind=capfirst(page._meta.verbose_name),
        title=page.title,
        url=page.get_url(request),
        # Sections have no summary of their own.
        text=reason or getattr(page, "summary", ""),
    )
