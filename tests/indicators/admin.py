"""Reads the pages of the admin as an editor does."""

from bs4 import BeautifulSoup

from tests.reading import words


def soup(response):
    return BeautifulSoup(response.content, "html.parser")


def errors(response):
    """Return the messages of a form by the name of their field."""
    found = {}
    for panel in soup(response).select("[data-contentpath]"):
        messages = panel.select(".error-message")
        if messages:
            found[panel["data-contentpath"]] = words(messages[0])
    return found


def titles(response):
    return [words(link) for link in soup(response).select("td.title .title-wrapper")]
