"""A fetch that was cut off goes on where it was, unless the table changed in the meantime."""

import pytest

from indicators.sources.client import SourceError
from indicators.sources.errors import writing_in
from indicators.sources.statline import fetch_v3, fetch_v4
from tests.indicators.sources.server import Answer, failing
from tests.indicators.sources.statline import MODIFIED, TITLE, lists, table_v3, table_v4
from tests.indicators.sources.test_statline_v3 import ROOT, WHOLE

SECOND = f"{ROOT}/TypedDataSet?$format=json&$skip=2"


@pytest.fixture
def fetch(source, tmp_path, told, patience):
    base_url = table_v3(source)

    def fetch(**choice):
        return fetch_v3("85984NED", tmp_path, told, base_url=base_url, patience=patience, **choice)

    return fetch


@pytest.fixture
def cut_off(fetch, source, tmp_path):
    """Fetch the first of two pages, with the server failing at the second; return the folder."""
    source.on(SECOND, failing(503, times=3))
    with pytest.raises(SourceError, match="gaf foutcode 503, ook na 3 keer vragen"):
        fetch()
    source.asked.clear()
    return tmp_path / "cbs-85984NED.part"


def pages_asked(source):
    return [asked for asked in source.asked if "TypedDataSet" in asked]


def test_the_first_page_is_kept_and_not_asked_again(cut_off, fetch, source, told):
    assert sorted(path.name for path in cut_off.iterdir()) == ["00000.json", "state.json"]
    assert fetch().path.read_text() == WHOLE
    assert pages_asked(source) == [SECOND]
    assert told == [(2, 4), (4, 4)]
    assert not cut_off.exists()


def test_there_is_no_file_before_the_last_page(cut_off, tmp_path):
    assert list(tmp_path.glob("*.csv*")) == []


def test_a_table_that_changed_begins_afresh(cut_off, fetch, source, told):
    info = {"Title": TITLE, "Modified": "2026-11-01T02:00:00"}
    source.on(f"{ROOT}/TableInfos", lists([info]))
    assert fetch().path.read_text() == WHOLE
    assert len(pages_asked(source)) == 2
    assert told == [(2, 4), (2, 4), (4, 4)]


def test_another_question_begins_afresh(cut_off, fetch, source):
    fetch(columns=["Aantal inwoners"])
    assert "$select" in pages_asked(source)[0]


@pytest.mark.parametrize("state", [b"", b"[]", b"{}", b'{"start": 1}', b"\xff"])
def test_a_state_that_cannot_be_read_begins_afresh(cut_off, fetch, source, state, caplog):
    (cut_off / "state.json").write_bytes(state)
    assert fetch().path.read_text() == WHOLE
    assert len(pages_asked(source)) == 2
    assert "the fetch begins afresh" in caplog.text


def test_a_page_that_is_gone_begins_afresh(cut_off, fetch, source):
    (cut_off / "00000.json").unlink()
    assert fetch().path.read_text() == WHOLE
    assert len(pages_asked(source)) == 2


def test_a_page_that_was_damaged_is_told_and_does_not_stay(cut_off, fetch, source):
    (cut_off / "00000.json").write_bytes(b'{"value": [')
    with pytest.raises(SourceError, match=r"Een bladzijde in .* is beschadigd"):
        fetch()
    assert fetch().path.read_text() == WHOLE


def test_a_fetch_that_only_lacks_its_file_asks_for_no_page(fetch, source, tmp_path):
    in_the_way = tmp_path / "cbs-85984NED.csv.new"
    in_the_way.mkdir()
    with pytest.raises(SourceError, match="kan niet geschreven worden"):
        fetch()
    in_the_way.rmdir()
    source.asked.clear()
    assert fetch().path.read_text() == WHOLE
    assert pages_asked(source) == []


def test_a_table_that_changes_during_the_fetch_is_refused_and_begins_afresh(
    fetch, source, tmp_path
):
    first = {"Title": TITLE, "Modified": MODIFIED}
    source.before(f"{ROOT}/TableInfos", Answer(lists([first]), times=1))
    source.answers[f"{ROOT}/TableInfos"][1:] = [lists([{**first, "Modified": "2026-11-01"}])]
    with pytest.raises(SourceError, match="is tijdens het ophalen vernieuwd"):
        fetch()
    assert list(tmp_path.iterdir()) == []
    assert fetch().path.read_text() == WHOLE


def test_a_link_to_another_host_is_not_followed(fetch, source):
    source.on(f"{ROOT}/TypedDataSet", lists([], onward="https://elders.example/TypedDataSet"))
    with pytest.raises(SourceError, match="wijst door naar een andere plek: https://elders"):
        fetch()


def test_pages_that_go_round_are_stopped(fetch, source):
    source.on(SECOND, lists([], onward=f"{source.url}{ROOT}/TypedDataSet?$format=json"))
    with pytest.raises(SourceError, match="wijst terug naar een bladzijde"):
        fetch()
    assert len(pages_asked(source)) == 2


def test_pages_that_go_round_after_going_on_are_stopped(cut_off, fetch, source):
    source.on(SECOND, lists([], onward=f"{source.url}{ROOT}/TypedDataSet?$format=json"))
    with pytest.raises(SourceError, match="wijst terug naar een bladzijde"):
        fetch()
    assert pages_asked(source) == [SECOND]


def test_a_folder_that_cannot_be_written_in_is_told(source, tmp_path, told, patience):
    (tmp_path / "bestand").write_text("hier")
    with pytest.raises(SourceError, match=r"In de map .* kan niet geschreven worden"):
        fetch_v3("85984NED", tmp_path / "bestand", told, base_url=source.url, patience=patience)


def test_two_fetches_do_not_work_in_one_folder(fetch, source, tmp_path):
    with writing_in(tmp_path), pytest.raises(SourceError, match="wordt al iets opgehaald"):
        fetch()
    assert source.asked == []
    assert fetch().path.read_text() == WHOLE


def test_the_new_service_goes_on_where_it_was(source, tmp_path, told, patience):
    base_url = table_v4(source)
    third = "/odata/v1/CBS/85984NED/Observations?$skip=10"
    source.on(third, failing(503, times=3))
    for _attempt in range(2):
        try:
            delivery = fetch_v4("85984NED", tmp_path, told, base_url=base_url, patience=patience)
        except SourceError:
            source.asked.clear()
    assert delivery.path.read_text() == WHOLE
    assert [asked for asked in source.asked if "Observations" in asked] == [third]
    assert told == [(5, 12), (10, 12), (12, 12)]
