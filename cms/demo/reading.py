"""Reads the files of the demo content."""

import csv
import tomllib
from pathlib import Path

CONTENT = Path(__file__).parent / "content"


def table(name):
    """Return what one TOML file holds, or nothing when the site ships without it."""
    with (CONTENT / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def rows(name):
    """Return the lines of a CSV file as dictionaries; an empty cell is an empty string."""
    with (CONTENT / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def items(folder):
    """Yield slug and content of every TOML file in a folder, in the order they are shown."""
    found = []
    for path in sorted((CONTENT / folder).glob("*.toml")):
        with path.open("rb") as file:
            found.append((path.stem, tomllib.load(file)))
    return sorted(found, key=lambda item: (item[1].get("position", 99), item[0]))
