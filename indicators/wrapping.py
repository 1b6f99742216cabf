"""Words of drawings that fit a narrow screen: SVG breaks no lines, nor moves words apart.

A drawing does not know how wide it will be, so it is laid out for the narrowest screen.
"""

from textwrap import wrap

# So many letters or digits, some of them bold, fit beside each other on a screen of 320 pixels.
LETTERS = 40
# From line to line, in em.
LINE = 1.3


def lines(text, after=""):
    """Return a text in lines; the first is what stands behind `after`, drawn in a way of its own.

    No-break spaces hold an amount and its unit together.
    """
    whole = f"{after} {text}".strip()
    if len(whole) <= LETTERS:
        # Nearly always, and a chart has many.
        return (text,)
    first, *others = wrap(whole, LETTERS)
    return (first.removeprefix(after).strip(), *others)


def apart(places):
    """Return which words along a line stay apart, in order: both ends, and what fits between.

    A place is a text, how far along it stands (0 to 1) and the side that it is anchored at.
    """
    if len(places) < 3:
        return places
    first, *between, last = places
    begin, kept = _reach(first)[1], [last]
    # From the end back: of what is newest or highest most is said.
    for place in reversed(between):
        left, right = _reach(place)
        if begin <= left and right <= _reach(kept[0])[0]:
            kept.insert(0, place)
    return [first, *kept]


def _reach(place):
    """Return from where to where words stand, with half a digit of air on both sides."""
    text, share, anchor = place
    width, air = len(text) / LETTERS, 0.5 / LETTERS
    left = share - {"start": 0, "middle": width / 2, "end": width}[anchor]
    return left - air, left + width + air
