"""Reads files of JSON lines, one at a time: gigabytes cost no memory, and mistakes have a line."""

import gzip
import json
import zlib
from contextlib import contextmanager

GZIP = b"\x1f\x8b"
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# A line this long is no document but a file without line ends.
LONGEST_LINE = 64 * 2**20


class BadFile(Exception):
    """A file that cannot be used, with the place and what to do about it."""

    def __init__(self, path, number, message):
        place = f"{path}, line {number}" if number else str(path)
        super().__init__(f"{place}: {message}")


def objects(path):
    """Yield the number and the object of every line; empty lines are passed over."""
    with _opened(path) as file:
        number = 0
        while line := _next(file, path, number + 1):
            number += 1
            if number == 1:
                line = line.removeprefix(BYTE_ORDER_MARK)
            if line.strip():
                yield number, _parsed(line, path, number)


def text(value):
    """Return a value as text that every engine accepts: without NUL and halves of characters."""
    found = value if isinstance(value, str) else str(value)
    found = found.replace("\x00", " ")
    return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def first(found, names):
    """Return the first of these fields that has a value, or None."""
    return next((found[name] for name in names if found.get(name) is not None), None)


@contextmanager
def _opened(path):
    try:
        with open(path, "rb") as file:
            packed = file.peek(2)[:2] == GZIP
            with gzip.open(file) if packed else file as readable:
                yield readable
    except (OSError, EOFError, zlib.error) as error:
        raise BadFile(path, None, f"cannot be read: {error}") from error


def _next(file, path, number):
    line = file.readline(LONGEST_LINE)
    if len(line) == LONGEST_LINE:
        raise BadFile(path, number, "longer than 64 MB; write one JSON object per line")
    return line


def _parsed(line, path, number):
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadFile(path, number, f"not in UTF-8 (byte {error.start + 1})") from error
    except (json.JSONDecodeError, RecursionError) as error:
        hint = ""
        if number == 1 and line.lstrip()[:1] in b"[{":
            hint = "; write one JSON object per line: jq -c '.[]' makes lines of an array"
        raise BadFile(path, number, f"no JSON object ({error}){hint}") from error
    if not isinstance(found, dict):
        kind = type(found).__name__
        raise BadFile(path, number, f"a JSON {kind}; write one JSON object per line")
    return found
