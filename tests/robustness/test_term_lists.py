"""The lists of terms and figures, and the windows to choose in, take any question."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from tests.reading import words
from tests.robustness.hostile import QUERYSTRINGS, VALUES
from tests.robustness.reading import soup_of
from tests.robustness.term_forms import ASKED, LOOKED_AT, OF_OTHERS, our_lists

pytestmark = pytest.mark.django_db

CHOOSERS = ["theme", "area", "organisation", "indicator", "snapshot"]


def test_no_list_is_left_out():
    assert set(our_lists()) == set(ASKED) | LOOKED_AT | OF_OTHERS


@pytest.mark.parametrize("name", [*ASKED, *sorted(LOOKED_AT)])
def test_a_list_takes_any_querystring(editor, site, name):
    fields = "&ordering=x&kind=x&group=x&parent=-1&theme=9e9&dataset=&provisional=x&missing=x"
    for querystring in QUERYSTRINGS.values():
        assert editor.get(f"/beheer/{name}/?{querystring}{fields}").status_code == 200


@pytest.mark.parametrize("name", CHOOSERS)
@pytest.mark.parametrize("window", ["choose", "choose_results"])
def test_a_window_to_choose_in_takes_any_words(editor, site, name, window):
    address = reverse(f"{name}_chooser:{window}")
    for asked in VALUES.values():
        assert editor.get(f"{address}?q={asked}").status_code == 200
    for page in ("-1", "0", "drie", "999999"):
        assert editor.get(f"{address}?p={page}").status_code == 404


@pytest.mark.parametrize("name", CHOOSERS)
def test_what_is_chosen_and_does_not_exist_is_not_found(editor, site, name):
    for number in ("0", "999999", "drie", "9" * 30):
        assert editor.get(reverse(f"{name}_chooser:chosen", args=[number])).status_code == 404
    several = editor.get(reverse(f"{name}_chooser:chosen_multiple") + "?id=999999&id=drie&id=-1")
    assert several.json()["result"] == []


@pytest.mark.parametrize(
    "address", ["pages/search/", "choose-page/search/", "images/", "documents/"]
)
def test_wagtails_own_lists_take_any_words(editor, site, address):
    phrases = [quote(text) for text in ('"!!"', '"!!" a', '"a b" ">" c', "'", '"' + "a" * 3000)]
    for asked in [*VALUES.values(), *phrases, "+".join("abcdefgh" * 200)]:
        assert editor.get(f"/beheer/{address}?q={asked}").status_code == 200


@pytest.mark.parametrize(
    ("name", "term", "uses"),
    [
        ("indicators", "indicator", ["Meting: 4", "Vastgelegd cijfer: 1"]),
        ("datasets", "dataset", ["Vastgelegd cijfer: 1"]),
        ("organisations", "organisation", ["Navolging: 1", "Partner: 1"]),
    ],
)
def test_what_is_in_use_stays_and_says_where(client, anna, site, name, term, uses):
    client.force_login(anna)
    record = getattr(site, term)
    address = f"/beheer/{name}/delete/{record.pk}/"
    question = soup_of(client.get(address))
    assert [words(item) for item in question.select("main ul li")] == uses
    assert client.post(address).status_code == 409
    assert type(record).objects.filter(pk=record.pk).exists()


@pytest.mark.parametrize("name", [name for name in ASKED if name != "snapshots"])
def test_a_term_that_is_not_there_is_not_found(editor, site, name):
    for number in ("999999", "drie", "9" * 30):
        assert editor.get(f"/beheer/{name}/edit/{number}/").status_code == 404
