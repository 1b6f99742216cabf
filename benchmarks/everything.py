"""Runs every benchmark, one after the other: what `make benchmark` does.

python -m benchmarks.everything --documents 1000 20000
"""

import argparse
import subprocess
import sys
from importlib import import_module

NAMES = (
    "bulk",
    "searching",
    "suggesting",
    "similar",
    "visibility",
    "saving",
    "memory",
    "figures",
    "closed",
)


def main():
    """Measure and print; every benchmark in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--documents", type=int, nargs="+", default=[1000, 20_000])
    chosen, more = parser.parse_known_args()
    for documents in chosen.documents:
        for name in NAMES:
            print(f"## {name}\n\n{import_module(f'benchmarks.{name}').DESCRIPTION}\n", flush=True)
            command = [sys.executable, "-m", f"benchmarks.{name}", "--documents", str(documents)]
            subprocess.run([*command, "--rounds", "1", *more], check=True)


if __name__ == "__main__":
    main()
