"""How fast a file of figures is read, checked and loaded, and how much memory that takes.

python -m benchmarks.importing --figures 1000000
"""

import argparse
import os
import random
import resource
import sqlite3
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.options import ROOT

DESCRIPTION = (
    "Check and load a file of figures on SQLite, beside inserting the same rows with nothing but "
    "SQL. Print figures per second, and the most memory that the process held."
)
INDICATORS = 20
YEARS = 5
INSERT = "INSERT INTO bare VALUES (?, ?, ?, ?, ?, ?)"


def main():
    """Measure and print."""
    parser = argparse.ArgumentParser(description=DESCRIPTION)
    parser.add_argument("--figures", type=int, default=200_000, help="how many (200000)")
    chosen = parser.parse_args()
    areas = -(-chosen.figures // (INDICATORS * YEARS))
    with tempfile.TemporaryDirectory(prefix="importing-") as folder:
        _start(folder)
        _make(areas)
        path = _write(Path(folder), areas)
        before = _most_memory()
        checked, loaded = _import(path)
        bare = _bare(Path(folder), areas)
        number = areas * INDICATORS * YEARS
        print(f"\n{number:,} figures of {areas:,} areas, {path.stat().st_size / 1e6:.1f} MB\n")
        print("|  | figures/s | times bare SQL |\n|---|---|---|")
        for name, seconds in (
            ("read and checked", checked),
            ("read, checked and loaded", loaded),
            ("both, as an editor has it done", checked + loaded),
            ("bare SQL", bare),
        ):
            print(f"| {name} | {number / seconds:,.0f} | {seconds / bare:.1f} |")
        print(f"\nMost memory: {before:.0f} MB before, {_most_memory():.0f} MB after.")


def _start(folder):
    os.environ["WIJKKENNIS_DATA_DIR"] = folder
    os.environ["DJANGO_SETTINGS_MODULE"] = "cms.settings"
    os.environ.pop("DATABASE_URL", None)
    sys.path.insert(0, str(ROOT))
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    settings.SEARCH_DRAINS_ITSELF = False
    call_command("migrate", verbosity=0)


def _make(areas):
    from content.models import Area, Theme
    from indicators.models import Indicator

    theme = Theme.objects.create(label="Leren", slug="leren")
    Indicator.objects.bulk_create(
        Indicator(code=f"i{n}", name=f"I{n}", short_name=f"I{n}", theme=theme, direction="higher")
        for n in range(INDICATORS)
    )
    Area.objects.bulk_create(
        Area(code=f"BU{n:08d}", name=f"Buurt {n}", slug=f"buurt-{n}", kind="neighbourhood")
        for n in range(areas)
    )


def _write(folder, areas):
    """Write a line for each area and year, with a column for each indicator."""
    chance = random.Random(areas)
    path = folder / "levering.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write(";".join(["code", "jaar", *(f"i{n}" for n in range(INDICATORS))]) + "\n")
        for area in range(areas):
            for year in range(2010, 2010 + YEARS):
                # One in twenty is missing, as in the files of the CBS.
                values = (
                    "." if chance.random() < 0.05 else f"{chance.uniform(0, 100):.1f}"
                    for _indicator in range(INDICATORS)
                )
                file.write(f"BU{area:08d};{year};{';'.join(values)}\n")
    return path


def _import(path):
    """Return how many seconds it takes to check, and to load."""
    from django.core.files import File

    from indicators.importing import arriving, running
    from indicators.importing.mapping import Column, Mapping
    from indicators.models import Dataset, FileImport

    columns = tuple(Column(f"i{n}", f"i{n}") for n in range(INDICATORS))
    with path.open("rb") as file:
        dataset = Dataset(title="Levering", source="CBS", licence="CC BY 4.0", boundary_year=2022)
        imported = arriving.receive(File(file, name=path.name), path.name, dataset)
    arriving.choose(imported, Mapping(area="code", period="jaar", columns=columns))
    start = time.monotonic()
    running.check(imported)
    checked = time.monotonic()
    running.load(imported)
    assert imported.state == FileImport.State.LOADED, imported.problems
    return checked - start, time.monotonic() - checked


def _bare(folder, areas):
    """Return how many seconds the same rows take with nothing but SQL, in a file of their own."""
    connection = sqlite3.connect(folder / "bare.sqlite3")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE bare (i, a, d, p, v, m, UNIQUE (i, a, p, d))")
    connection.execute("CREATE INDEX by_area ON bare (a, i, p)")
    start = time.monotonic()
    with connection:
        connection.executemany(
            INSERT,
            (
                (indicator, area, 1, f"{year}-12-31", 12.5, "")
                for area in range(areas)
                for year in range(2010, 2010 + YEARS)
                for indicator in range(INDICATORS)
            ),
        )
    return time.monotonic() - start


def _most_memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main()
