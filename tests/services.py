"""What the tests need beyond Python: a missing service is a skip here and a failure in CI."""

import os
import shutil
from pathlib import Path

import pytest

from programmes.reporting import pdf


def missing(what, remedy):
    """Skip the test with its reason on somebody's machine; fail it in CI."""
    message = f"{what} is not available: {remedy}"
    if os.environ.get("CI"):
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def chromium():
    """Return the path of a Chromium to open pages with."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    return missing("Chromium", "install the package chromium")


def elasticsearch_url():
    """Return the address of a real Elasticsearch."""
    return os.environ.get("TEST_ELASTICSEARCH_URL") or missing(
        "Elasticsearch", "run `make elasticsearch` and set TEST_ELASTICSEARCH_URL"
    )


def dutch_words():
    """Return the path of a list of Dutch words, one on each line."""
    path = Path("/usr/share/dict/dutch")
    return path if path.exists() else missing("A list of Dutch words", "install wdutch")


def pango():
    """Ask for what PDFs are made with."""
    if not pdf.is_available():
        missing("Pango", "install libpango-1.0-0 and libpangoft2-1.0-0")


def verapdf():
    """Return the command that tells whether a PDF is PDF/UA."""
    folder = os.environ.get("TEST_VERAPDF")
    if not folder:
        missing("veraPDF", "run `make verapdf` and set TEST_VERAPDF")
    main = "org.verapdf.apps.GreenfieldCliWrapper"
    return ["java", "-cp", f"{folder}/*", main, "--flavour", "ua1", "--format", "text", "-v"]
