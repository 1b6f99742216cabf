"""`search_evaluate` as somebody runs it on files of their own."""

import json
import uuid
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from search.engines.elastic.connection import connect
from tests import services
from tests.search.conftest import ENGINES

pytestmark = pytest.mark.usefixtures("db")

CORPUS = [
    {"id": "huur/1", "title": "Huurverhoging", "text": "<p>De huur stijgt op 1 juli.</p>"},
    {"id": "schuld", "text": "Vraag schuldhulpverlening aan bij de gemeente."},
    {"id": "schuld", "text": "Vraag schuldhulpverlening aan bij uw gemeente. De hulp is gratis."},
    {"id": "leeg", "title": "", "text": ""},
    {"id": "school", "title": "Leerplicht", "text": "Kinderen van vijf jaar gaan naar school."},
]
QUESTIONS = [
    {"query": "schuldhulp", "class": "compound", "relevant": {"schuld": 2}},
    {"query": "huren", "class": "plural", "relevant": {"huur/1": 2}},
    {"query": "-", "class": "odd", "relevant": {"school": 1, "nergens": 1}},
]


@pytest.fixture
def files(tmp_path):
    """Write a corpus and judgements, and return the options that name them."""
    for name, lines in (("corpus", CORPUS), ("judgements", QUESTIONS)):
        text = "\n".join(map(json.dumps, lines))
        (tmp_path / name).write_text(text, encoding="utf-8")
    return {"corpus": str(tmp_path / "corpus"), "judgements": str(tmp_path / "judgements")}


def evaluate(**options):
    """Run the command and return what it prints and what it warns of."""
    output, warnings = StringIO(), StringIO()
    call_command("search_evaluate", stdout=output, stderr=warnings, **options)
    return output.getvalue(), warnings.getvalue()


def rows(output):
    """Return the cells of the tables, by the first of each row; the first table wins."""
    lines = [line.strip("| ").split("|") for line in output.splitlines() if line.startswith("|")]
    found = {}
    for first, *others in lines:
        found.setdefault(first.strip(), [cell.strip() for cell in others])
    return found


def test_both_engines_and_the_default_analysers_stand_side_by_side(files):
    output, warnings = evaluate(**files, elasticsearch=services.elasticsearch_url())

    found = rows(output)
    assert found["nDCG@10 per class"] == [
        *ENGINES,
        "elastic-dutch",
        "elastic-standard",
        "fts5-unicode61",
        "fts5-porter",
    ]
    assert found["compound"] == ["1.000", "1.000", "0.000", "0.000", "0.000", "0.000"]
    assert found["plural"] == ["1.000", "1.000", "1.000", "0.000", "0.000", "0.000"]
    assert "4 documents." in warnings
    assert "1 ids came more than once; the last document stays (first: schuld)" in warnings
    assert "1 judged ids have no document, so no ranking is perfect (first: nergens)" in warnings


def test_nothing_is_left_behind(files, monkeypatch):
    address = services.elasticsearch_url()
    # Its own name: other tests may be at it on the same server.
    own = uuid.uuid4()
    monkeypatch.setattr(uuid, "uuid4", lambda: own)
    evaluate(**files, elasticsearch=address)

    left = connect(address)[0].indices.get(index=f"wijkkennis-evaluation-{own.hex[:8]}*").body
    assert left == {}


def test_one_engine_alone_needs_no_server(files):
    output, warnings = evaluate(
        **files, engine="embedded", baseline=["fts5-porter"], elasticsearch="http://127.0.0.1:1"
    )

    assert rows(output)["nDCG@10 per class"] == ["embedded", "fts5-porter"]
    assert "Elasticsearch" not in warnings


def test_without_a_server_the_rest_is_measured(files, monkeypatch):
    monkeypatch.setattr("search.management.commands.search_evaluate.LOCAL", "http://127.0.0.1:1")

    output, warnings = evaluate(**files)

    assert rows(output)["nDCG@10 per class"] == ["embedded", "fts5-unicode61", "fts5-porter"]
    assert "no Elasticsearch answers at http://127.0.0.1:1: elastic, elastic-dutch" in warnings


def test_a_server_that_is_asked_for_must_answer(files):
    with pytest.raises(CommandError, match=r"does not answer at http://127.0.0.1:1/x\."):
        evaluate(**files, engine="elastic", elasticsearch="http://me:secret@127.0.0.1:1/x")


def test_a_class_can_be_measured_alone(files):
    output, _warnings = evaluate(**files, engine="embedded", baseline=["none"], kinds=["plural"])

    assert rows(output)["all questions"] == ["1.000"]
    with pytest.raises(CommandError, match="there are: compound, odd, plural"):
        evaluate(**files, kinds=["typo"])


def test_the_worst_questions_tell_where_each_document_was_found(files):
    output, _warnings = evaluate(**files, engine="embedded", baseline=["none"], worst=1)

    assert output.split("\n\n")[-1].splitlines() == [
        "- (odd)",
        "  1  school: embedded -",
        "  1  nergens: embedded -",
        "  embedded          0.00  ",
    ]


def test_everything_can_be_kept_in_a_file(files, tmp_path):
    evaluate(**files, engine="embedded", baseline=["none"], json=str(tmp_path / "out.json"))

    kept = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert kept["averages"]["compound"]["embedded"]["ndcg"] == 1.0
    assert kept["results"][0] == {
        "query": "schuldhulp",
        "class": "compound",
        "competitor": "embedded",
        "ranking": ["schuld"],
        "ndcg": 1.0,
        "mrr": 1.0,
        "recall": 1.0,
        "recall_deep": 1.0,
        "success": 1.0,
    }


def test_a_mistake_in_a_file_stops_the_command_with_its_line(files, tmp_path):
    (tmp_path / "corpus").write_text('{"id": "a"}\n{"title": "b"}', encoding="utf-8")

    with pytest.raises(CommandError, match="corpus, line 2: no id"):
        evaluate(**files, engine="embedded", baseline=["none"])


def test_a_corpus_needs_questions_about_it(files):
    with pytest.raises(CommandError, match="give --judgements"):
        evaluate(corpus=files["corpus"])
