"""Pages that editors put above the hits; see search.models.Promotion.

They stand on the first page of an answer, when its order is that of relevance and nothing is
chosen in the facets: who narrows or sorts wants to see just that. They are read from the
database and not from the index, so they are right at once, also when nothing is found.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

from django.utils.text import capfirst
from wagtail.models import Page

from search import keys, synonyms
from search.gist import gist, gists
from search.models import Promotion, split_words
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
    others = [other for other in _in_order() if other.pk != promotion.pk]
    found = {
        question: [other for other in others if gist(question) in map(gist, other.questions)]
        for question in split_words(words)
    }
    return {question: others for question, others in found.items() if others}


def _in_order():
    return Promotion.objects.select_related("page")


def _promoted(query, searcher):
    if not _has_room(query):
        return ()
    known = _by_gist(tuple(Promotion.objects.values_list("pk", "words")))
    asked = gists(query.text, synonyms.load()) if known else ()
    numbers = [number for each in asked for number in known.get(each, ())]
    return _shown(numbers, searcher) if numbers else ()


def _has_room(query):
    first = query.page == 1 and query.sort is Sort.RELEVANCE and not query.is_narrowed
    return first and bool(query.text) and not understand(query.text).excluded


@lru_cache(maxsize=2)
def _by_gist(rows):
    """Return the numbers of the promotions by what is asked, in their order."""
    found = {}
    for number, words in rows:
        for asked in map(gist, split_words(words)):
            found.setdefault(asked, []).append(number)
    return found


def _shown(numbers, searcher):
    """Return what this searcher may see of these promotions, each page once."""
    first = {}
    for promotion in Promotion.objects.filter(pk__in=numbers):
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
