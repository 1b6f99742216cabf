"""What facets count and how they narrow."""

import pytest

from tests.search.engines.conftest import ask, counts, ids

pytestmark = pytest.mark.django_db


def test_every_facet_counts_what_was_found(library):
    results = ask(library)

    assert results.total == 5
    assert counts(results, "type") == {"praktijk": 3, "werkwijze": 1, "gebied": 1}
    assert counts(results, "area") == {"GM0344": 3, "AW38": 2, "AW39": 1, "GM0080": 1}
    assert counts(results, "year") == {"2012": 2, "2011": 2, "2010": 1}
    assert counts(results, "effect") == {"improved": 1, "did-not-work": 1}
    assert counts(results, "status") == {}


def test_the_most_frequent_value_comes_first(library):
    buckets = ask(library).facets["area"]
    assert [bucket.value for bucket in buckets] == ["GM0344", "AW38", "AW39", "GM0080"]


def test_two_values_of_one_facet_widen(library):
    results = ask(library, area=("AW39", "GM0080"))
    assert sorted(ids(results)) == ["page:2", "page:3"]


def test_two_facets_narrow(library):
    results = ask(library, type=("praktijk",), area=("GM0344",))
    assert sorted(ids(results)) == ["page:1", "page:3"]


def test_a_facet_counts_as_if_nothing_were_chosen_in_it(library):
    results = ask(library, type=("praktijk",), area=("AW39",))

    assert ids(results) == ["page:3"]
    assert counts(results, "area") == {"GM0344": 2, "AW38": 1, "AW39": 1, "GM0080": 1}
    assert counts(results, "type") == {"praktijk": 1}
    assert counts(results, "theme") == {"werken": 1}


def test_facets_count_the_words_too(library):
    results = ask(library, "overvecht")
    assert counts(results, "type") == {"praktijk": 1, "gebied": 1}


def test_choosing_a_value_gives_as_many_results_as_it_promised(library):
    promised = counts(ask(library, "utrecht fietsen"), "type")
    for value, count in promised.items():
        assert ask(library, "utrecht fietsen", type=(value,)).total == count


def test_what_there_is_without_each_chosen_facet_is_counted(library):
    results = ask(library, "fietsen", type=("praktijk",), area=("GM0080",))

    assert results.total == 0
    assert results.without == {
        "type": ask(library, "fietsen", area=("GM0080",)).total,
        "area": ask(library, "fietsen", type=("praktijk",)).total,
    }
    assert results.without["area"] == 1
    assert ask(library, "fietsen").without == {}


def test_a_value_that_no_document_has_finds_nothing(library):
    assert ask(library, theme=("onbekend",)).total == 0
