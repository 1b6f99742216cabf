"""A licence is called open when it says so, and never for the look of it."""

import pytest

from indicators.models import Dataset
from indicators.opendata import licences


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CC BY 4.0", "CC BY 4.0"),
        ("cc by 4.0, naamsvermelding: CBS", "CC BY 4.0"),
        ("CC BY-SA 4.0", "CC BY-SA 4.0"),
        ("CC0 1.0", "CC0 1.0"),
        ("CC BY 4.0.1", ""),
        ("CC BY 3.0", ""),
        ("CC BY-NC 4.0", ""),
        ("Geen CC BY 4.0", ""),
        ("Openbaar stuk van het rijk; licentie niet genoemd", ""),
        ("", ""),
    ],
)
def test_only_what_begins_with_an_open_licence_is_open(text, name):
    found = licences.of(Dataset(licence=text))
    assert (found.name, found.is_open) == (name, bool(name))


def test_what_differs_is_together_not_open():
    by, zero, none = (Dataset(licence=text) for text in ("CC BY 4.0", "CC0 1.0", "Onbekend"))
    assert licences.of_all([by, by]).name == "CC BY 4.0"
    assert not licences.of_all([by, zero]).is_open
    assert not licences.of_all([by, none]).is_open


def test_an_open_licence_is_told_with_whom_to_name():
    dataset = Dataset(title="Kerncijfers", licence="CC BY 4.0, naamsvermelding: CBS")
    assert licences.statement(dataset) == "Kerncijfers: CC BY 4.0, naamsvermelding: CBS."
