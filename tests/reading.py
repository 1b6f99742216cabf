"""Reads a page as a visitor does: by its headings, words and links."""

import re

from bs4 import BeautifulSoup
from django.test import Client

# Django writes the token of a form in another way each time; a way to sign in leads back to the
# address that was asked for.
DIFFERS = re.compile(rb'name="csrfmiddlewaretoken" value="\w+"|\?next=[^"]*')


def browser_of(person=None):
    """Return the browser of somebody who is signed in, or of a stranger."""
    client = Client()
    if person:
        client.force_login(person)
    return client


def main_of(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser").find(id="inhoud")


def unmarked(answer):
    """Return an answer as it is, but for the address that was asked for and the mark of a form."""
    return DIFFERS.sub(b"", answer.content)


def words(element):
    return " ".join(element.get_text(" ").split())


def section(soup, name):
    """Return the part of a page under the heading with this id."""
    heading = soup.find(id=name)
    return heading.find_parent("section") if heading else None


def titles(soup, name):
    """Return the titles in a part of a page, or nothing when it is not there."""
    found = section(soup, name)
    return [words(title) for title in found.select("h3")] if found else []


def links(soup, selector):
    return [(words(link), link["href"]) for link in soup.select(f"{selector} a")]


def facts(soup):
    """Return the strip of facts under the opening of a page."""
    return {words(row.dt): words(row.dd) for row in soup.select(".wk-facts > div")}


def terms(soup):
    return {words(row.dt): words(row.dd) for row in soup.select(".wk-terms > div")}
