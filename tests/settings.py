"""Settings of the test suite: those of the site, with files and passwords that cost nothing."""

import os
import tempfile

# Each process of a run has a folder of its own, which it shares with what it starts.
if os.environ.get("TESTS_OF") != os.environ.get("PYTEST_XDIST_WORKER", "alone"):
    os.environ["TESTS_OF"] = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    os.environ["WIJKKENNIS_DATA_DIR"] = tempfile.mkdtemp(prefix="wijkkennis-tests-")

from cms.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {  # noqa: F405
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# A table would be read between two tests of what has no database; tests/accounts tries the table.
CACHES["attempts"] = {  # noqa: F405
    "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
    "LOCATION": "attempts",
}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Whitenoise warns when the folder of collected files is not there.
STATIC_ROOT.mkdir(exist_ok=True)  # noqa: F405
# Tests drain the change queue where they need it, so that each knows what the index holds.
SEARCH_DRAINS_ITSELF = False
FOLLOWING_DELIVERS_ITSELF = False
# Another process would not see the database of a test.
FIGURES_ARE_READ_BESIDE = False
PDFS_ARE_MADE_BESIDE = False
