"""The Elasticsearch engine: the protocol of search.engines.base over the official client."""

from contextlib import contextmanager
from copy import copy
from dataclasses import replace

from elasticsearch import NotFoundError
from elasticsearch.dsl import Q, Search

from search import dutch, highlighting, synonyms
from search.engines import correcting, resembling, suggesting
from search.engines.base import SearchUnavailable
from search.engines.elastic import (
    asking,
    bulk,
    explaining,
    figures,
    likeness,
    listing,
    reading,
    replacing,
)
from search.engines.elastic.connection import FIGURES, WRITE_TIMEOUT, connect, failure, speaking
from search.engines.elastic.mapping import SETTINGS, made_of, mapping
from search.engines.elastic.pages import Pages
from search.query import SearchQuery
from search.question import ENOUGH, Question, understand
from search.results import SearchResults, Status, Suggestion


class ElasticEngine:
    """An index behind an alias: searched, written and replaced under one name."""

    name = "elastic"

    def __init__(self, url, ca_file="", api_key=""):
        self.client, self.alias = connect(url, ca_file, api_key)
        self.patient = self.client.options(request_timeout=WRITE_TIMEOUT)
        self.figures = figures.ElasticFigures(self.patient, f"{self.alias}{FIGURES}")

    def upsert(self, documents):
        """Store documents; one that is stored with a higher version is left as it is."""
        bulk.write(self.patient, self.alias, bulk.puts(documents), in_use=True)

    def delete(self, ids, version):
        """Forget documents, unless they are stored with a higher version."""
        bulk.write(self.patient, self.alias, bulk.removals(ids, version), in_use=True)

    def search(self, query, scope):
        """Answer a question in one round trip."""
        engine = self._waiting() if query.patient else self
        return engine._search(query, scope)

    def _search(self, query, scope):
        question = understand(query.text, synonyms.load()) if query.text else None
        if question is None:
            clauses = asking.Clauses(Question(), scope)
            answers, _samples, developments = self._answers(query, clauses, (0,))
            return replace(reading.results(answers[0], query), developments=developments)
        if question.is_empty:
            return SearchResults()
        clauses, answers, more = self._asked(query, question, scope)
        if isinstance(clauses, asking.Sharing):
            (answer,) = answers
            return replace(reading.results(answer, query, relaxed=answer["matched"] > 0), **more)
        marks = highlighting.Marks.of(clauses.question) if query.marked else None
        saying_all = 0 if clauses.question.unknown else answers[0]["matched"]
        return replace(reading.chosen(answers, query, marks), saying_all=saying_all, **more)

    def explain(self, query, scope, ids):
        """Tell why documents have their scores for the words of a question."""
        question = understand(query.text, synonyms.load())
        if question.is_empty or not ids:
            return []
        engine = self._waiting() if query.patient else self
        clauses, answers, _more = engine._asked(SearchQuery(query.text), question, scope)
        explainer = explaining.explainer(clauses, answers, list(ids))
        return explainer.explanations(engine._ask(explainer.requests))

    def _waiting(self):
        """Return this engine as it is for whoever can wait for an answer."""
        engine = copy(self)
        engine.client = self.patient
        return engine

    def _asked(self, query, question, scope):
        """Return the question as it was answered, the answers from strict to wide, and the rest."""
        clauses = asking.Clauses(question, scope)
        answers, samples, developments = self._answers(query, clauses, question.levels[:2])
        said, matched = reading.said(question, answers[-1]), answers[-1]["matched"]
        doubts = correcting.doubts(question, said, matched, answers[-1]["documents"])
        unknown = {concept for concept, count in said.items() if not count}
        if unknown:
            # Nobody says these words, or few say most: that takes another round trip, or two.
            question = question.forgiving(unknown)
        if unknown or doubts or (matched < ENOUGH and len(question.levels) > 2):
            meant = likeness.forms([*question.words, *(doubt.meant for doubt in doubts)])
            alike = self._alike(meant) if meant else asking.NOTHING_ALIKE
            likely = [asking.sample(doubt, scope, alike) for doubt in doubts]
            clauses = asking.Clauses(question, scope, alike)
            answers, samples, developments = self._answers(query, clauses, question.levels, likely)
        more = {
            "developments": developments,
            "corrections": correcting.corrections(doubts, samples),
        }
        if not answers[-1]["matched"] and question.grams:
            # Nothing else helped: names that share pieces with the question.
            clauses = asking.Sharing(question, scope)
            answers, _samples, _developments = self._answers(query, clauses, (0,))
        return clauses, answers, more

    def _alike(self, forms):
        """Return the words that look like these, whoever may see who says them."""
        (answer,) = self._ask([likeness.request(forms)])
        return likeness.read(answer)

    def _answers(self, query, clauses, levels, samples=()):
        """Return an answer for each number of words that a document must have, and the samples."""
        pages = Pages(clauses, levels, query, self.figures.index)
        # In the same round trip: what is known of developments.
        *answers, known = self._ask([*pages.requests, *samples], about_figures=[figures.knowing()])
        number = len(pages.requests)
        samples = list(map(reading.sample, answers[number:]))
        return pages.answers(answers[:number]), samples, figures.known(known)

    def suggest(self, text, scope, limit=8):
        """Return titles in which words begin with what is typed."""
        words = suggesting.typed(text)
        if not words:
            return []
        request = (
            Search()
            .query(asking.names_like(words, scope))
            .sort("_score", "title_length", "id")
            .source(["shown.title", "shown.type", "shown.url"])
            .extra(size=limit, track_total_hits=False)
        )
        (answer,) = self._ask([request.to_dict()])
        return [_suggestion(hit) for hit in answer["hits"]["hits"]]

    def similar(self, id, scope, limit=4):
        """Return documents that resemble one, best first."""
        try:
            with speaking():
                kept = self.client.get(index=self.alias, id=id)["_source"]
        except SearchUnavailable as error:
            if isinstance(error.__cause__, NotFoundError):
                return []
            raise
        if not scope.holds(id, kept["visibility"]):
            return []
        question = resembling.question(kept["shown"])
        query = asking.answering(question, scope, question.most) & ~Q("ids", values=[id])
        request = Search().query(query).source(["shown"]).sort("_score", "id").extra(size=limit)
        (answer,) = self._ask([request.to_dict()])
        return list(reading.hits(answer["hits"]["hits"]))

    @contextmanager
    def rebuild(self):
        """Open a new index; it takes the place of the old one when the block ends well."""
        with speaking():
            made = replacing.make(self.patient, self._shapes())
        try:
            filled = figures.ElasticFigures(self.patient, made[self.figures.index], in_use=False)
            new = bulk.Rebuild(self.patient, made[self.alias], filled)
            yield new
            new.figures.list_all()
        except BaseException:
            with speaking():
                replacing.remove(self.patient, made.values())
            raise
        with speaking():
            replacing.put_in_place(self.patient, made)

    def _shapes(self):
        documents = replacing.Shape(
            self.alias, dutch.ANALYSIS_VERSION, mapping().to_dict(), SETTINGS
        )
        series = replacing.Shape(
            self.figures.index, figures.SHAPE, figures.mapping().to_dict(), figures.SETTINGS
        )
        return documents, series

    def stored(self):
        """Yield id, version and visibility token of every document."""
        return listing.stored(self.patient, self.alias)

    def fingerprints(self, ids):
        """Return what stored documents were made of."""
        with speaking():
            found = self.patient.mget(index=self.alias, ids=list(ids), source=["fingerprint"])
        return {
            kept["_id"]: kept["_source"]["fingerprint"] for kept in found["docs"] if kept["found"]
        }

    def status(self):
        """Tell how the index is doing; only those who look after it ask, and they can wait."""
        with speaking():
            count = self.patient.count(index=self.alias)["count"]
            series = self.patient.count(index=self.figures.index, q="kind:series")["count"]
            mappings = self.patient.indices.get_mapping(index=self.alias)
            stats = self.patient.indices.stats(index=self.alias, metric="store")
        (found,) = mappings.body.values()
        meta = found["mappings"]["_meta"]
        return Status(
            engine=self.name,
            documents=count,
            analysis=meta["analysis"],
            size_in_bytes=stats["_all"]["primaries"]["store"]["size_in_bytes"],
            series=series,
            is_current=meta == made_of(),
        )

    def remove(self):
        """Remove the index and those it took the place of."""
        with speaking():
            for alias in (self.alias, self.figures.index):
                replacing.remove(self.patient, replacing.of_site(self.patient, alias))

    def _ask(self, requests, about_figures=()):
        searches = []
        for request in requests:
            searches += [{"index": self.alias}, request]
        for request in about_figures:
            # An index made by an earlier release has no figures beside it yet.
            header = {"index": self.figures.index, "ignore_unavailable": True}
            searches += [header, request]
        with speaking():
            answers = self.client.msearch(searches=searches)["responses"]
        for answer in answers:
            if "error" in answer:
                raise failure(answer["status"], answer["error"]["type"])
        return answers


def _suggestion(hit):
    kept = hit["_source"]["shown"]
    return Suggestion(kept["title"], kept["type"], kept["url"], hit["_id"])
