"""Reads the files of the demo content."""

import csv
import tomllib
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.core.management.base import CommandError

SHIPPED = Path(__file__).parent / "content"
LAST = 99


class Mistake(Exception):
    """What a content file says wrongly."""


MISTAKES = (Mistake, FieldDoesNotExist, ValidationError, tomllib.TOMLDecodeError)


class Content:
    """A folder of content files."""

    def __init__(self, folder=SHIPPED):
        self.folder = Path(folder)

    def table(self, name):
        """Return what one TOML file holds."""
        path = self.folder / f"{name}.toml"
        with self.blaming(path), path.open("rb") as file:
            return tomllib.load(file, parse_float=Decimal)

    def rows(self, name):
        """Return the lines of a CSV file as dictionaries; an empty cell is an empty string."""
        with (self.folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def file(self, name):
        """Return the bytes of a file that pages offer."""
        path = self.folder / "files" / name
        if not path.is_file():
            raise Mistake(f"There is no file {name!r}.")
        return path.read_bytes()

    def items(self, folder):
        """Return pairs of path and content of the TOML files in a folder, in their own order."""
        paths = sorted((self.folder / folder).glob("*.toml"))
        found = [(path, self.table(f"{folder}/{path.stem}")) for path in paths]
        # Goals and methods say their place; what says none comes after them, by name.
        return sorted(found, key=lambda item: item[1].pop("position", LAST))

    def existing(self, folder):
        """Return the name of a folder that has to be there."""
        if not (self.folder / folder).is_dir():
            raise Mistake(f"There is no folder {folder!r}.")
        return folder

    def folders(self, folder):
        """Return the names of the folders in a folder."""
        return sorted(path.name for path in (self.folder / folder).iterdir() if path.is_dir())

    @contextmanager
    def blaming(self, path):
        """Say in which file it is when something in the block turns out to be wrong."""
        try:
            yield
        except MISTAKES as error:
            name = (self.folder / path).relative_to(self.folder)
            raise CommandError(f"{name}: {in_words(error)}") from error


def in_words(error):
    """Return what is wrong in one line, with the fields that it is about."""
    if hasattr(error, "error_dict"):
        wrong = error.message_dict.items()
        return "; ".join(f"{field}: {' '.join(messages)}" for field, messages in wrong)
    return "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
