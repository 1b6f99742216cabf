"""Codes of an app, each of which works once."""

import time

from cms.demo.people import PERIOD, code

USED = set()


def unused(secret):
    """Return a code of about now that was not used yet, after a while if need be."""
    while True:
        now = time.time()
        for moment in (now - PERIOD + 5, now, now + PERIOD):
            found = code(secret, moment)
            if (secret, found) not in USED:
                USED.add((secret, found))
                return found
        time.sleep(2)
