"""Results as data: a table for a spreadsheet, and JSON for whoever builds on it."""

import csv
import io
from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from indicators.exports import harmless
from search.facets import TYPE_LABELS
from search.query import MOST_DATA, Problem, Sort, View


def address(name, query):
    """Return the whole address at which a question is answered."""
    return absolute(_link(name, query))


def absolute(url):
    """Return an address on this site with its host."""
    return urljoin(settings.BASE_URL, url)


def complaints(answer):
    """Return what is wrong with the question or the answer, as problems with a message."""
    if not answer.available:
        return [*answer.problems, Problem("", _("Zoeken lukt nu even niet."))]
    if answer.is_past_the_end:
        return [*answer.problems, Problem("pagina", _("Deze bladzijde bestaat niet."))]
    return answer.problems


def as_csv(answer):
    """Return the results as CSV that opens well in a Dutch spreadsheet.

    Semicolons, decimal commas and a byte order mark. A last line says it when there is more.
    """
    file = io.StringIO()
    writer = csv.writer(file, delimiter=";")
    writer.writerow(
        [
            _("Soort"),
            _("Titel"),
            _("Samenvatting"),
            _("Bijzonderheden"),
            _("Datum"),
            _("Breedtegraad"),
            _("Lengtegraad"),
            _("Adres"),
        ]
    )
    writer.writerows(_line(hit) for hit in answer.results.hits)
    if answer.is_cut:
        writer.writerow([cut_note(answer)])
    return "\N{BYTE ORDER MARK}" + file.getvalue()


def cut_note(answer):
    """Return in words that there is more than is given."""
    return _("Dit zijn de eerste %(given)s van %(total)s resultaten. Verfijn uw vraag.") % {
        "given": MOST_DATA,
        "total": answer.results.total,
    }


def as_json(answer):
    """Return an answer as plain values; docs/search.md says what each means."""
    query, results = answer.query, answer.results
    return {
        "question": query.querystring(),
        "total": results.total,
        "page": query.page,
        "pages": answer.pages,
        "relaxed": results.relaxed,
        "note": cut_note(answer) if answer.is_cut else None,
        "hits": [_hit(hit) for hit in results.hits],
        "facets": [_facet(found) for found in answer.facets],
        "problems": [
            {"parameter": problem.parameter, "message": str(problem.message)}
            for problem in complaints(answer)
        ],
        "links": links(answer, "search_json"),
        "source": {
            "name": settings.WAGTAIL_SITE_NAME,
            "url": absolute("/"),
            "note": _("Elke bladzijde noemt haar eigen bronnen en wat daarmee mag."),
        },
    }


def links(answer, name):
    """Return where this answer, its neighbours and its other forms are."""
    query = answer.query
    has_next = not answer.is_past_the_end and query.page < answer.pages
    return {
        "self": address(name, query),
        "next": address(name, query.on_page(query.page + 1)) if has_next else None,
        "prev": address(name, query.on_page(query.page - 1)) if query.page > 1 else None,
        "html": address("search", query.on_page(1)),
        **{form: address(f"search_{form}", query.on_page(1)) for form in ("csv", "json", "atom")},
    }


def offered(query):
    """Return the forms in which a question is answered, for the page to link to.

    A feed is followed for what is new.
    """
    first = query.seen_as(View.LIST)
    return {
        "csv": _link("search_csv", first),
        "json": _link("search_json", first),
        "atom": _link("search_atom", first.sorted_by(Sort.DATE)),
    }


def _link(name, query):
    question = query.querystring()
    return reverse(name) + (f"?{question}" if question else "")


def _line(hit):
    texts = (_type(hit), hit.title, hit.summary, " · ".join(hit.facts))
    latitude, longitude = hit.location or (None, None)
    return [
        *map(harmless, texts),
        hit.published.isoformat() if hit.published else "",
        _degrees(latitude),
        _degrees(longitude),
        harmless(absolute(hit.url)),
    ]


def _degrees(value):
    return "" if value is None else f"{value:.5f}".replace(".", ",")


def _type(hit):
    return str(TYPE_LABELS.get(hit.type, hit.type))


def _hit(hit):
    return {
        "id": hit.id,
        "type": hit.type,
        "type_label": _type(hit),
        "title": hit.title,
        "url": absolute(hit.url),
        "summary": hit.summary,
        "facts": list(hit.facts),
        "published": hit.published.isoformat() if hit.published else None,
        "location": list(hit.location) if hit.location else None,
    }


def _facet(found):
    return {
        "parameter": found.facet.parameter,
        "label": str(found.facet.label),
        "values": [
            {
                "value": choice.value,
                "label": choice.label,
                "count": choice.count,
                "chosen": choice.chosen,
                "level": level,
            }
            for level, choice in found.walk()
        ],
    }
