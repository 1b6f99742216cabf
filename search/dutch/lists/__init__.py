"""The words of the field, read from the text files beside this one."""

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


def lines(name):
    """Return the lines of a list, without comments and empty lines."""
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    stripped = (line.partition("#")[0].strip() for line in text.splitlines())
    return [line for line in stripped if line]


def words(name):
    """Return all words of a list, whatever the line they stand on."""
    return [word for line in lines(name) for word in line.split()]


@cache
def everything():
    """Return the text of all lists, to tell when one of them changed."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.txt")))
