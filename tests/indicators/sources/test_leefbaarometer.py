"""The map service of the Leefbaarometer: one area first, then pages of areas without borders."""

import pytest

from indicators.sources.client import SourceError
from indicators.sources.leefbaarometer import COLUMNS, fetch
from tests.indicators.sources.server import Answer, failing

AREAS = [
    {"id": "WK0363NJ", "name": "Oud-Noord", "kscore": 6, "afw": 0.0213, "kfys": 5, "fys": 0.01},
    {"id": "WK0518AA", "name": "Transvaal", "kscore": 2, "afw": -0.17, "kfys": 3, "fys": -0.05},
    {"id": "WK0995XX", "name": "Bedrijven", "kscore": None, "afw": None, "kfys": None, "fys": None},
]
WHOLE = f"""\
{";".join(COLUMNS)}
WK0363NJ;Oud-Noord;;2024;6;0.0213;5;0.01;;;;;;;;
WK0518AA;Transvaal;;2024;2;-0.17;3;-0.05;;;;;;;;
WK0995XX;Bedrijven;;2024;;;;;;;;;;;;
"""


def collection(features, total):
    return {"type": "FeatureCollection", "features": features, "numberMatched": total}


@pytest.fixture
def layer(source):
    """Serve three wijken in the order of their codes; `layer` holds what can be changed."""
    layer = {"areas": AREAS, "total": 3}

    def answer(query):
        assert (query["typeNames"], query["sortBy"]) == ("lbm3:wijkscore24", "id")
        start = int(query["startIndex"])
        chosen = layer["areas"][start : start + int(query["count"])]
        wanted = query.get("propertyName")
        geometry = None if wanted else {"type": "MultiPolygon", "coordinates": []}
        features = [
            {
                "type": "Feature",
                "id": f"wijkscore24.{number}",
                "geometry": geometry,
                "properties": {**area, "year": "2024", "scale": "wijk"},
            }
            for number, area in enumerate(chosen)
        ]
        return collection(features, layer["total"])

    source.on("/wfs", answer)
    return layer


@pytest.fixture
def get(source, tmp_path, told, patience):
    def get(level="wijk", year=2024, **known):
        base_url = f"{source.url}/wfs"
        return fetch(
            level, year, tmp_path, told, base_url=base_url, page_size=2, patience=patience, **known
        )

    return get


def test_the_scores_of_all_areas_become_a_file(layer, get, told, tmp_path):
    delivery = get()
    assert delivery.path == tmp_path / "leefbaarometer-wijk-2024.csv"
    assert delivery.path.read_text() == WHOLE
    assert told == [(2, 3), (3, 3)]
    assert [path.name for path in tmp_path.iterdir()] == ["leefbaarometer-wijk-2024.csv"]


def test_only_the_fields_that_a_year_has_are_asked_for_and_no_borders(layer, get, source):
    get()
    assert [asked.partition("&startIndex")[2] for asked in source.asked] == ["=0", "=0", "=2"]
    fields = "id,name,year,kscore,afw,kfys,fys"
    assert [f"propertyName={fields}" in asked for asked in source.asked] == [False, True, True]


def test_the_caveats_come_with_the_scores(layer, get):
    delivery = get()
    assert delivery.title == "Leefbaarometer 3.0, wijk, 2024"
    assert delivery.licence == "Open data van het rijk; licentie niet vastgesteld"
    assert "Waar weinig mensen wonen" in delivery.notes[1]
    assert delivery.notes[-1] == "De bron noemt niet van welk jaar de grenzen zijn."
    assert (delivery.boundary_year, delivery.provisional) == (None, False)


def test_who_knows_the_year_of_the_borders_may_say_so(layer, get):
    delivery = get(boundary_year=2024)
    assert delivery.boundary_year == 2024
    assert not any("grenzen" in note for note in delivery.notes)


def test_a_page_that_fails_is_asked_again_and_what_was_there_is_not(layer, get, source, told):
    get()
    second = source.asked[-1]
    source.on(second, failing(503, times=3))
    with pytest.raises(SourceError, match="gaf foutcode 503"):
        get()
    source.asked.clear()
    assert get().path.read_text() == WHOLE
    assert len(source.asked) == 2
    assert source.asked[-1] == second


@pytest.mark.parametrize(("level", "year"), [("grid", 2024), ("wijk", 24), ("../wijk", 2024)])
def test_what_the_source_does_not_have_is_refused_at_once(get, source, level, year):
    with pytest.raises(SourceError, match="Kies uit: wijk, buurt, gemeente"):
        get(level, year)
    assert source.asked == []


def test_less_than_was_promised_is_refused(layer, get, tmp_path):
    layer["total"] = 5
    with pytest.raises(SourceError, match="heeft 5 gebieden; er kwamen er 3"):
        get()
    assert list(tmp_path.iterdir()) == []


def test_a_layer_that_is_not_there_is_told_as_such(get, source):
    source.on("/wfs", Answer(b'<?xml version="1.0"?><ows:ExceptionReport>'))
    with pytest.raises(SourceError, match="geeft geen JSON"):
        get()


@pytest.mark.parametrize(
    "odd",
    [
        collection([], 0),
        collection([{"properties": {"id": "WK0363NJ", "score": 6}}], 1),
        {"features": [{"properties": AREAS[0]}], "numberMatched": "unknown"},
    ],
)
def test_a_layer_without_areas_or_fields_is_refused(get, source, odd):
    source.on("/wfs", odd)
    with pytest.raises(SourceError, match="heeft geen gebieden of mist id, kscore, afw"):
        get()


@pytest.mark.parametrize("odd", [{}, {"features": 1}, {"features": [1]}, {"features": [{}]}])
def test_an_answer_of_another_form_is_refused(get, source, odd):
    source.on("/wfs", odd)
    with pytest.raises(SourceError, match="andere vorm dan verwacht"):
        get()
