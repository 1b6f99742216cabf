"""Reads the pages about people as a visitor does."""

from bs4 import BeautifulSoup

from tests.reading import words


def page_of(answer):
    return BeautifulSoup(answer.content, "html.parser").find(id="inhoud")


def said(answer):
    """Return what was just done, or what is wrong."""
    return [words(found) for found in page_of(answer).select(".wk-messages p, [role=alert]")]


def errors(answer):
    return [words(found) for found in page_of(answer).select(".utrecht-form-field-error-message")]


def buttons(answer):
    return [words(found) for found in page_of(answer).select("form[method=post] button")]


def rows(answer, heading):
    """Return the names in a part of a page."""
    part = page_of(answer).find(id=heading).find_parent("section")
    return [words(found) for found in part.select("h3")]


def names(answer):
    return [words(found) for found in page_of(answer).select("h2 a")]
