"""Sets of documents as the bits of one whole number: document 3 is in when bit 3 is set.

Python ands and counts the bits of twenty thousand documents in a microsecond or two, so every
value of every facet can be counted for every question.
"""


def of(numbers):
    """Return the set of these numbers."""
    numbers = list(numbers)
    if not numbers:
        return 0
    bits = bytearray(max(numbers) // 8 + 1)
    for number in numbers:
        bits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(bits, "little")


def members(bitmap):
    """Return the numbers in a set, from low to high."""
    return [number for number, bit in enumerate(bin(bitmap)[:1:-1]) if bit == "1"]


def at_least(count, bitmaps):
    """Return what is in at least so many of these sets."""
    levels = [-1] + [0] * count
    for bitmap in bitmaps:
        for level in range(count, 0, -1):
            levels[level] |= levels[level - 1] & bitmap
    return levels[count]
