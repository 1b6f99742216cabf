"""Finds the titles to suggest, in the order of search.engines.suggesting."""

from search.engines.embedded import bitmaps, choosing
from search.engines.embedded.asking import Texts
from search.engines.suggesting import typed

SORTED = ("is_figure", "name_length")


def best(connection, columns, text, visible, limit):
    """Return the numbers of the documents with a name in which words begin with a text."""
    texts, found = Texts(connection, columns.index), []
    for asked in _ways(typed(text)):
        here = bitmaps.of(texts.matching("names", asked)) & visible & ~bitmaps.of(found)
        numbers = bitmaps.members(here)
        keys = [columns[name][numbers] for name in SORTED]
        found += choosing.first(columns, limit - len(found), numbers, keys)
        if len(found) == limit:
            break
    return found


def _ways(words):
    if not words:
        return
    beginnings = " AND ".join(f'"{word}"*' for word in words)
    yield f'title : ^ "{" ".join(words)}" *'
    yield f"title : ({beginnings})"
    yield beginnings
