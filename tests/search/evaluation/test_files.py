"""Files of strangers: what is read, in which forms, and what is told of mistakes."""

import gzip
import json
import tracemalloc

import pytest

from search.evaluation import corpora, judgements
from search.evaluation.lines import BadFile


@pytest.fixture
def file(tmp_path):
    """Return a function that writes lines to a file; an object becomes JSON."""

    def write(*lines):
        texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
        path = tmp_path / "file.jsonl"
        path.write_text("\n".join(texts), encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    "relevant",
    [
        {"relevant": {"a": 2, "7": 1}},
        {"judgements": [{"id": "a", "grade": 2}, {"doc_id": 7, "relevance": 1}]},
        {"qrels": [["a", 2], [7, 1]]},
        {"relevant": {"a": "2", "7": 1.0, "b": 0}},
    ],
)
def test_judgements_come_in_several_forms(file, relevant):
    (question,) = judgements.read(file({"query": "hulp  bij schulden", **relevant}))

    assert question.query == "hulp bij schulden"
    assert question.kind == "all"
    assert {id: grade for id, grade in question.grades.items() if grade} == {"a": 2, "7": 1}


def test_a_list_of_ids_is_of_grade_one(file):
    (question,) = judgements.read(file({"id": "q1", "text": "geld", "relevant": ["a", 7]}))

    assert question.grades == {"a": 1, "7": 1}


def test_judgements_may_stand_on_lines_of_their_own(file):
    questions = judgements.read(
        file(
            {"query": "geld", "class": "subject", "doc_id": "a", "grade": 2},
            {"query": "huis", "doc_id": "b", "grade": 1},
            {"query": "geld", "class": "subject", "doc_id": "c", "grade": 0},
        )
    )

    assert [(each.query, each.kind, each.grades) for each in questions] == [
        ("geld", "subject", {"a": 2, "c": 0}),
        ("huis", "all", {"b": 1}),
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ({"query": "geld", "relevant": {}}, "no relevant document"),
        ({"query": "geld", "relevant": {"a": 0, "b": -1}}, "no relevant document"),
        ({"query": "geld"}, "no judgements"),
        ({"query": " ", "relevant": ["a"]}, "no question"),
        ({"query": "geld", "relevant": {"a": "veel"}}, "no grade"),
        ({"query": "geld", "relevant": {"a": float("nan")}}, "no grade"),
        ({"query": "geld", "relevant": {"a": 99}}, "no grade"),
        ({"query": "geld", "relevant": [None]}, "no judgement"),
        ('{"query": "geld", ', "no JSON object"),
        ('["geld"]', "a JSON list"),
        ("[" * 100_000, "no JSON object"),
    ],
)
def test_a_mistake_in_judgements_has_a_line(file, line, message):
    path = file({"query": "huis", "relevant": ["a"]}, "", line)

    with pytest.raises(BadFile, match=f"line 3: .*{message}"):
        judgements.read(path)


def test_a_file_in_which_one_array_holds_everything_is_told_how_to_become_lines(file):
    with pytest.raises(BadFile, match=r"line 1: .*jq -c"):
        judgements.read(file("[", '{"query": "geld"}', "]"))


def test_a_corpus_fills_in_what_is_missing(file):
    document, titled = corpora.read(
        file(
            {"id": 7, "text": "Vraag hulp aan. De gemeente belt u. Daarna volgt een gesprek."},
            {"id": "b", "title": "Huur", "text": "Betalen.", "summary": "Kort.", "tags": "a, b"},
        )
    )

    assert (document.id, document.title) == ("7", "Vraag hulp aan.")
    assert document.summary == "Vraag hulp aan. De gemeente belt u."
    assert (titled.title, titled.summary, titled.body) == ("Huur", "Kort.", "Betalen.")
    assert titled.keywords == ("a", "b")


def test_tags_and_entities_are_no_words(file):
    text = (
        "<style>p {color: red}</style><p>Wie &lt; 18 is, <b>kr</b>ijgt<br>hulp&nbsp;&amp; "
        "raad.</p><script>let geheim</script> 3 < 4 &lt;em&gt;echt&lt;/em&gt;"
    )
    (document,) = corpora.read(file({"id": "a", "title": "T", "text": text}))

    assert " ".join(document.body.split()) == "Wie < 18 is, krijgt hulp & raad. 3 < 4 echt"


def test_texts_may_come_in_pieces(file):
    (document,) = corpora.read(
        file({"id": "a", "title": None, "content": ["Een.", {"x": "Twee."}]})
    )

    assert document.body == "Een.\nTwee."


def test_characters_that_break_engines_are_replaced(file):
    (document,) = corpora.read(file('{"id": "a", "title": "x\\u0000y", "text": "half \\ud83d"}'))

    assert (document.title, document.body) == ("x y", "half \ufffd")


def test_an_id_of_any_length_is_kept_apart(file):
    long = "é" * 600
    documents = list(corpora.read(file({"id": long}, {"id": long + "x"})))
    (question,) = judgements.read(file({"query": "x", "relevant": {long: 2}}))

    assert len({document.id for document in documents}) == 2
    assert list(question.grades) == [documents[0].id]


@pytest.mark.parametrize("line", [{"title": "x"}, {"id": ""}, {"id": None}, {"id": ["a"]}])
def test_a_document_without_an_id_has_a_line(file, line):
    with pytest.raises(BadFile, match="line 2: no id"):
        list(corpora.read(file({"id": "a"}, line)))


def test_packed_files_and_byte_order_marks_are_read(tmp_path):
    line = b'\xef\xbb\xbf{"id": "a", "title": "T"}\n'
    (tmp_path / "packed").write_bytes(gzip.compress(line))
    (tmp_path / "marked").write_bytes(line)

    assert [each.id for each in corpora.read(tmp_path / "packed")] == ["a"]
    assert [each.id for each in corpora.read(tmp_path / "marked")] == ["a"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "holds no documents"),
        (b'{"id": "\xe9"}', "line 1: not in UTF-8"),
        (gzip.compress(b'{"id": "a"}\n' * 1000, mtime=0)[:40], "cannot be read"),
    ],
)
def test_a_file_that_is_broken_is_told_so(tmp_path, content, message):
    (tmp_path / "broken").write_bytes(content)

    with pytest.raises(BadFile, match=message):
        list(corpora.read(tmp_path / "broken"))


def test_a_file_that_is_not_there_is_told_so(tmp_path):
    with pytest.raises(BadFile, match="cannot be read"):
        list(corpora.read(tmp_path / "nowhere"))


def test_a_large_file_costs_no_memory(tmp_path):
    path = tmp_path / "large.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number in range(2000):
            file.write(json.dumps({"id": number, "text": "woord " * 2000}) + "\n")
    tracemalloc.start()
    count = sum(1 for _document in corpora.read(path))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert (count, peak < 2**20) == (2000, True)
