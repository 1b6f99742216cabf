"""Figures beside the documents: what is stored of them, and what can be chosen by them."""

from dataclasses import replace

import pytest

from search.documents import PUBLIC
from search.figures.developments import Development
from search.figures.series import MEASUREMENT, SNAPSHOT, Moment, Row, Series
from search.query import SearchQuery
from search.scope import Scope
from tests.search.engines.conftest import DOCUMENTS, counts, ids, numbered

pytestmark = pytest.mark.django_db

BEFORE = Row(
    id="2007-01-01",
    kind=MEASUREMENT,
    moment=Moment("2007", "2007-01-01", 14.2, comparator_value=9.0, gap=5.2),
    dataset="Levering",
    comparator="GM0344",
)
AFTER = Row(
    id="2012-01-01",
    kind=MEASUREMENT,
    moment=Moment("2012", "2012-01-01", 10.5, comparator_value=8.5, gap=2.0),
    dataset="Levering",
    provisional=True,
    comparator="GM0344",
)
SHOWN = Row(
    id="ab12",
    kind=SNAPSHOT,
    moment=Moment("2012", "2012-01-01", missing="suppressed"),
    baseline=Moment("2007", "2007-01-01", 14.2),
    dataset="Levering",
    baseline_dataset="Eerdere levering",
    hash="ab12",
    pages=("page:1", "page:3"),
)
OVERVECHT = Series(
    indicator="vsv",
    area="AW38",
    unit="%",
    municipality="GM0344",
    groups=("G18", "W40"),
    development="smaller",
    rows=(BEFORE, AFTER, SHOWN),
    version=1,
)
ZUILEN = replace(OVERVECHT, area="AW39", development="larger", rows=(BEFORE,))
LEEUWARDEN = replace(OVERVECHT, area="GM0080", municipality="GM0080", groups=(), rows=(AFTER,))
UTRECHT = replace(OVERVECHT, area="GM0344", development="larger", rows=())
WORK = replace(OVERVECHT, indicator="nww", development="at-or-better", rows=())
SERIES = (OVERVECHT, ZUILEN, LEEUWARDEN, UTRECHT, WORK)


@pytest.fixture
def filled(empty):
    """Return an engine with the library and its figures."""
    empty.upsert(
        numbered(
            replace(document, facets=document.facets | {"place": own(document)}),
            1,
        )
        for document in DOCUMENTS
    )
    empty.figures.put(SERIES)
    return empty


def own(document):
    """Return the first area of a document: the one it is about itself."""
    return document.facets.get("area", ())[:1]


def ask(engine, *developments, text="", **chosen):
    query = SearchQuery(
        text=text,
        filters=chosen,
        developments=tuple(Development.parse(value) for value in developments),
    )
    return engine.search(query, Scope(frozenset([PUBLIC])))


def stored(engine):
    return {key: version for key, version, _fingerprint in engine.figures.stored()}


def test_a_row_tells_all_there_is_to_know_by_codes(filled):
    before, after, shown = filled.figures.rows("vsv", "AW38")

    assert before == {
        "id": "series:vsv:AW38:2007-01-01",
        "kind": "measurement",
        "series": "series:vsv:AW38",
        "indicator": "vsv",
        "area": "AW38",
        "municipality": "GM0344",
        "groups": ["G18", "W40"],
        "unit": "%",
        "development": "smaller",
        "period": "2007",
        "date": "2007-01-01",
        "value": 14.2,
        "missing": "",
        "comparator": "GM0344",
        "comparator_value": 9.0,
        "gap": 5.2,
        "provisional": False,
        "dataset": "Levering",
        "baseline": None,
        "baseline_dataset": "",
        "hash": "",
        "pages": [],
    }
    assert (after["value"], after["provisional"]) == (10.5, True)
    assert (shown["kind"], shown["hash"]) == ("snapshot", "ab12")
    assert (shown["value"], shown["missing"]) == (None, "suppressed")
    assert (shown["baseline"]["value"], shown["pages"]) == (14.2, ["page:1", "page:3"])
    assert (shown["dataset"], shown["baseline_dataset"]) == ("Levering", "Eerdere levering")


def test_a_series_nobody_stored_has_no_rows(filled):
    assert filled.figures.rows("vsv", "XX99") == []
    assert filled.figures.rows("vsv", "GM0344") == []


def test_a_row_that_is_no_longer_there_goes(filled):
    filled.figures.put([replace(OVERVECHT, rows=(AFTER,), version=2)])

    assert [row["period"] for row in filled.figures.rows("vsv", "AW38")] == ["2012"]
    assert stored(filled)["series:vsv:AW38"] == 2


def test_an_older_series_that_arrives_late_changes_nothing(filled):
    filled.figures.put([replace(OVERVECHT, rows=(AFTER,), version=3)])
    filled.figures.put([replace(OVERVECHT, development="larger", version=2)])

    assert [row["period"] for row in filled.figures.rows("vsv", "AW38")] == ["2012"]
    assert ids(ask(filled, "vsv:dichterbij", type=("praktijk",))) == ["page:1", "page:2"]


def test_a_series_that_was_forgotten_is_gone_and_stays_gone(filled):
    filled.figures.forget(["series:vsv:AW38"], 2)
    filled.figures.put([OVERVECHT])

    assert filled.figures.rows("vsv", "AW38") == []
    assert "series:vsv:AW38" not in stored(filled)
    assert ids(ask(filled, "vsv:dichterbij")) == ["page:2"]


def test_forgetting_what_was_written_since_changes_nothing(filled):
    filled.figures.put([replace(OVERVECHT, version=5)])
    filled.figures.forget(["series:vsv:AW38"], 4)

    assert len(filled.figures.rows("vsv", "AW38")) == 3
    assert stored(filled)["series:vsv:AW38"] == 5


def test_the_fingerprint_tells_every_difference(filled):
    before = {key: fingerprint for key, _version, fingerprint in filled.figures.stored()}
    changed = replace(AFTER, moment=replace(AFTER.moment, value=10.6))

    assert before["series:vsv:AW38"] == OVERVECHT.fingerprint
    assert replace(OVERVECHT, version=9).fingerprint == OVERVECHT.fingerprint
    assert replace(OVERVECHT, rows=(BEFORE, changed)).fingerprint != OVERVECHT.fingerprint
    assert replace(OVERVECHT, development="same").fingerprint != OVERVECHT.fingerprint


def test_a_development_finds_what_is_in_areas_that_took_it(filled):
    closer = ask(filled, "vsv:dichterbij")
    further = ask(filled, "vsv:verder-weg")

    assert sorted(ids(closer)) == ["area:AW38", "page:1", "page:2"]
    # Zuilen took that course itself; Overvecht only lies in a city that did.
    assert ids(further) == ["page:3"]
    assert ask(filled, "vsv:gelijk").total == 0
    assert ask(filled, "onbekend:dichterbij").total == 0


def test_two_courses_of_one_indicator_widen_and_two_indicators_narrow(filled):
    widened = ask(filled, "vsv:dichterbij", "vsv:verder-weg", type=("praktijk",))
    narrowed = ask(filled, "vsv:dichterbij", "nww:op-of-beter")

    assert sorted(ids(widened)) == ["page:1", "page:2", "page:3"]
    assert sorted(ids(narrowed)) == ["area:AW38", "page:1"]


def test_facets_count_within_the_development_and_words_narrow_it(filled):
    closer = ask(filled, "vsv:dichterbij", type=("praktijk",))

    assert counts(closer, "type") == {"praktijk": 2, "gebied": 1}
    assert counts(closer, "theme") == {"bewegen": 1, "gezondheid": 1, "schulden": 1}
    assert ids(ask(filled, "vsv:dichterbij", text="schulden")) == ["page:2"]


def test_every_answer_tells_which_developments_are_known(filled):
    known = {
        Development("vsv", "smaller"): 2,
        Development("vsv", "larger"): 2,
        Development("nww", "at-or-better"): 1,
    }
    assert ask(filled).developments == known
    assert ask(filled, text="schulden").developments == known
    assert ask(filled, text="xyzzy").developments == known

    filled.figures.put([replace(ZUILEN, development="", version=2)])
    assert ask(filled).developments[Development("vsv", "larger")] == 1


def test_a_rebuild_takes_the_figures_along_and_leaves_out_what_is_gone(filled):
    with filled.rebuild() as new:
        new.add(DOCUMENTS)
        new.figures.put([OVERVECHT])
        assert len(filled.figures.rows("vsv", "AW39")) == 1

    assert len(filled.figures.rows("vsv", "AW38")) == 3
    assert filled.figures.rows("vsv", "AW39") == []
    assert stored(filled) == {"series:vsv:AW38": 1}
    assert ask(filled).developments == {Development("vsv", "smaller"): 1}
    assert filled.status().series == 1


def test_a_rebuild_that_breaks_off_leaves_the_figures_as_they_were(filled):
    def rebuild_until_the_power_fails():
        with filled.rebuild() as new:
            new.figures.put([replace(OVERVECHT, rows=())])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rebuild_until_the_power_fails()

    assert len(filled.figures.rows("vsv", "AW38")) == 3
