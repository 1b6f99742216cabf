"""The search page and the suggestions."""

from django.http import JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from search import answering, promotions
from search.facets import TYPE_LABELS
from search.pages import page_links
from search.query import MAX_TEXT, Sort, parse
from search.visibility import Searcher

# What somebody types before a suggestion makes sense.
SHORTEST_BEGINNING = 2


@require_safe
def search(request):
    """Answer the question in the querystring, as a page or as the part that changes."""
    query, problems = parse(request.GET)
    searcher = Searcher(request)
    answer = promotions.on_top(answering.answer(query, problems, searcher), searcher)
    context = {
        "answer": answer,
        "query": answer.query,
        "results": answer.results,
        "sorts": [_sort_link(answer.query, sort) for sort in Sort],
        "page_links": page_links(answer),
    }
    template = "search/answer.html" if _wants_part(request) else "search/page.html"
    response = render(request, template, context, status=answer.status_code)
    # The same address gives a page or a part of it: caches must keep them apart.
    response["Vary"] = ", ".join(filter(None, [response.get("Vary"), "HX-Request"]))
    return response


@require_safe
def suggestions(request):
    """Return titles that begin with what is typed, for the search box."""
    text = " ".join(request.GET.get("q", "").replace("\x00", " ").split())[:MAX_TEXT]
    found = []
    if len(text) >= SHORTEST_BEGINNING:
        found = answering.suggestions(text, Searcher(request))
    return JsonResponse(
        {
            "suggestions": [
                {
                    "title": suggestion.title,
                    "type": str(TYPE_LABELS.get(suggestion.type, suggestion.type)),
                    "url": suggestion.url,
                }
                for suggestion in found
            ]
        }
    )


def _wants_part(request):
    # The back button of the browser asks htmx for a whole page.
    return request.htmx and not request.htmx.history_restore_request


def _sort_link(query, sort):
    return {
        "sort": sort,
        "chosen": sort is query.sort,
        "querystring": query.sorted_by(sort).querystring(),
    }
