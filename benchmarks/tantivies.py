"""The library in tantivy: what the embedded engine is measured against.

Its own Dutch analysis, three facets, ten hits with highlights, in the memory of this process.
"""

import json

import tantivy

TEXTS = ("title", "summary", "body")
COUNTED = ("type", "status", "year")
HEAP = 128_000_000


class Tantivy:
    """An index in memory."""

    def __init__(self):
        builder = tantivy.SchemaBuilder()
        for name in TEXTS:
            builder.add_text_field(name, stored=True, tokenizer_name="dutch")
        for name in (*COUNTED, "visibility"):
            builder.add_text_field(name, fast=True, tokenizer_name="raw")
        builder.add_text_field("shown", stored=True, tokenizer_name="raw")
        self.schema = builder.build()
        self.index = tantivy.Index(self.schema)
        self.index.register_tokenizer("dutch", _dutch())

    def load(self, documents):
        """Index documents and return how many."""
        writer = self.index.writer(HEAP)
        for document in documents:
            writer.add_document(_stored(document))
        writer.commit()
        self.index.reload()
        return len(documents)

    def search(self, text):
        """Return ten hits with highlights, how many there are, and the counts of three facets."""
        searcher = self.index.searcher()
        query = self._query(text)
        found = searcher.search(query, limit=10, count=True)
        marks = tantivy.SnippetGenerator.create(searcher, query, self.schema, "body")
        hits = [searcher.doc(place) for _score, place in found.hits]
        shown = [(hit.to_dict(), marks.snippet_from_doc(hit).to_html()) for hit in hits]
        counts = {name: {"terms": {"field": name, "size": 100}} for name in COUNTED}
        return shown, found.count, searcher.aggregate(query, counts)

    def _query(self, text):
        public = tantivy.Query.term_query(self.schema, "visibility", "public")
        words, _errors = self.index.parse_query_lenient(text or "*", list(TEXTS))
        must = tantivy.Occur.Must
        return tantivy.Query.boolean_query([(must, words), (must, public)])


def _dutch():
    builder = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
    for step in ("lowercase", "ascii_fold"):
        builder = builder.filter(getattr(tantivy.Filter, step)())
    return builder.filter(tantivy.Filter.stemmer("dutch")).build()


def _stored(document):
    found = tantivy.Document()
    for name in TEXTS:
        found.add_text(name, getattr(document, name))
    for name in COUNTED:
        for value in document.facets.get(name, ()):
            found.add_text(name, value)
    found.add_text("visibility", document.visibility)
    found.add_text("shown", json.dumps([document.id, document.url]))
    return found
