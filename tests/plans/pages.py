"""Reads the pages of plans as their owner does."""

from bs4 import BeautifulSoup

from tests.reading import words


def read(answer, status=200):
    assert answer.status_code == status
    return BeautifulSoup(answer.content, "html.parser").find(id="inhoud")


def titles(soup):
    """Return what stands in a plan, in order."""
    return [words(title) for title in soup.select(".wk-plan__title")]


def errors(soup):
    """Return what is wrong with a form, by the name of the field that says so."""
    return {
        field["name"]: words(soup.find(id=f"{field['id']}_error"))
        for field in soup.select("[aria-invalid=true]")
    }


def notices(soup):
    """Return what just happened, and what can be undone."""
    found = soup.select(".wk-messages .wk-notice, .wk-plan__removed [role=status]")
    return [words(notice) for notice in found]


def queries_of(client, address, django_assert_max_num_queries):
    """Return how many queries a page takes that was asked before."""
    client.get(address)
    with django_assert_max_num_queries(100) as counted:
        client.get(address)
    return len(counted)
