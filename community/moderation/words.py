"""Finds blocked words in what somebody typed, however it is written; no database in here.

A word counts when it stands there as a whole: "kat" does not stand in "kattenbak". Capitals,
accents, invisible characters, look-alike letters of other scripts, and dots or spaces between the
letters ("s.p.a.m", "s p a m") make no difference.
"""

import re
import unicodedata

from django.utils.translation import gettext as _

# Letters of other scripts that look like ours: Cyrillic and Greek.
LOOK_ALIKE = str.maketrans("аеорсухіѕјкмтвнαορνικτ", "aeopcyxisjkmtbhaopvikt")
SHORTEST = 2
WORDS = re.compile(r"[^\W_]+")
ALONE = re.compile(r"(?<![^\W_])[^\W\d_](?:[\W_]+[^\W\d_](?![^\W_])){2,}")
# Endings of addresses that no Dutch sentence begins with when a space was forgotten.
ENDINGS = "nl|be|eu|com|org|net|info|biz|uk|fr|ru|cn|shop|online|xyz|click|app|dev"
ADDRESS = re.compile(rf"://|(?<![\w.@-])(?:www\.|(?:[\w-]+\.)+(?:{ENDINGS})(?![\w-]))")


def fold(text):
    """Return a text as it is compared: without what hides a word from a machine."""
    text = unicodedata.normalize("NFKD", text.casefold()).casefold()
    kept = (letter for letter in text if unicodedata.category(letter) not in ("Mn", "Cf"))
    return "".join(kept).translate(LOOK_ALIKE)


def tell(word):
    """Return a word or a few as they are compared, and kept: "Gratis  Geld!" is "gratis geld"."""
    return " ".join(WORDS.findall(fold(word)))


def found(text, blocked):
    """Return those of the blocked words, as `tell` gives them, that stand in a text."""
    text = fold(text)
    words = WORDS.findall(text)
    # Written with marks between the letters: "sp-am", and letter by letter: "s p a m".
    chunks = ["".join(WORDS.findall(chunk)) for chunk in text.split()]
    spelled = ["".join(WORDS.findall(run)) for run in ALONE.findall(text)]
    line, whole = f" {' '.join(words)} ", {*words, *chunks}
    return {
        word
        for word in blocked
        if word
        and (
            f" {word} " in line
            or word.replace(" ", "") in whole
            or (len(word) > 2 and any(word.replace(" ", "") in run for run in spelled))
        )
    }


def holds_address(text):
    """Tell whether somebody put a web address in a text; an address of mail is none."""
    return ADDRESS.search(fold(text)) is not None


def problem(word):
    """Return in words why a word cannot be blocked, or nothing."""
    if not tell(word):
        return _("Hier staat geen woord in dat wij kunnen herkennen.")
    if len(tell(word)) < SHORTEST:
        return _("Dit woord is te kort: dan wacht bijna alles.")
    return ""
