"""Words that mean the same: the list of the editors, abbreviations, and other words for themes.

Only themes that are a part of another one give synonyms: the words for a whole field (living,
learning) are on its own page, and would find half of the site.

They are applied to the question, not to the documents, so a new word works from the next
question on. They are read once per search, and worked out again only when one of them changed.
"""

from functools import lru_cache

from django.db import connection
from django.db.models import F, Value

from content.models import Organisation, Theme, ThemeLabel
from indicators.models import Indicator
from search import dutch
from search.models import SearchSynonym, split_words
from search.question import Variant

# Editors pair what means the same, an abbreviation is the thing itself; the other words for a
# theme are about the same subject.
WEIGHTS = {"synonym": 0.7, "organisation": 1.0, "indicator": 1.0, "theme": 0.25}


class Synonyms:
    """Expressions that mean the same, each as stems in a row."""

    def __init__(self):
        self._by_first = {}

    def add(self, group, weight):
        """Let each expression of a group stand for the others."""
        expressions = list(filter(None, dict.fromkeys(tuple(dutch.stems(text)) for text in group)))
        for expression in expressions:
            if dutch.STOP_WORDS.issuperset(expression):
                # OM is the public prosecutor too, but hardly ever in a question.
                continue
            known = self._by_first.setdefault(expression[0], {}).setdefault(expression, {})
            for other in expressions:
                if other != expression:
                    known[other] = max(weight, known.get(other, 0.0))

    def at(self, stems, place):
        """Return the length of the longest expression that begins here, and what else to say."""
        known = self._by_first.get(stems[place], {})
        found = [
            expression
            for expression in known
            if tuple(stems[place : place + len(expression)]) == expression
        ]
        if not found:
            return 0, ()
        longest = max(found, key=len)
        others = known[longest].items()
        return len(longest), tuple(Variant(other, weight) for other, weight in others)


def load():
    """Return the synonyms as they are now, read in one query."""
    return _worked_out(read(_written(connection.vendor)))


def read(written):
    """Return the rows of a query that is written already, in order."""
    with connection.cursor() as cursor:
        cursor.execute(*written)
        return tuple(sorted(cursor.fetchall()))


def write(first, *others):
    """Return one query for all of these rows, as SQL with its values.

    Keep what it returns: writing a query takes longer than asking it.
    """
    return first.union(*others, all=True).query.sql_with_params()


def meant():
    """Return what to read of every table to know which words mean the same."""
    return (
        rows("theme", Theme.objects.filter(broader__isnull=False), "pk", "label"),
        rows("theme", ThemeLabel.objects.filter(theme__broader__isnull=False), "theme", "label"),
        rows("organisation", _abbreviated(Organisation), "pk", "name"),
        rows("organisation", _abbreviated(Organisation), "pk", "abbreviation"),
        rows("indicator", _abbreviated(Indicator), "pk", "name"),
        rows("indicator", _abbreviated(Indicator), "pk", "abbreviation"),
        rows("synonym", SearchSynonym.objects.all(), "pk", "words"),
    )


def groups(found):
    """Return the expressions that mean the same, by the kind and number of what says so."""
    known = {}
    for kind, number, text in found:
        if kind in WEIGHTS:
            expressions = split_words(text) if kind == "synonym" else (text,)
            known.setdefault((kind, number), []).extend(expressions)
    return known


@lru_cache(maxsize=2)
def _written(vendor):
    return write(*meant())


def rows(kind, records, number, text):
    """Return what to read of a table: the kind it is read for, a number and a text."""
    return (
        records.order_by()
        .annotate(_kind=Value(kind), _number=F(number), _text=F(text))
        .values_list("_kind", "_number", "_text")
    )


def _abbreviated(model):
    return model.objects.exclude(abbreviation="")


@lru_cache(maxsize=2)
def _worked_out(found):
    synonyms = Synonyms()
    for (kind, _number), group in groups(found).items():
        synonyms.add(group, WEIGHTS[kind])
    return synonyms
