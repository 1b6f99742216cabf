"""What every benchmark can be told on the command line."""

import argparse
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ELASTICSEARCH = "http://127.0.0.1:9200"


def read(description, arguments=None):
    """Return the options of a benchmark; `--help` explains them."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument(
        "--documents", type=int, default=20_000, help="pages in the library (default: 20000)"
    )
    parser.add_argument(
        "--questions", type=int, default=320, help="questions that are asked (default: 320)"
    )
    parser.add_argument(
        "--rounds", type=int, default=3, help="how often everything is done (default: 3)"
    )
    parser.add_argument(
        "--elasticsearch",
        default=_server(),
        help=f"address of a server (default: that of TEST_ELASTICSEARCH_URL or {ELASTICSEARCH})",
    )
    parser.add_argument(
        "--engines",
        nargs="+",
        choices=["embedded", "elastic"],
        default=["embedded", "elastic"],
        help="which of our engines (default: both)",
    )
    parser.add_argument(
        "--folder", type=Path, default=_folder(), help="where the libraries are kept"
    )
    return parser.parse_args(arguments)


def _server():
    # Of an address with the name of an index, the server alone.
    scheme, _, rest = os.environ.get("TEST_ELASTICSEARCH_URL", ELASTICSEARCH).partition("://")
    return f"{scheme}://{rest.partition('/')[0]}"


def _folder():
    return Path(os.environ.get("WIJKKENNIS_DATA_DIR") or ROOT / "var").absolute() / "benchmarks"
