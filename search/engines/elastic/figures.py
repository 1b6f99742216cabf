"""The figures in an index of their own, beside that of the documents.

It holds three kinds of rows: the head of each series, its measurements and snapshots, and for
each indicator a list of the areas by what became of them. A question for documents in areas where
something happened looks its areas up in that list, within the same request.
"""

from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache

from elasticsearch import ConflictError
from elasticsearch.dsl import A, Boolean, Date, Double, Keyword, Mapping, Object, Q, Search

from search.engines.base import Rejected, SearchUnavailable
from search.engines.elastic import bulk
from search.engines.elastic.connection import speaking
from search.figures.developments import CALLED, Development
from search.figures.series import in_order

# Raise this when the mapping changes.
SHAPE = "2"
SERIES, LISTED = "series", "listed"
PAGE = 1000
# As many areas as a question can look up.
MOST_AREAS = 65_000
MOST_INDICATORS = 2000
LOOKUP_TRIES = 20
CHOSEN = {str(outcome) for outcome in CALLED}
SETTINGS = {
    "number_of_shards": 1,
    "number_of_replicas": 0,
    "refresh_interval": "-1",
    "gc_deletes": "1h",
}


def mapping():
    """Return the mapping: whole codes to compare, and numbers."""
    found = Mapping()
    found.meta("dynamic", "strict")
    found.meta("_meta", {"shape": SHAPE})
    for name in ("id", "kind", "series", "indicator", "area", "municipality", "groups"):
        found.field(name, Keyword())
    for name in ("unit", "development", "comparator", "hash", "pages"):
        found.field(name, Keyword())
    for name in ("dataset", "baseline_dataset"):
        found.field(name, Keyword())
    found.field("fingerprint", Keyword(index=False))
    found.field("provisional", Boolean())
    for name, field in _moment().items():
        found.field(name, field)
    found.field("baseline", Object(properties=_moment()))
    # Only ever read as a list, never searched.
    listed = Keyword(index=False, doc_values=False)
    found.field("areas", Object(properties={str(outcome): listed for outcome in CALLED}))
    return found


def _moment():
    return {
        "period": Keyword(),
        "date": Date(),
        "value": Double(),
        "missing": Keyword(),
        "comparator_value": Double(),
        "gap": Double(),
    }


@dataclass(frozen=True)
class ElasticFigures:
    """The figures behind an alias, or in an index that is being built."""

    client: object
    index: str
    in_use: bool = True

    def put(self, series):
        """Store series with all their rows, unless they are stored with a higher version."""
        series = list(series)
        ids = {row["id"]: each.key for each in series for row in each.stored()}
        with _named_by_series(ids):
            bulk.write(self.client, self.index, _puts(series), self.in_use)
        if self.in_use:
            self._tidy([each.key for each in series], {each.indicator for each in series})

    def forget(self, keys, version):
        """Forget series, unless they are stored with a higher version."""
        keys = list(keys)
        rows = {id: series for id, series, _version in self._parts(keys)}
        removals = bulk.removals(dict.fromkeys([*keys, *rows]), version)
        with _named_by_series(rows):
            bulk.write(self.client, self.index, removals, self.in_use)
        self._tidy(keys, {key.split(":")[1] for key in keys})

    def rows(self, indicator, area):
        """Return the rows of a series as they are stored: by day, then the snapshots."""
        query = Q("bool", must_not=[Q("term", kind=SERIES)], filter=_of(indicator, area))
        request = Search().query(query).extra(size=PAGE)
        with speaking():
            answer = self.client.search(index=self.index, body=request.to_dict())
        return in_order(hit["_source"] for hit in answer["hits"]["hits"])

    def stored(self):
        """Yield key, version and fingerprint of every series."""
        for hit in self._all(Q("term", kind=SERIES), source=["fingerprint"]):
            yield hit["_id"], hit["_version"], hit["_source"]["fingerprint"]

    def list_all(self):
        """List the areas of every indicator; done once, when an index has been filled."""
        with speaking():
            self.client.indices.refresh(index=self.index)
            request = Search().extra(size=0)
            request.aggs.bucket("codes", A("terms", field="indicator", size=MOST_INDICATORS))
            answer = self.client.search(index=self.index, body=request.to_dict())
        for bucket in answer["aggregations"]["codes"]["buckets"]:
            self._list(bucket["key"])

    def _tidy(self, keys, indicators):
        """Remove rows that a series no longer has, and list the areas of its indicator anew.

        Whoever is last sees what all others wrote, so a late older write leaves nothing behind.
        """
        parts = list(self._parts(keys))
        heads = {series: version for id, series, version in parts if id == series}
        for id, series, version in parts:
            newest = heads.get(series)
            if newest is None or version < newest:
                removal = bulk.removals([id], newest or version)
                bulk.write(self.client, self.index, removal, self.in_use)
        for indicator in sorted(indicators):
            self._list(indicator)

    def _list(self, indicator):
        """Write down which areas took which course, from what is stored of each.

        Of two that do so at once the second finds the list changed, and reads again.
        """
        for _ in range(LOOKUP_TRIES):
            with speaking(), suppress(ConflictError):
                return self._replace_list(f"{LISTED}:{indicator}", indicator)
        raise SearchUnavailable(f"The areas of {indicator} change all the time.")

    def _replace_list(self, id, indicator):
        seen = self._seen(id)
        document = {"kind": LISTED, "areas": self._areas(indicator)}
        self.client.index(index=self.index, id=id, document=document, **seen)

    def _seen(self, id):
        """Return what tells the server which list it may replace."""
        found = self.client.mget(index=self.index, ids=[id], source=False)["docs"][0]
        if not found["found"]:
            return {"op_type": "create"}
        return {"if_seq_no": found["_seq_no"], "if_primary_term": found["_primary_term"]}

    def _areas(self, indicator):
        request = Search().query(_heads() & Q("term", indicator=indicator)).extra(size=0)
        outcomes = request.aggs.bucket("outcomes", A("terms", field="development"))
        outcomes.bucket("areas", A("terms", field="area", size=MOST_AREAS))
        answer = self.client.search(index=self.index, body=request.to_dict())
        return {
            found["key"]: sorted(area["key"] for area in found["areas"]["buckets"])
            for found in answer["aggregations"]["outcomes"]["buckets"]
            if found["key"] in CHOSEN
        }

    def _parts(self, keys):
        """Yield id, key and version of the head of each series and of its rows."""
        for start in range(0, len(keys), PAGE):
            chosen = Q("terms", series=list(keys[start : start + PAGE]))
            for hit in self._all(chosen, source=["series"]):
                yield hit["_id"], hit["_source"]["series"], hit["_version"]

    def _all(self, query, source):
        with speaking():
            point = self.client.open_point_in_time(index=self.index, keep_alive="2m")["id"]
        after = None
        try:
            while page := self._page(point, query, source, after):
                yield from page
                after = page[-1]["sort"]
        finally:
            with speaking():
                self.client.close_point_in_time(id=point)

    def _page(self, point, query, source, after):
        with speaking():
            answer = self.client.search(
                pit={"id": point, "keep_alive": "2m"},
                query=query.to_dict(),
                size=PAGE,
                sort=["_shard_doc"],
                search_after=after,
                version=True,
                source=source,
                track_total_hits=False,
            )
        return answer["hits"]["hits"]


@cache
def knowing():
    """Return the request that tells in how many areas each development is known.

    It is the same for every question, so it is written once.
    """
    request = Search().query(_heads()).extra(size=0, track_total_hits=False)
    request.aggs.bucket("codes", A("terms", field="indicator", size=MOST_INDICATORS)).bucket(
        "outcomes", A("terms", field="development")
    )
    return request.to_dict()


def known(answer):
    """Return what that request was answered."""
    return {
        Development(code["key"], outcome["key"]): outcome["doc_count"]
        for code in answer.get("aggregations", {}).get("codes", {}).get("buckets", ())
        for outcome in code["outcomes"]["buckets"]
        if outcome["key"] in CHOSEN
    }


def developed(index, chosen):
    """Return the filter for documents in areas with any of these developments."""
    return Q(
        "bool",
        should=[
            Q(
                "terms",
                **{
                    "facets.place": {
                        "index": index,
                        "id": f"{LISTED}:{development.indicator}",
                        "path": f"areas.{development.outcome}",
                    }
                },
            )
            for development in chosen
        ],
    )


@contextmanager
def _named_by_series(ids):
    """Tell of rows that were not taken by the key of their series, as the queue knows it."""
    try:
        yield
    except Rejected as error:
        refused = {ids.get(id, id): reason for id, reason in error.refused.items()}
        later = {ids.get(id, id): reason for id, reason in error.later.items()}
        raise Rejected(refused, later) from error


def _heads():
    return Q("bool", filter=[Q("term", kind=SERIES)], must_not=[Q("term", development="")])


def _of(indicator, area):
    return [Q("term", indicator=indicator), Q("term", area=area)]


def _puts(series):
    for each in series:
        head = {"kind": SERIES, "id": each.key, "fingerprint": each.fingerprint}
        for source in (each.head() | head, *each.stored()):
            meta = {"_id": source["id"], "version": each.version, "version_type": "external_gte"}
            yield {"index": meta}, source
