"""Questions drawn from the pages of a library, by class, so that each has an answer or a reason
to have none."""

import random
from dataclasses import dataclass, field

from search.dutch import STOP_WORDS

LETTERS = "abcdefghijklmnopqrstuvwxyz"
# Longer words are compounds that hardly another page says; those are a class of their own.
USUAL = range(4, 12)


@dataclass(frozen=True)
class Asked:
    """A question: its class, its words and what is chosen in the facets."""

    kind: str
    text: str
    filters: dict = field(default_factory=dict)


def draw(count, seed=7):
    """Return so many questions, each class as often as the others."""
    from practices.models import PracticePage

    chance = random.Random(seed)
    numbers = list(PracticePage.objects.order_by("pk").values_list("pk", flat=True))
    pages = PracticePage.objects.in_bulk(chance.sample(numbers, min(count, len(numbers))))
    pages = [pages[number] for number in sorted(pages)]
    makers = list(KINDS.items())
    return [
        Asked(kind, *maker(pages[n % len(pages)], chance))
        for n in range(count)
        for kind, maker in [makers[n % len(makers)]]
    ]


def _words(page):
    text = f"{page.summary} {page.result}".lower().replace(".", "")
    return [word for word in text.split() if word not in STOP_WORDS and len(word) > 3]


def _usual(page):
    return [word for word in _words(page) if len(word) in USUAL]


def _word(page, chance):
    return (chance.choice(_usual(page)),)


def _two_words(page, chance):
    return (" ".join(chance.sample(_usual(page), 2)),)


def _four_words(page, chance):
    return (" ".join(chance.sample(_usual(page), 4)),)


def _title(page, chance):
    return (page.title,)


def _compound(page, chance):
    return (max(_words(page), key=len),)


def _typing_error(page, chance):
    word = max(_words(page), key=len)
    place = chance.randrange(1, len(word))
    return (word[:place] + chance.choice(LETTERS) + word[place + 1 :],)


def _phrase(page, chance):
    words = page.summary.lower().replace(".", "").split()
    start = chance.randrange(len(words) - 3)
    return (f'"{" ".join(words[start : start + 3])}"',)


def _question(page, chance):
    first, second = chance.sample(_usual(page), 2)
    return (f"hoe pak je {first} aan in een wijk met {second}",)


def _chosen(page, chance):
    theme = page.theme_links.first().theme.slug
    return chance.choice(_usual(page)), {"theme": (theme,), "status": (page.status,)}


def _nothing_but_choices(page, chance):
    return "", {"year": (str(page.start_year),)}


KINDS = {
    "one word": _word,
    "two words": _two_words,
    "four words": _four_words,
    "title": _title,
    "compound": _compound,
    "typing error": _typing_error,
    "phrase": _phrase,
    "whole question": _question,
    "with choices": _chosen,
    "choices alone": _nothing_but_choices,
}
