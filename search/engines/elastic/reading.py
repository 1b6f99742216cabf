"""Reads the answers of the server; see pages.py for their shape."""

from search.engines import shown
from search.facets import FACETS
from search.question import ENOUGH
from search.results import Bucket, SearchResults


def said(question, answer):
    """Return how many documents say each concept."""
    counted = answer.get("said", {})
    return {concept: counted[str(n)]["doc_count"] for n, concept in enumerate(question.needed)}


def sample(answer):
    """Return the documents of a sample: the id of each and what is shown of it."""
    return [(hit["_id"], hit["_source"]["shown"]) for hit in answer["hits"]["hits"]]


def enough(answers):
    """Return the first answer that has enough, or else the widest."""
    return next((each for each in answers if each["matched"] >= ENOUGH), answers[-1])


def chosen(answers, query, marks):
    """Return the answer with all of the words, or the next wider one when that has few."""
    answer = enough(answers)
    relaxed = answer["matched"] != answers[0]["matched"]
    return results(answer, query, marks, relaxed)


def results(answer, query, marks=None, relaxed=False):
    """Return an answer as results of a question."""
    facets = answer["facets"]
    return SearchResults(
        total=answer["total"],
        hits=tuple(hits(answer["hits"], marks)),
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


def hits(found, marks=None):
    """Yield what the server found as hits."""
    for hit in found:
        kept, score = hit["_source"], hit["_score"] or 0.0
        yield shown.hit(hit["_id"], kept["shown"], marks, score, kept.get("files", ()))
