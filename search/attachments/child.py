"""The process that reads one file: `python -m search.attachments.child`, the file as its input.

It writes one line of JSON: the text, or the reason why there is none.
"""

import json
import resource
import sys

from search.attachments import formats, tidying
from search.attachments.limits import MEMORY, SECONDS
from search.attachments.reasons import Reason, Unreadable


def main():
    """Read the file within the limits and tell what came of it."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    # Nothing is written but what is told.
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    json.dump(read(sys.stdin.buffer), sys.stdout)


def read(file):
    """Return the text of an open file, or the reason why there is none and what caused it."""
    try:
        text = tidying.tidy(formats.pieces(file))
    except Unreadable as error:
        return {"reason": error.reason}
    except MemoryError:
        return {"reason": Reason.TOO_LARGE}
    except Exception as error:
        # Whatever the libraries make of a file that is not as it should be.
        return {"reason": Reason.DAMAGED, "cause": type(error).__name__}
    return {"text": text} if text else {"reason": Reason.NO_TEXT}


if __name__ == "__main__":
    main()
