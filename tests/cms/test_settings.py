"""Settings that are not understood stop the start with a sentence."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from cms import environment

ROOT = Path(__file__).resolve().parent.parent.parent


def start(tmp_path, **variables):
    """Start Django in a process of its own with these environment variables."""
    return subprocess.run(
        [sys.executable, "manage.py", "diffsettings"],
        cwd=ROOT,
        env={**os.environ, "WIJKKENNIS_DATA_DIR": str(tmp_path), **variables}
        | {"DJANGO_SETTINGS_MODULE": "cms.settings"},
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("WIJKKENNIS_DEBUG", "misschien", "WIJKKENNIS_DEBUG='misschien' is not understood"),
        ("WIJKKENNIS_DEBUGGING", "1", "Unknown setting WIJKKENNIS_DEBUGGING"),
        ("DATABASE_URL", "mysql://localhost/x", "DATABASE_URL starts with 'mysql'"),
        ("SEARCH_URL", "solr://localhost", "SEARCH_URL starts with 'solr'"),
        ("SEARCH_STANDBY", "embedded:", "SEARCH_STANDBY is for an Elasticsearch in SEARCH_URL"),
        ("SEARCH_CA_FILE", "/nowhere/ca.pem", "SEARCH_CA_FILE: cannot read /nowhere/ca.pem"),
        ("WIJKKENNIS_PUBLISHER_URL", "utrecht.nl", "WIJKKENNIS_PUBLISHER_URL starts with ''"),
        ("WIJKKENNIS_MAIL_URL", "imap://mail.example", "WIJKKENNIS_MAIL_URL starts with 'imap'"),
        ("WIJKKENNIS_MAIL_FROM", "wijkkennis", "WIJKKENNIS_MAIL_FROM='wijkkennis' is no mail"),
        ("WIJKKENNIS_PROXIES", "een", "WIJKKENNIS_PROXIES='een' is not understood"),
        ("WIJKKENNIS_SIGN_UP", "soms", "WIJKKENNIS_SIGN_UP='soms' is not understood"),
        (
            "WIJKKENNIS_OIDC_URL",
            "https://inloggen.example",
            "WIJKKENNIS_OIDC_CLIENT_ID, WIJKKENNIS_OIDC_CLIENT_SECRET, WIJKKENNIS_OIDC_NAME is "
            "missing",
        ),
        ("WIJKKENNIS_BASE_URL", "ftp://example.org", "WIJKKENNIS_BASE_URL starts with 'ftp'"),
    ],
)
def test_a_value_that_is_not_understood_stops_the_start(tmp_path, name, value, sentence):
    result = start(tmp_path, **{name: value})
    assert result.returncode == 1
    assert sentence in result.stderr


def test_a_standby_is_an_embedded_engine(tmp_path):
    first = "http://127.0.0.1:9200/wijkkennis"
    result = start(tmp_path, SEARCH_URL=first, SEARCH_STANDBY="http://127.0.0.1:9200/other")
    assert result.returncode == 1
    assert "SEARCH_STANDBY starts with 'http'" in result.stderr
    result = start(tmp_path, SEARCH_URL=first, SEARCH_STANDBY="embedded:")
    assert "SEARCH_STANDBY = 'embedded:'" in result.stdout


def test_an_https_address_switches_on_secure_cookies_and_hsts(tmp_path):
    result = start(tmp_path, WIJKKENNIS_BASE_URL="https://wijken.example")
    assert "SESSION_COOKIE_SECURE = True" in result.stdout
    assert "SECURE_HSTS_SECONDS = 63072000" in result.stdout


def test_the_secret_is_made_once_and_readable_by_its_owner_alone(tmp_path):
    file = tmp_path / "secret_key"
    first = environment.secret("WIJKKENNIS_SECRET_KEY_OF_THIS_TEST", file)
    assert environment.secret("WIJKKENNIS_SECRET_KEY_OF_THIS_TEST", file) == first
    assert len(first) == 50
    assert file.stat().st_mode & 0o777 == 0o600


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(ImproperlyConfigured, match="cannot use folder"):
        environment.folder("WIJKKENNIS_FOLDER_OF_THIS_TEST", blocked / "var")
