"""A file that is larger than any this site takes is refused before it is read."""

import pytest

MEGABYTE = 1024 * 1024


@pytest.fixture
def send(client, site):
    """Return a function that says how much it is going to send."""

    def send(size):
        return client.generic(
            "POST",
            "/beheer/imports/nieuw/",
            content_type="multipart/form-data; boundary=x",
            CONTENT_LENGTH=str(size),
        )

    return send


def test_half_a_gigabyte_is_refused_in_words(send):
    answer = send(500 * MEGABYTE)

    assert answer.status_code == 413
    assert "hoogstens 200 MB" in answer.content.decode()
    assert answer["Connection"] == "close"


@pytest.mark.parametrize("size", ["0", 200 * MEGABYTE, "", "veel"])
def test_anything_else_goes_its_way(send, size):
    assert send(size).status_code == 302
