"""The search page, its results as data, and the suggestions."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from content.outlines import ATTRIBUTION
from search import answering, exports, feeds, maps, missed, own_area, promotions
from search.facets import TYPE_LABELS
from search.pages import page_links
from search.parsing import parse
from search.query import MAX_DATA_PAGE, MAX_TEXT, Sort, View
from search.visibility import Searcher

# What somebody types before a suggestion makes sense.
SHORTEST_BEGINNING = 2
# Browsers follow no address without end: a longer question goes along as far as it is understood.
LONGEST_LED = 4000


@require_safe
def search(request):
    """Answer the question in the querystring, as a page or as the part that changes."""
    query, problems = parse(request.GET)
    searcher = Searcher(request)
    answer = promotions.on_top(answering.answer(query, problems, searcher), searcher)
    missed.note(request, answer)
    context = {
        "answer": answer,
        "query": answer.query,
        "results": answer.results,
        "sorts": _sort_links(answer),
        "own_areas": own_area.choices(answer),
        "own_area_typed": own_area.typed(answer),
        "own_themes": own_area.themes(answer),
        "views": [_view_link(answer.query, view) for view in View],
        "page_links": page_links(answer),
        "offered": exports.offered(answer.query),
    }
    if answer.query.view is View.MAP:
        context |= {"places": maps.results_map(answer), "attribution": ATTRIBUTION}
    template = "search/answer.html" if _wants_part(request) else "search/page.html"
    response = render(request, template, context, status=answer.status_code)
    # The same address gives a page or a part of it: caches must keep them apart.
    response["Vary"] = ", ".join(filter(None, [response.get("Vary"), "HX-Request"]))
    return response


@require_safe
def with_slash(request):
    """Lead to the search page with the same question, for good."""
    asked = request.META.get("QUERY_STRING", "")
    if len(asked) > LONGEST_LED:
        asked = parse(request.GET)[0].querystring()
    return redirect(f"{reverse('search')}{asked and '?'}{asked}", permanent=True)


@require_safe
@conditional_page
@cache_control(private=True, no_cache=True)
def search_csv(request):
    """Give all results as a table, the first thousand when there are more."""
    query, problems = parse(request.GET)
    answer = answering.answer(query.as_table(), problems, Searcher(request))
    if answer.status_code != 200:
        return _told(answer)
    return HttpResponse(
        exports.as_csv(answer),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="zoekresultaten.csv"'},
    )


@require_safe
@conditional_page
@cache_control(private=True, no_cache=True)
def search_json(request):
    """Give a page of results with their facets as JSON."""
    answer = _page_of_data(request)
    text = {"ensure_ascii": False}
    return JsonResponse(exports.as_json(answer), status=answer.status_code, json_dumps_params=text)


@require_safe
@conditional_page
@cache_control(private=True, no_cache=True)
def search_atom(request):
    """Give a page of results as a feed."""
    answer = _page_of_data(request)
    if answer.status_code != 200:
        return _told(answer)
    return HttpResponse(feeds.as_atom(answer), content_type="application/atom+xml; charset=utf-8")


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


def _page_of_data(request):
    query, problems = parse(request.GET, last=MAX_DATA_PAGE)
    return answering.answer(query.as_data(), problems, Searcher(request))


def _told(answer):
    """Return what is wrong in words; a table or a feed has no place for that."""
    lines = [str(problem.message) for problem in exports.complaints(answer)]
    return HttpResponse(
        "\n".join([*lines, ""]),
        status=answer.status_code,
        content_type="text/plain; charset=utf-8",
    )


def _wants_part(request):
    # The back button of the browser asks htmx for a whole page.
    return request.htmx and not request.htmx.history_restore_request


def _sort_links(answer):
    links = [_sort_link(answer.query, sort) for sort in Sort if sort is not Sort.NEARNESS]
    near = own_area.near(answer)
    return [*links, _nearness_link(answer, near)] if near else links


def _sort_link(query, sort):
    return {
        "label": sort.label,
        "chosen": sort is query.sort,
        "querystring": query.sorted_by(sort).querystring(),
    }


def _nearness_link(answer, near):
    code, name = near
    return {
        "label": _("Dichtst bij %(area)s") % {"area": name},
        "chosen": answer.query.sort is Sort.NEARNESS,
        "querystring": answer.query.sorted_from(code).querystring(),
    }


def _view_link(query, view):
    return {
        "view": view,
        "chosen": view is query.view,
        "querystring": query.seen_as(view).querystring(),
    }
