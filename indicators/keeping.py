"""Keeps what was written out of figures, for as long as nothing it is made of changes.

Numbers are read in a moment; writing a thousand of them out as tables and drawings is what a
page takes its time for. What is kept holds figures alone: nothing of a visitor, of pages that
may be closed, or of the menu.
"""

import hashlib

from django.core.cache import caches
from django.utils.translation import get_language

from indicators import changes

CACHE = "figures"


def kept(name, choice, make, lasts=lambda _found: True):
    """Return what `make` gives for a choice, as it was made last if it still holds (one query).

    `name` tells kinds of things apart, `choice` is all that a thing of this kind depends on
    beside the records that `changes` watches, as text. What `lasts` does not hold for is given
    and not kept.
    """
    words = "\n".join([name, choice, get_language() or "", repr(changes.stamp())])
    address = hashlib.sha256(words.encode()).hexdigest()
    found = caches[CACHE].get(address)
    if found is None:
        found = make()
        if lasts(found):
            caches[CACHE].set(address, found)
    return found
