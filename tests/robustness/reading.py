"""Reads an answer as a visitor does."""

from bs4 import BeautifulSoup


def soup_of(answer):
    return BeautifulSoup(answer.content, "html.parser")


def words(element):
    return " ".join(element.get_text(" ").split()) if element else ""


def told(answer):
    """Return the language and the heading of a page."""
    page = soup_of(answer)
    return page.html["lang"], words(page.h1)


def is_page(answer):
    return answer.headers.get("Content-Type", "").startswith("text/html")
