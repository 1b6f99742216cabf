"""Sites of their own, for what only real processes and threads can show.

Each has its own data folder and its own database, of the kind that the tests run on.
"""

import os
import subprocess
import sys
import uuid
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psycopg
import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parent.parent
# What a site does by itself is left to the commands of a test.
QUIET = """
from django.conf import settings
settings.SEARCH_DRAINS_ITSELF = settings.FOLLOWING_DELIVERS_ITSELF = False
settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
"""
# In seconds, on a busy machine.
PATIENCE = 300


class Site:
    """A site whose commands are processes of their own."""

    def __init__(self, folder, database):
        self.environment = {
            name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ
        }
        self.environment |= {"WIJKKENNIS_DATA_DIR": str(folder), "DATABASE_URL": database}

    def start(self, *command):
        """Start a command."""
        return subprocess.Popen(
            [sys.executable, "-W", "ignore", "manage.py", *command],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *command):
        """Run a command to its end and return what it said."""
        process = self.start(*command)
        said, _nothing = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said
        return said.strip()

    def run_at_once(self, *commands):
        """Run commands beside each other to their ends."""
        processes = [self.start(*command) for command in commands]
        ended = [(process.communicate(timeout=PATIENCE)[0], process) for process in processes]
        assert [process.returncode for _said, process in ended] == [0] * len(ended), ended

    def do(self, code):
        """Run code and return what it said last."""
        said = self.run("shell", "--no-imports", "-v", "0", "-c", QUIET + code)
        return said.splitlines()[-1] if said else ""


@contextmanager
def _database(folder):
    if connection.vendor != "postgresql":
        yield f"sqlite:///{folder / 'site.sqlite3'}"
        return
    known = connection.settings_dict
    server = (
        f"postgres://{known['USER']}:{known['PASSWORD']}@{known['HOST']}:{known['PORT']}"
        f"/{known['NAME']}"
    )
    schema = f"elsewhere_{uuid.uuid4().hex[:8]}"
    with psycopg.connect(server, autocommit=True) as direct:
        direct.execute(f"CREATE SCHEMA {schema}")
        yield f"{server}?options={quote(f'-c search_path={schema}')}"
        direct.execute(f"DROP SCHEMA {schema} CASCADE")


@pytest.fixture
def site_elsewhere(tmp_path, db):
    """Yield an empty site of its own, with its tables."""
    with _database(tmp_path) as address:
        site = Site(tmp_path, address)
        site.run("migrate", "-v", "0")
        yield site
