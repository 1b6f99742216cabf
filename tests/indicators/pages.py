"""Reads the pages of figures as a visitor does."""

from bs4 import BeautifulSoup
from django.core.cache import caches

from tests.reading import words


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def texts(elements):
    return [words(element) for element in elements]


def cells(table):
    return [texts(row.find_all(["th", "td"])) for row in table.find_all("tr")]


def queries_of(client, address, django_assert_max_num_queries):
    """Return how many queries a page takes of which no figures are kept."""
    client.get(address)
    caches["figures"].clear()
    with django_assert_max_num_queries(100) as counted:
        client.get(address)
    return len(counted)
