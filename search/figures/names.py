"""Which indicators and areas a question names, and whether it asks for anything else."""

from dataclasses import dataclass
from functools import lru_cache

from django.db import connection

from content.models import Area
from indicators.models import Indicator
from search import dutch, synonyms
from search.figures.lexicon import Lexicon, telling
from search.models import SearchSynonym, split_words
from search.question import without_any

# The kinds of areas whose figure is that of an indicator when no area is named.
OVERALL = (Area.Kind.GROUP, Area.Kind.COUNTRY)


@dataclass(frozen=True)
class Asked:
    """What a question asks the figures of: indicators and areas, by their codes.

    Without areas it asks for the figure of all areas together, one of those in `overall`.
    """

    indicators: tuple[str, ...]
    areas: tuple[str, ...]
    overall: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """The names of the indicators, and what editors say means the same."""

    indicators: Lexicon
    groups: tuple

    def asked(self, text):
        """Return of what a question asks the figures, or None (one query if it names any)."""
        if without_any(text):
            return None
        found, left = self.indicators.take(telling(text))
        return _with_areas(found, left, Places.load(self.groups)) if found else None


@dataclass(frozen=True)
class Places:
    """The names of the areas, with the kind and the parent of each by code."""

    areas: Lexicon
    kinds: dict
    parents: dict

    @classmethod
    def load(cls, groups):
        """Read the areas (one query)."""
        rows = Area.objects.order_by("code").values_list("code", "name", "kind", "parent__code")
        return _places(tuple(rows), groups)

    @property
    def overall(self):
        """Return the codes of the areas that hold many others."""
        return tuple(code for code, kind in self.kinds.items() if kind in OVERALL)

    def meant(self, mentions):
        """Return the codes that are meant: a city behind a neighbourhood only tells which one."""
        named = {code for mention in mentions for code in mention.things}
        inside = {code for code in named if self._city(code) in named}
        around = {self._city(code) for code in inside}
        kept = [(mention.things & inside) or (mention.things - around) for mention in mentions]
        return tuple(dict.fromkeys(code for mention in kept for code in sorted(mention)))

    def _city(self, code):
        is_inside = self.kinds[code] == Area.Kind.NEIGHBOURHOOD
        return self.parents[code] if is_inside else None


def load():
    """Return the names as they are now (one query)."""
    return _names(synonyms.read(_written(connection.vendor)))


@lru_cache(maxsize=2)
def _written(vendor):
    every = Indicator.objects.all()
    return synonyms.write(
        synonyms.rows("code", every, "pk", "code"),
        synonyms.rows("name", every, "pk", "name"),
        synonyms.rows("name", every, "pk", "short_name"),
        synonyms.rows("name", every.exclude(abbreviation=""), "pk", "abbreviation"),
        synonyms.rows("synonym", SearchSynonym.objects.all(), "pk", "words"),
    )


@lru_cache(maxsize=2)
def _names(found):
    codes = {number: text for kind, number, text in found if kind == "code"}
    groups = tuple(split_words(text) for kind, _number, text in found if kind == "synonym")
    lexicon = Lexicon()
    for kind, number, text in found:
        if kind != "synonym":
            lexicon.add(text, codes[number])
    lexicon.extend(groups)
    return Names(lexicon, groups)


@lru_cache(maxsize=2)
def _places(rows, groups):
    lexicon = Lexicon()
    for code, name, _kind, _parent in rows:
        # Heechterp/Schieringen is called by either half, too.
        for called in (code, name, *(name.split("/") if "/" in name else ())):
            lexicon.add(called, code)
    lexicon.extend(groups)
    return Places(
        lexicon,
        {code: kind for code, _name, kind, _parent in rows},
        {code: parent for code, _name, _kind, parent in rows},
    )


def _with_areas(found, left, places):
    mentions, left = places.areas.take(left)
    if any(word not in dutch.FIGURE_WORDS and not _is_year(word) for word in left):
        return None
    # "Hoeveel inwoners hebben werk" asks for work; only by itself it asks for the inhabitants.
    saying = [each for each in found if not dutch.FIGURE_WORDS.issuperset(each.words)]
    indicators = dict.fromkeys(
        code for mention in saying or found for code in sorted(mention.things)
    )
    return Asked(tuple(indicators), places.meant(mentions), places.overall)


def _is_year(word):
    return len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")
