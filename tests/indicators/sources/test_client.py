"""Asking a source: again where that helps, never for ever, and nowhere else."""

import time

import httpx
import pytest

from indicators.sources.client import Client, Patience, SourceError
from indicators.sources.links import same_place
from tests.indicators.sources.server import Answer, failing


@pytest.fixture
def client(patience):
    with Client(patience) as client:
        yield client


def refusal(client, url):
    with pytest.raises(SourceError) as caught:
        client.get(url)
    return caught.value


def following(data, _url):
    return data.get("next")


def test_a_source_that_fails_twice_is_asked_a_third_time(source, client):
    source.on("/cijfers", failing(500, times=2), {"value": [1]})
    assert client.get(f"{source.url}/cijfers") == (b'{"value": [1]}', {"value": [1]})
    assert source.asked == ["/cijfers"] * 3


def test_a_source_that_keeps_failing_is_told_about_with_its_address(source, client):
    source.on("/cijfers", failing(503, times=None))
    error = refusal(client, f"{source.url}/cijfers")
    assert str(error) == (
        f"{source.url}/cijfers gaf foutcode 503, ook na 3 keer vragen. Probeer het later opnieuw."
    )
    assert source.asked == ["/cijfers"] * 3


def test_a_source_that_is_busy_is_asked_again_when_it_says(source, client):
    source.on("/cijfers", failing(429, times=1, Retry_After="1"), {"value": []})
    begin = time.monotonic()
    client.get(f"{source.url}/cijfers")
    assert 1 <= time.monotonic() - begin < 3


def test_a_source_that_asks_for_an_hour_is_not_waited_for(source, client):
    source.on("/cijfers", failing(429, times=None, Retry_After="3600"))
    error = refusal(client, f"{source.url}/cijfers")
    assert str(error) == (
        f"{source.url}/cijfers gaf foutcode 429 en vraagt om 3600 seconden te wachten. "
        "Probeer het dan."
    )
    assert source.asked == ["/cijfers"]


@pytest.mark.parametrize("when", ["Fri, 01 Jan 2021 00:00:00 GMT", "straks", "1" * 5000])
def test_a_moment_that_is_past_or_no_moment_does_not_hold_up(source, client, when):
    source.on("/cijfers", failing(429, times=1, Retry_After=when), {"value": []})
    assert client.get(f"{source.url}/cijfers")[1] == {"value": []}


def test_an_answer_that_takes_too_long_is_asked_again(source, client):
    source.on("/cijfers", Answer({"value": [1]}, wait=1, times=1), {"value": [2]})
    assert client.get(f"{source.url}/cijfers")[1] == {"value": [2]}


def test_a_source_that_stays_slow_is_told_about_with_its_cause(source, client):
    source.on("/cijfers", Answer({"value": [1]}, wait=1))
    error = refusal(client, f"{source.url}/cijfers")
    assert "gaf niet op tijd antwoord, ook na 3 keer vragen" in str(error)
    assert isinstance(error.__cause__, httpx.ReadTimeout)


def test_an_answer_that_breaks_off_is_asked_again(source, client):
    body = {"value": list(range(100))}
    source.on("/cijfers", Answer(body, cut_off=True, times=1), body)
    assert client.get(f"{source.url}/cijfers")[1] == body
    assert source.count("/cijfers") == 2


def test_half_an_answer_that_says_it_is_whole_is_asked_again(source, client):
    source.on("/cijfers", Answer(b'{"value": [1, 2', times=1), {"value": [1, 2, 3]})
    assert client.get(f"{source.url}/cijfers")[1] == {"value": [1, 2, 3]}


@pytest.mark.parametrize("status", [301, 302, 400, 401, 403, 406, 418, 204])
def test_nothing_else_is_asked_again_and_no_redirect_is_followed(source, client, status):
    source.on("/cijfers", Answer(b"", status=status, headers={"Location": f"{source.url}/elders"}))
    assert f"gaf code {status} en geen cijfers" in str(refusal(client, f"{source.url}/cijfers"))
    assert source.asked == ["/cijfers"]


def test_a_table_that_is_not_there_is_told_as_such(source, client):
    assert "bestaat niet (foutcode 404)" in str(refusal(client, f"{source.url}/niets"))


def test_a_host_that_does_not_answer_is_told_as_such(client):
    error = refusal(client, "http://127.0.0.1:1/cijfers")
    assert str(error).startswith("http://127.0.0.1:1/cijfers is niet te bereiken (")
    assert isinstance(error.__cause__, httpx.ConnectError)


@pytest.mark.parametrize(
    ("body", "start"),
    [
        (b"<html><h1>Onderhoud</h1>", "<html><h1>Onderhoud</h1>"),
        (b"", "niets"),
        (b"[1, 2]", "[1, 2]"),
        (b"NaN", "NaN"),
        (b"[" * 5000, "[" * 80),
        (b"\xff\xfe\x00", "��"),
    ],
)
def test_what_is_no_json_is_refused_at_once(source, client, body, start):
    source.on("/cijfers", Answer(body))
    message = str(refusal(client, f"{source.url}/cijfers"))
    assert message.startswith(
        f"{source.url}/cijfers geeft geen JSON; het antwoord begint met: {start}"
    )
    assert source.asked == ["/cijfers"]


def test_a_page_that_is_too_large_is_refused(source, client):
    source.on("/cijfers", Answer({"value": ["x" * 20_000]}))
    assert "Vraag minder kolommen" in str(refusal(client, f"{source.url}/cijfers"))


def test_pages_are_followed_to_the_last(source, client):
    source.on("/1", {"value": ["a"], "next": f"{source.url}/2"})
    source.on("/2", {"value": [], "next": "3"})
    source.on("/3", {"value": ["b"]})
    pages = list(client.walk(f"{source.url}/1", following))
    assert [page.url for page in pages] == [f"{source.url}/{number}" for number in (1, 2, 3)]
    assert [page.data["value"] for page in pages] == [["a"], [], ["b"]]


@pytest.mark.parametrize("onward", ["1", "2"])
def test_a_page_that_points_back_is_refused(source, client, onward):
    source.on("/1", {"next": f"{source.url}/2"})
    source.on("/2", {"next": f"{source.url}/{onward}"})
    with pytest.raises(SourceError, match="wijst terug naar een bladzijde die al opgehaald is"):
        list(client.walk(f"{source.url}/1", following))
    assert source.asked == ["/1", "/2"]


HERE = "https://opendata.cbs.nl/ODataFeed/odata/85984NED/TypedDataSet?$format=json"


@pytest.mark.parametrize(
    "link",
    [
        "https://elders.example/TypedDataSet",
        "https://opendata.cbs.nl.elders.example/",
        "https://opendata.cbs.nl:8443/TypedDataSet",
        "https://iemand@opendata.cbs.nl/TypedDataSet",
        "//169.254.169.254/latest/meta-data",
        "http://opendata.cbs.nl:8080/TypedDataSet",
        "file:///etc/passwd",
        "ftp://opendata.cbs.nl/TypedDataSet",
    ],
)
def test_a_link_to_another_place_is_refused(link):
    with pytest.raises(SourceError, match="wijst door naar een andere plek"):
        same_place(HERE, link)


@pytest.mark.parametrize("link", [3, ["https://opendata.cbs.nl"], "https://[", "https://x:port/"])
def test_a_link_that_is_none_is_refused(link):
    with pytest.raises(SourceError, match="die geen adres is"):
        same_place(HERE, link)


@pytest.mark.parametrize(
    ("link", "place"),
    [
        (
            "TypedDataSet?$skip=2",
            "https://opendata.cbs.nl/ODataFeed/odata/85984NED/TypedDataSet?$skip=2",
        ),
        ("https://opendata.cbs.nl:443/a", "https://opendata.cbs.nl:443/a"),
        ("http://opendata.cbs.nl/a?$skip=2", "https://opendata.cbs.nl/a?$skip=2"),
        ("HTTPS://OPENDATA.CBS.NL/a", "https://OPENDATA.CBS.NL/a"),
    ],
)
def test_a_link_to_the_same_place_is_followed_and_never_less_safely(link, place):
    assert same_place(HERE, link) == place


def test_the_usual_patience_waits_minutes_and_not_hours():
    patience = Patience()
    assert (patience.read, patience.attempts, patience.longest_pause) == (120, 6, 120)
