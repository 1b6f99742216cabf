"""Wagtail's own search, by which editors find pages, pictures and documents in the admin.

It runs in the database of the site, and there some questions end in an error: one of nine hundred
words, or one with a sign that means something to the index of SQLite. This passes on words alone,
and no more of them than anybody types. The public search has nothing to do with it.
"""

import re

from modelsearch.backends import database
from modelsearch.query import And, Or, Phrase, PlainText

WORD = re.compile(r"\w+")
MOST_WORDS = 24


class WordsAlone:
    """Searches for the first words of a question, without the signs between them."""

    def _search(self, query_compiler_class, query, model_or_queryset, **kwargs):
        return super()._search(query_compiler_class, words_of(query), model_or_queryset, **kwargs)


def words_of(query):
    """Return a question with words alone, or an empty text when it has none."""
    if isinstance(query, str):
        return " ".join(WORD.findall(query)[:MOST_WORDS])
    if isinstance(query, (PlainText, Phrase)):
        return _with_words(query, words_of(query.query_string))
    if isinstance(query, (And, Or)):
        parts = [part for part in map(words_of, query.subqueries[:MOST_WORDS]) if part]
        return type(query)(parts) if len(parts) > 1 else next(iter(parts), "")
    return query


def _with_words(query, words):
    if not words:
        return ""
    is_phrase = isinstance(query, Phrase)
    return Phrase(words) if is_phrase else PlainText(words, query.operator, query.boost)


def SearchBackend(params):
    """Return the search of the database that is used, reading words alone.

    The name is the one that modelsearch looks for.
    """
    kind = type(database.SearchBackend({}))
    return type(kind.__name__, (WordsAlone, kind), {})(params)
