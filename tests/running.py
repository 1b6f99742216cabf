"""A running site, as `make run` makes it, and a real Chromium to look at it with."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from email import message_from_bytes, policy
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import sync_playwright

from tests import services

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "var" / "assets"
# What parts the mails in a file that were sent one after the other.
BETWEEN_MAILS = b"\n" + b"-" * 79 + b"\n"
# What `send_digests` does, which sends nothing at night.
AT_NOON = """
from django.utils import timezone
from following import delivering, digests, letters
delivering.deliver()
digests.prepare(timezone.localtime().replace(hour=12))
letters.send_waiting()
"""
NO_NOISE = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_it_answers(url, process):
    for _attempt in range(120):
        if process.poll() is not None:
            pytest.fail("The site stopped while starting.")
        try:
            with urlopen(url, timeout=5):
                return
        except OSError:
            # Refused, or slow on a busy machine.
            time.sleep(0.5)
    pytest.fail(f"{url} did not answer within a minute.")


@pytest.fixture(scope="session")
def site_folder(tmp_path_factory):
    """Return the data folder of the running site: its database, index and logins."""
    if not ASSETS.exists():
        services.missing("The style sheets", "run `make install-dev`")
    folder = tmp_path_factory.mktemp("site")
    (folder / "assets").symlink_to(ASSETS)
    return folder


@pytest.fixture(scope="session")
def running_site(site_folder):
    """Yield the address of a freshly prepared site with the demo content."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    environment = _environment(site_folder, address)
    for command in (["collectstatic", "--noinput", "--verbosity", "0"], ["prepare"]):
        subprocess.run(
            [sys.executable, "manage.py", *command],
            cwd=ROOT,
            env=environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    server = subprocess.Popen(
        [
            *(sys.executable, "-m", "gunicorn", "cms.wsgi"),
            *("--config", "deploy/gunicorn.py", "--bind", f"127.0.0.1:{port}"),
        ],
        cwd=ROOT,
        env=environment,
    )
    try:
        wait_until_it_answers(address, server)
        yield address
    finally:
        server.terminate()
        server.wait(timeout=20)


def _environment(folder, address):
    # The embedded defaults, whatever the tests themselves run on.
    others = {"DATABASE_URL", "SEARCH_URL", "DJANGO_SETTINGS_MODULE"}
    kept = {name: value for name, value in os.environ.items() if name not in others}
    return kept | {"WIJKKENNIS_DATA_DIR": str(folder), "WIJKKENNIS_BASE_URL": address}


@pytest.fixture
def login_of(running_site, site_folder):
    """Return a function that tells password and secret of somebody with a demo login."""
    logins = json.loads((site_folder / "demo-logins.json").read_text(encoding="utf-8"))
    return logins.__getitem__


@pytest.fixture
def mail_to(running_site, site_folder):
    """Return a function that tells what the last mail to somebody that holds some words says."""

    def mail(address, words=""):
        files = sorted((site_folder / "mail").iterdir(), key=lambda file: file.stat().st_mtime)
        for file in reversed(files):
            for sent in reversed(file.read_bytes().split(BETWEEN_MAILS)):
                message = message_from_bytes(sent, policy=policy.default)
                text = message["To"] == address and message.get_body(("plain",)).get_content()
                if text and words in f"{message['Subject']} {text}":
                    return text
        return pytest.fail(f"No mail to {address} holds {words!r}.")

    return mail


@pytest.fixture
def code_in_mail(mail_to):
    """Return a function that tells the code in the last mail to somebody."""
    return lambda address: re.search(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$", mail_to(address), re.M)[0]


@pytest.fixture
def send_overviews(running_site, site_folder):
    """Return a function that sends the overviews of today by mail, whatever the hour."""

    def send():
        subprocess.run(
            [sys.executable, "manage.py", "shell", "--no-imports", "-v", "0", "-c", AT_NOON],
            cwd=ROOT,
            env=_environment(site_folder, running_site),
            check=True,
        )

    return send


@pytest.fixture(scope="session")
def chromium():
    """Yield a real browser."""
    path = services.chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=NO_NOISE)
        yield browser
        browser.close()


@pytest.fixture
def visitor(chromium, running_site):
    """Return a function that opens an address as a visitor with a certain screen."""
    contexts = []

    def open_page(path, width=1280, scheme="light", javascript=True):
        context = chromium.new_context(
            base_url=running_site,
            viewport={"width": width, "height": 900},
            color_scheme=scheme,
            java_script_enabled=javascript,
            locale="nl-NL",
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
