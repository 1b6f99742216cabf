"""New answers to the questions that somebody follows."""

from django.http import QueryDict
from wagtail.models import Page

from search import answering, keys
from search.parsing import parse
from search.visibility import Searcher


def news(follow, searcher):
    """Return the numbers of new pages that answer a followed question and were not told of yet.

    New is what was published for the first time since it is followed. None says that the engine
    does not answer: then nothing is known, and the next time tells it.
    """
    query, problems = parse(QueryDict(follow.search))
    answer = answering.answer(query.as_table(), problems, searcher)
    if not answer.available:
        return None
    found = set(keys.numbers([hit.id for hit in answer.results.hits], keys.PAGE))
    since = Page.objects.filter(
        pk__in=found - set(follow.told), first_published_at__gte=follow.created
    )
    return list(since.order_by("first_published_at", "pk").values_list("pk", flat=True))


def searcher_for(user):
    """Return somebody for whom is searched while that person is away."""
    return Searcher.of(user)
