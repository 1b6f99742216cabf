"""The Elasticsearch engine: the protocol of search.engines.base over the official client."""

from contextlib import contextmanager
from dataclasses import replace

from elasticsearch import NotFoundError
from elasticsearch.dsl import Q, Search

from search import dutch, highlighting, synonyms
from search.engines import resembling, shown, suggesting
from search.engines.base import SearchUnavailable
from search.engines.elastic import asking, bulk, figures, replacing
from search.engines.elastic.connection import FIGURES, WRITE_TIMEOUT, connect, speaking
from search.engines.elastic.mapping import SETTINGS, mapping
from search.engines.elastic.pages import Pages
from search.facets import FACETS
from search.question import ENOUGH, Question, understand
from search.results import Bucket, SearchResults, Status, Suggestion

PAGE_OF_STORED = 1000


class ElasticEngine:
    """An index behind an alias: searched, written and replaced under one name."""

    name = "elastic"

    def __init__(self, url):
        self.client, self.alias = connect(url)
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
        question = understand(query.text, synonyms.load()) if query.text else None
        if question is None:
            answers, developments = self._answers(query, Question(), scope, (0,))
            return replace(_results(answers[0], query), developments=developments)
        if question.is_empty:
            return SearchResults()
        answers, developments = self._answers(query, question, scope, question.levels[:2])
        unknown = _unknown(question, answers[-1])
        if unknown:
            # Nobody says these words, or few say most: that takes a second round trip.
            question = question.forgiving(unknown)
        if unknown or (answers[-1]["matched"] < ENOUGH and len(question.levels) > 2):
            answers, developments = self._answers(query, question, scope, question.levels)
        marks = highlighting.Marks.of(question) if query.marked else None
        saying_all = 0 if unknown else answers[0]["matched"]
        results = _chosen(answers, query, marks)
        return replace(results, developments=developments, saying_all=saying_all)

    def _answers(self, query, question, scope, levels):
        """Return an answer for each number of words that a document must have."""
        clauses = asking.Clauses(question, scope)
        pages = Pages(clauses, levels, query, self.figures.index)
        # In the same round trip: what is known of developments.
        *answers, known = self._ask(pages.requests, about_figures=[figures.knowing().to_dict()])
        return pages.answers(answers), figures.known(known)

    def suggest(self, text, scope, limit=8):
        """Return titles in which words begin with what is typed."""
        words = suggesting.typed(text)
        if not words:
            return []
        request = (
            Search()
            .query(asking.names_like(words, scope))
            .source(["shown.title", "shown.type", "shown.url"])
            .extra(size=suggesting.CANDIDATES, track_total_hits=False)
        )
        (answer,) = self._ask([request.to_dict()])
        found = [_candidate(words, hit) for hit in answer["hits"]["hits"]]
        best = sorted(found, key=lambda candidate: candidate[0])[:limit]
        return [suggestion for _place, suggestion in best]

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
        return list(_hits(answer["hits"]["hits"]))

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
        with speaking():
            point = self.patient.open_point_in_time(index=self.alias, keep_alive="2m")["id"]
        after = None
        try:
            while page := self._page_of_stored(point, after):
                for hit in page:
                    yield hit["_id"], hit["_version"], hit["fields"]["visibility"][0]
                after = page[-1]["sort"]
        finally:
            with speaking():
                self.patient.close_point_in_time(id=point)

    def status(self):
        """Tell how the index is doing."""
        with speaking():
            count = self.client.count(index=self.alias)["count"]
            series = self.client.count(index=self.figures.index, q="kind:series")["count"]
            mappings = self.client.indices.get_mapping(index=self.alias)
            stats = self.client.indices.stats(index=self.alias, metric="store")
        (found,) = mappings.body.values()
        size = stats["_all"]["primaries"]["store"]["size_in_bytes"]
        analysis = found["mappings"]["_meta"]["analysis"]
        return Status(self.name, count, analysis, size, series)

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
                raise SearchUnavailable(f"{answer['status']} {answer['error']['type']}")
        return answers

    def _page_of_stored(self, point, after):
        with speaking():
            answer = self.patient.search(
                pit={"id": point, "keep_alive": "2m"},
                size=PAGE_OF_STORED,
                sort=["_shard_doc"],
                search_after=after,
                version=True,
                source=False,
                docvalue_fields=["visibility"],
                track_total_hits=False,
            )
        return answer["hits"]["hits"]


def _unknown(question, answer):
    """Return the concepts that no document says."""
    said = answer.get("said", {})
    return {concept for n, concept in enumerate(question.needed) if not said[str(n)]["doc_count"]}


def _chosen(answers, query, marks):
    """Return the answer with all of the words, or the next wider one when that has few."""
    answer = next((each for each in answers if each["matched"] >= ENOUGH), answers[-1])
    relaxed = answer["matched"] != answers[0]["matched"]
    return _results(answer, query, marks, relaxed)


def _results(answer, query, marks=None, relaxed=False):
    facets = answer["facets"]
    return SearchResults(
        total=answer["total"],
        hits=tuple(_hits(answer["hits"], marks)),
        facets={
            facet.name: tuple(
                Bucket(bucket["key"], bucket["doc_count"])
                for bucket in facets[facet.name]["values"]["buckets"]
            )
            for facet in FACETS
        },
        without={name: facets[name]["doc_count"] for name in query.filters},
        relaxed=relaxed,
    )


def _hits(found, marks=None):
    for hit in found:
        kept, score = hit["_source"], hit["_score"] or 0.0
        yield shown.hit(hit["_id"], kept["shown"], marks, score, kept.get("files", ()))


def _candidate(words, hit):
    kept = hit["_source"]["shown"]
    name = suggesting.written(kept["title"])
    place = suggesting.order(words, name, kept["type"], hit["_id"])
    return place, Suggestion(kept["title"], kept["type"], kept["url"], hit["_id"])
