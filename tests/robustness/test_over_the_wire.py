"""Bytes that no browser sends, to the site as it runs: each gets an answer, none a failure."""

import socket
from urllib.parse import urlsplit

import pytest

SOUND = "Host: 127.0.0.1\r\nConnection: close\r\n"
ASKED = {
    "a NUL in the path": (f"GET /%00 HTTP/1.1\r\n{SOUND}\r\n", 404),
    "a way out of the folder": (f"GET /../../etc/passwd HTTP/1.1\r\n{SOUND}\r\n", 404),
    "a way out of the style sheets": (
        f"GET /static/..%2f..%2fsecret_key HTTP/1.1\r\n{SOUND}\r\n",
        404,
    ),
    "a way out of the pictures": (
        f"GET /media/images/..%2f..%2fsecret_key HTTP/1.1\r\n{SOUND}\r\n",
        404,
    ),
    "another site in the path": (f"GET //kwaad.example/ HTTP/1.1\r\n{SOUND}\r\n", 404),
    "no UTF-8": (b"GET /zoeken?q=\xff\xfe HTTP/1.1\r\n" + SOUND.encode() + b"\r\n", 400),
    "ten thousand characters": (f"GET /zoeken?q={'a' * 10_000} HTTP/1.1\r\n{SOUND}\r\n", 400),
    "ten thousand parameters": (f"GET /zoeken?{'&' * 10_001} HTTP/1.1\r\n{SOUND}\r\n", 400),
    "another host": ("GET / HTTP/1.1\r\nHost: kwaad.example\r\nConnection: close\r\n\r\n", 400),
    "no host": ("GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 200),
    "a method that is none": (f"PRAAT /praktijken/ HTTP/1.1\r\n{SOUND}\r\n", 403),
    "a length that is none": (f"POST /zoeken HTTP/1.1\r\n{SOUND}Content-Length: abc\r\n\r\n", 400),
    "a form without a token": (
        f"POST /zoeken HTTP/1.1\r\n{SOUND}Content-Length: 3\r\n\r\nq=a",
        403,
    ),
    "cookies of nonsense": (
        f"GET / HTTP/1.1\r\n{SOUND}Cookie: sessionid={'a' * 3000}; ;=;\r\n\r\n",
        200,
    ),
    "headers of nonsense": (
        f"GET /zoeken HTTP/1.1\r\n{SOUND}If-Modified-Since: gisteren\r\nRange: bytes=9-1\r\n"
        "Accept-Language: xx;q=9\r\nHX-Request: true\r\nHX-Current-URL: ::::\r\n\r\n",
        200,
    ),
    "no HTTP at all": ("Hallo?\r\n\r\n", 400),
}


def status_of(address, asked):
    """Return the status of the answer to these bytes."""
    place = urlsplit(address)
    with socket.create_connection((place.hostname, place.port), timeout=20) as line:
        line.sendall(asked if isinstance(asked, bytes) else asked.encode())
        answer = line.makefile("rb").readline()
    return int(answer.split()[1])


@pytest.mark.parametrize("name", ASKED)
def test_whatever_is_asked_is_answered(running_site, name):
    asked, status = ASKED[name]
    assert status_of(running_site, asked) == status
