"""Words that look so much alike that one may be a slip of the pen for the other."""

SHORT, LONG = 5, 9


def slips(word):
    """Return how many letters of a word may be wrong: short words are other words at once."""
    if len(word) < SHORT or not word.isalpha():
        return 0
    return 1 if len(word) < LONG else 2


def is_alike(word, other):
    """Tell whether two words begin alike and differ by no more letters than may be wrong."""
    allowed = slips(word)
    if word[:1] != other[:1] or abs(len(word) - len(other)) > allowed:
        return False
    return _distance(word, other) <= allowed


def _distance(word, other):
    """Return how many letters must be added, left out, changed or swapped with their neighbour."""
    before, row = [], list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        older, before, row = before, row, [i]
        for j, opposite in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != opposite))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == opposite:
                best = min(best, older[j - 2] + 1)
            row.append(best)
    return row[-1]
