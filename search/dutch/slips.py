"""Texts that look so much alike that one may be a slip of the pen for the other."""

SHORT, LONG = 4, 9


def slips(word):
    """Return how many letters of a word may be wrong: very short ones are other words at once."""
    return allowed(word) if word.isalpha() else 0


def allowed(text):
    """Return how many signs of a text of this length may be wrong."""
    if len(text) < SHORT:
        return 0
    return 1 if len(text) < LONG else 2


def is_alike(text, other):
    """Tell whether two texts begin alike and differ by no more signs than may be wrong."""
    return distance(text, other) is not None


def distance(text, other):
    """Return by how many signs another text differs, or None when it is not alike."""
    return _off(text, frozenset(text), allowed(text), other)


def alike(text, others):
    """Yield each of these texts that looks like one, and by how many signs it differs."""
    letters, most = frozenset(text), allowed(text)
    for other in others:
        off = _off(text, letters, most, other)
        if off is not None:
            yield other, off


def _off(text, letters, most, other):
    if text[:1] != other[:1] or abs(len(text) - len(other)) > most:
        return None
    # One slip brings in one other letter at most: most words part here.
    if len(letters.difference(other)) > most or len(set(other) - letters) > most:
        return None
    found = _distance(text, other, most)
    return found if found <= most else None


def _distance(word, other, most):
    """Return how many letters must be added, left out, changed or swapped with their neighbour.

    Exact up to `most`: what is further from its place than that is not looked at.
    """
    far = [most + 1] * (len(other) + 1)
    before, row = far, list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        older, before, row = before, row, [i, *far[1:]]
        for j in range(max(i - most, 1), min(i + most, len(other)) + 1):
            opposite = other[j - 1]
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == opposite:
                best = min(best, older[j - 2] + 1)
            row[j] = best
    return row[-1]
