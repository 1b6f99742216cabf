"""What search engines do with Dutch when nobody tells them more: the measure of what ours adds.

The same documents, all of their text, and the settings that come with the tools.
"""

import re
import sqlite3
from contextlib import contextmanager

from elasticsearch.helpers import bulk

from search.engines.elastic.connection import speaking

WORD = re.compile(r"\w+")
FIELDS = ("title", "summary", "text")


def _text(document):
    """Return everything else that our engines search in."""
    other = (document.body, *document.keywords, *document.alternatives, *document.facts)
    return "\n".join(filter(None, other))


class ElasticDefault:
    """Elasticsearch with one of its analysers, asked with a multi_match."""

    refused = ()

    def __init__(self, client, index, analyzer):
        self.name = f"elastic-{analyzer}"
        self.client = client
        self.index = index
        self.analyzer = analyzer

    @contextmanager
    def loading(self):
        """Open the index for documents; give what adds them."""
        field = {"type": "text", "analyzer": self.analyzer}
        with speaking():
            self.client.indices.create(
                index=self.index,
                mappings={"properties": dict.fromkeys(FIELDS, field)},
                settings={"number_of_replicas": 0},
            )
        yield self._add
        with speaking():
            self.client.indices.refresh(index=self.index)

    def ranking(self, text, size):
        """Return the ids of the first hits."""
        with speaking():
            answer = self.client.search(
                index=self.index,
                query={"multi_match": {"query": text, "fields": list(FIELDS)}},
                size=size,
                source=False,
            )
        return [hit["_id"] for hit in answer["hits"]["hits"]]

    def remove(self):
        """Remove the index."""
        with speaking():
            self.client.indices.delete(index=self.index, ignore_unavailable=True)

    def _add(self, documents):
        with speaking():
            bulk(self.client, map(self._action, documents), index=self.index)

    def _action(self, document):
        values = (document.title, document.summary, _text(document))
        return {"_id": document.id, "_source": dict(zip(FIELDS, values, strict=True))}


class Fts5:
    """SQLite's full-text search over one text per document, ordered by its BM25."""

    refused = ()

    def __init__(self, tokenizer):
        self.name = f"fts5-{tokenizer}"
        self.connection = sqlite3.connect("")
        self.connection.execute("CREATE TABLE ids (n INTEGER PRIMARY KEY, id TEXT UNIQUE)")
        self.connection.execute(
            f"CREATE VIRTUAL TABLE texts USING fts5(text, tokenize = '{tokenizer}')"
        )

    @contextmanager
    def loading(self):
        """Open the index for documents; give what adds them."""
        with self.connection:
            yield self._add

    def ranking(self, text, size):
        """Return the ids of the first hits that have any of the words."""
        words = " OR ".join(f'"{word}"' for word in WORD.findall(text))
        if not words:
            return []
        rows = self.connection.execute(
            "SELECT id FROM texts JOIN ids ON n = texts.rowid WHERE texts MATCH ? "
            "ORDER BY bm25(texts), n LIMIT ?",
            [words, size],
        )
        return [id for (id,) in rows]

    def remove(self):
        """Remove the index."""
        self.connection.close()

    def _add(self, documents):
        for document in documents:
            text = "\n".join((document.title, document.summary, _text(document)))
            self.connection.execute(
                "DELETE FROM texts WHERE rowid = (SELECT n FROM ids WHERE id = ?)", [document.id]
            )
            n = self.connection.execute(
                "INSERT OR REPLACE INTO ids (id) VALUES (?)", [document.id]
            ).lastrowid
            self.connection.execute("INSERT INTO texts (rowid, text) VALUES (?, ?)", [n, text])
