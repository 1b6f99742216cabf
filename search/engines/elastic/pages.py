"""A page of hits with the counts of every facet, as requests that the server answers at once.

Hits are put in order and weighed, counts are not: apart they cost less than together. Documents
with all of the words and those with most of them come from one request for hits when the most
relevant are asked for: whatever says all of it comes first by far, and is put in its place here.
"""

from search.engines.elastic import asking, figures
from search.facets import FACETS
from search.figures.developments import by_indicator
from search.query import Sort
from search.question import ENOUGH

MOST_VALUES = 2000
COUNTED = tuple(facet.name for facet in FACETS)
# A power of two changes no digit of a score, and no other score comes near it.
FIRST = 2.0**60
FIRST_AT_LEAST = 2.0**45
# In other orders the most relevant do not come first.
TOGETHER = {Sort.RELEVANCE}
NEWEST = {"published": {"order": "desc", "missing": "_last"}}
ORDERS = {
    Sort.RELEVANCE: ["_score", NEWEST, "id"],
    Sort.DATE: [NEWEST, "_score", "id"],
    Sort.EVIDENCE: [{"evidence_rank": {"order": "desc"}}, "_score", NEWEST, "id"],
}


class Pages:
    """The pages that answer a question: one for each number of words a document must have."""

    def __init__(self, clauses, levels, asked, figures_index):
        self.clauses = clauses
        self.levels = levels
        self.asked = asked
        self.chosen = _chosen(asked, figures_index)
        self.together = len(levels) == 2 and asked.sort in TOGETHER and not asked.offset

    @property
    def requests(self):
        """Return what to ask, all at once."""
        said = [self.clauses.said()] if self.clauses.counted else []
        return [*self._hits(), *map(self._counts, self.levels), *said]

    def answers(self, responses):
        """Return the answer of each page out of the answers to these requests."""
        number = len(self.levels)
        counts = responses[-number - self.clauses.counted :][:number]
        if self.together:
            pages = self._parted(responses[0]["hits"]["hits"])
        else:
            pages = [response["hits"]["hits"] for response in responses[:number]]
        answers = [self._answer(*both) for both in zip(pages, counts, strict=True)]
        answers[-1]["documents"] = 0
        if self.clauses.counted:
            answers[-1]["said"] = responses[-1]["aggregations"]["said"]["buckets"]
            answers[-1]["documents"] = responses[-1]["hits"]["total"]["value"]
        return answers

    def _hits(self):
        if self.together:
            scored = self.clauses.scored(self.levels[-1], asking.ALL_OF_IT * FIRST)
            # Of those that say all of it some may have to stand behind others.
            return [self._page(scored, self.asked.size + ENOUGH - 1)]
        return [self._page(self.clauses.scored(level), self.asked.size) for level in self.levels]

    def _page(self, query, size):
        marked = self.asked.marked
        page = {
            "query": query,
            "sort": _order(self.asked),
            "_source": {
                "includes": ["shown", "files"] if marked else ["shown"],
                "excludes": [] if marked else ["shown.body"],
            },
            "from": self.asked.offset,
            "size": size,
            "track_scores": True,
            "track_total_hits": False,
        }
        if self.chosen:
            page["post_filter"] = {"bool": {"filter": [*self.chosen.values()]}}
        return page

    def _counts(self, level):
        """Return the request that counts every facet as if nothing were chosen in it."""
        free = {name: _values(name) for name in COUNTED if name not in self.chosen}
        closed = {
            name: _among(self._others(name), {"values": _values(name)})
            for name in COUNTED
            if name in self.chosen
        }
        left = {"left": _among(self.chosen.values(), free)} if self.chosen else free
        return {
            "size": 0,
            "query": self.clauses.matching(level),
            "track_total_hits": True,
            "aggs": closed | left,
        }

    def _others(self, name):
        return [found for other, found in self.chosen.items() if other != name]

    def _answer(self, hits, counted):
        matched, aggregated = counted["hits"]["total"]["value"], counted["aggregations"]
        left = aggregated["left"] if self.chosen else aggregated | {"doc_count": matched}
        free = {
            name: {"doc_count": left["doc_count"], "values": left[name]}
            for name in COUNTED
            if name not in self.chosen
        }
        return {
            "hits": hits,
            "total": left["doc_count"],
            "matched": matched,
            "facets": aggregated | free,
        }

    def _parted(self, hits):
        """Return the hits with all of the words, and those with most of them, each in order."""
        size, needed = self.asked.size, len(self.clauses.needed)
        more = asking.ALL_OF_IT * asking.EACH_OF_IT**needed
        first = [hit for hit in hits if hit["_score"] >= FIRST_AT_LEAST]
        others = hits[len(first) :]
        strict = [hit | {"_score": hit["_score"] / FIRST / more} for hit in first]
        placed = [hit | {"_score": hit["_score"] / FIRST} for hit in first] + others
        placed.sort(key=lambda hit: -hit["_score"])
        return strict[:size], placed[:size]


def _chosen(asked, figures_index):
    """Return the filter of each choice, by what it is a choice of."""
    chosen = {
        name: {"terms": {f"facets.{name}": list(values)}} for name, values in asked.filters.items()
    }
    if asked.apart:
        chosen["type"] = {"bool": {"must_not": {"terms": {"facets.type": list(asked.apart)}}}}
    if asked.alike:
        # Not a choice in the facet of areas: that one counts as if nothing were chosen in it.
        chosen["alike"] = {"terms": {"facets.area": list(asked.alike)}}
    for indicator, developments in by_indicator(asked.developments).items():
        found = figures.developed(figures_index, developments).to_dict()
        chosen["developments", indicator] = found
    return chosen


def _order(asked):
    if asked.sort is not Sort.NEARNESS:
        return ORDERS[asked.sort]
    latitude, longitude = asked.origin
    # What has no place comes last.
    way = {"location": {"lat": latitude, "lon": longitude}, "order": "asc", "unit": "km"}
    return [{"_geo_distance": way}, "_score", NEWEST, "id"]


def _values(name):
    return {"terms": {"field": f"facets.{name}", "size": MOST_VALUES}}


def _among(filters, aggs):
    return {"filter": {"bool": {"filter": [*filters]}}, "aggs": aggs}
