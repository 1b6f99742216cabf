"""Other ways to write what sounds the same: heegterp and heechterp, kado and cado."""

# Each pair is heard as one sound.
SOUNDS = (
    ("ch", "g"), ("ei", "ij"), ("au", "ou"), ("ks", "x"), ("kw", "qu"), ("ie", "i"),
    ("c", "k"), ("c", "s"), ("f", "v"), ("s", "z"), ("i", "y"),
)  # fmt: skip
# Heard alike at the end of a word.
ENDS = (("d", "t"), ("d", "dt"), ("t", "dt"), ("nk", "ng"))
# A word with more of these sounds is tried for the first ones alone.
MOST = 12


def sounding(word):
    """Return other spellings of a word that sound the same, one sound written otherwise."""
    if not word.isalpha():
        return ()
    found = {word: None}
    for one, other in SOUNDS:
        found |= dict.fromkeys([*_rewritten(word, one, other), *_rewritten(word, other, one)])
    for one, other in ENDS:
        found |= dict.fromkeys([*_ended(word, one, other), *_ended(word, other, one)])
    return tuple(found)[1 : MOST + 1]


def _rewritten(word, sound, other):
    at = word.find(sound)
    while at >= 0:
        yield word[:at] + other + word[at + len(sound) :]
        at = word.find(sound, at + 1)


def _ended(word, end, other):
    if word.endswith(end):
        yield word[: -len(end)] + other
