"""Reads the answer to a request as a visitor does."""

from bs4 import BeautifulSoup

from tests.reading import words


def soup_of(answer):
    """Return an answer, read; a form of the admin takes a while to read, so it is read once."""
    if not hasattr(answer, "soup"):
        answer.soup = BeautifulSoup(answer.content, "html.parser")
    return answer.soup


def told(answer):
    """Return the language and the heading of a page."""
    page = soup_of(answer)
    return page.html["lang"], words(page.h1)


def is_page(answer):
    return answer.headers.get("Content-Type", "").startswith("text/html")
