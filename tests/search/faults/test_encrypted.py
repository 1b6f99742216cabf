"""An Elasticsearch that is asked over https, and knows who asks."""

import base64
import shutil
import subprocess

import pytest
from django.core.management import call_command

from search.engines import selection
from search.engines.base import SearchUnavailable
from search.engines.elastic import ElasticEngine
from search.query import SearchQuery
from search.scope import EVERYBODY
from tests import services
from tests.search.conftest import address
from tests.search.engines.conftest import DOCUMENTS, fill
from tests.search.faults.proxy import Proxy, encrypted

SECRETS = ("gehe:im@", "c2xldXRlbA==")


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """Return the files of a certificate that nobody but its maker signed, and of its key."""
    if not shutil.which("openssl"):
        services.missing("openssl", "install the package openssl")
    folder = tmp_path_factory.mktemp("certificate")
    certificate, key = str(folder / "certificate.pem"), str(folder / "key.pem")
    subprocess.run(
        [
            *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
            *("-subj", "/CN=zoek.example", "-addext", "subjectAltName=IP:127.0.0.1"),
            *("-out", certificate, "-keyout", key),
        ],
        check=True,
        capture_output=True,
    )
    return certificate, key


@pytest.fixture
def proxy(certificate):
    """Return what speaks https with the site and passes its questions on."""
    proxy = Proxy(encrypted(*certificate))
    proxy.start()
    yield proxy
    proxy.stop()


@pytest.fixture
def search_url(proxy, tmp_path):
    """Return an address with a login in it."""
    name = address("elastic", tmp_path).rsplit("/", 1)[1]
    return f"{proxy.url.replace('//', '//zoek:gehe%3Aim%40@')}/{name}"


@pytest.fixture
def filled(search_url, certificate):
    """Return a function that gives an engine with the documents of the library."""
    made = []

    def make(api_key=""):
        engine = ElasticEngine(search_url, certificate[0], api_key)
        made.append(engine)
        fill(engine, DOCUMENTS)
        return engine

    yield make
    for engine in made:
        engine.remove()


def total(engine):
    return engine.search(SearchQuery(text="fietsen"), EVERYBODY).total


@pytest.mark.django_db
def test_a_login_in_the_address_goes_along_encrypted(filled, proxy):
    assert total(filled()) > 0

    sent = "Basic " + base64.b64encode(b"zoek:gehe:im@").decode()
    assert {headers["authorization"] for headers in proxy.headers} == {sent}


@pytest.mark.django_db
def test_an_api_key_goes_before_the_login(filled, proxy):
    assert total(filled(api_key="c2xldXRlbA==")) > 0

    assert {headers["authorization"] for headers in proxy.headers} == {"ApiKey c2xldXRlbA=="}


def test_a_server_that_shows_a_certificate_nobody_trusts_is_told_nothing(search_url, proxy):
    engine = ElasticEngine(search_url, api_key="c2xldXRlbA==")
    with pytest.raises(SearchUnavailable) as error:
        engine.search(SearchQuery(), EVERYBODY)

    assert proxy.headers == []
    assert not any(secret in str(error.value) for secret in SECRETS)


@pytest.mark.django_db
def test_the_status_and_the_log_tell_no_secret(
    search_url, certificate, filled, settings, capsys, caplog
):
    filled()
    settings.SEARCH_URL = search_url
    settings.SEARCH_CA_FILE, settings.SEARCH_API_KEY = certificate[0], "c2xldXRlbA=="
    selection.forget()
    call_command("search_status")
    settings.SEARCH_CA_FILE = ""
    selection.forget()
    with pytest.raises(SearchUnavailable):
        selection.engine().search(SearchQuery(), EVERYBODY)
    selection.forget()

    told = capsys.readouterr().out + caplog.text
    assert "engine:         elastic" in told
    assert not any(secret in told for secret in (*SECRETS, "gehe%3Aim%40"))
