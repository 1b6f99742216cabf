"""The links to the other pages of an answer."""

from dataclasses import dataclass

NEIGHBOURS = 2


@dataclass(frozen=True)
class PageLinks:
    """Where a reader can go from here; `numbers` holds None where pages are left out."""

    previous: str | None
    next: str | None
    numbers: tuple


@dataclass(frozen=True)
class PageLink:
    """One page with the question that leads to it."""

    number: int
    querystring: str
    current: bool


def page_links(answer):
    """Return the links, or None when everything fits on one page."""
    if answer.pages == 1 or answer.is_past_the_end:
        return None
    query = answer.query
    return PageLinks(
        previous=_link(query, query.page - 1) if query.page > 1 else None,
        next=_link(query, query.page + 1) if query.page < answer.pages else None,
        numbers=tuple(_numbers(query, answer.pages)),
    )


def _numbers(query, last):
    shown = {1, last, *range(query.page - NEIGHBOURS, query.page + NEIGHBOURS + 1)}
    before = 0
    for number in sorted(number for number in shown if 1 <= number <= last):
        if number > before + 1:
            yield None
        yield PageLink(number, _link(query, number), number == query.page)
        before = number


def _link(query, number):
    return query.on_page(number).querystring()
