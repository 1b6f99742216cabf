"""The shape of the index, field by field; what is not named here is refused."""

import json
from functools import cache
from hashlib import sha256

from elasticsearch.dsl import Date, Float, GeoPoint, Keyword, Mapping, Object, Short, Text

from search import dutch
from search.engines import attached, shown
from search.engines.fields import fields
from search.facets import FACETS, UNCOUNTED

# The words come analysed: all that is left to do is to part them at the spaces.
ANALYSED = {"analyzer": "whitespace", "search_analyzer": "whitespace"}
# A page is long because it tells much, not because it says little of each thing.
TOLD_AT_LENGTH = {"similarity": "told_at_length"}
TEXTS = ("alternatives", "keywords", "summary", "body", "parts", "attached")
SEARCHED = ("title", "title_parts", *TEXTS)
NARROWED = (*(facet.name for facet in FACETS), *UNCOUNTED)
TITLES = {"title", "title_parts"}
# All that a page says, for who only asks whether it does.
SAID = "said"
ATTACHED = "attached"
NAMES = "names"
SETTINGS = {
    "number_of_shards": 1,
    "number_of_replicas": 0,
    # Nobody searches an index that is being built.
    "refresh_interval": "-1",
    # Nor misses it when the machine stops.
    "translog.durability": "async",
    # How long a removed document keeps its version, so that a late older write is refused.
    "gc_deletes": "1h",
    "similarity": {"told_at_length": {"type": "BM25", "b": 0.35}},
}


def mapping():
    """Return the mapping, with the analysis of Dutch it holds words of."""
    found = _fields()
    found.meta("_meta", made_of())
    return found


def _fields():
    found = Mapping()
    found.meta("dynamic", "strict")
    # The source is kept whole: of one with parts left out the server keeps a whole one besides.
    for name in SEARCHED:
        length = {} if name in TITLES else TOLD_AT_LENGTH
        # Nobody looks for parts of compounds that stand in a row.
        places = {"index_options": "freqs"} if "parts" in name else {}
        found.field(name, Text(**ANALYSED, **length, **places, copy_to=SAID))
    found.field(SAID, Text(**ANALYSED, norms=False, index_options="docs"))
    found.field(NAMES, Text(**ANALYSED, norms=False, index_prefixes={}))
    found.field("called", Keyword(ignore_above=256))
    found.field("grams", Text(**ANALYSED, norms=False, index_options="docs"))
    # For suggestions: the words of the title, the whole of it, and how long it is.
    found.field(
        "title_words", Text(**ANALYSED, norms=False, index_options="docs", index_prefixes={})
    )
    found.field("title_written", Keyword(ignore_above=256))
    found.field("title_length", Short())
    found.field("id", Keyword())
    found.field("visibility", Keyword())
    found.field("facets", Object(properties={name: Keyword() for name in NARROWED}))
    found.field("published", Date())
    found.field("evidence_rank", Short())
    found.field("location", GeoPoint())
    found.field("boost", Float())
    found.field("fingerprint", Keyword(index=False))
    found.field("shown", Object(enabled=False))
    found.field("files", Object(enabled=False))
    return found


def made_of():
    """Return what an index must be made of to be of use: this analysis, and these fields."""
    return {"analysis": dutch.ANALYSIS_VERSION, "fields": _fields_version()}


@cache
def _fields_version():
    told = json.dumps([_fields().to_dict(), SETTINGS], sort_keys=True)
    return sha256(told.encode()).hexdigest()[:8]


def source(document):
    """Return a document as the index stores it."""
    words = fields(document)
    return {
        **{name: getattr(words, name) for name in SEARCHED},
        "names": list(words.names),
        "called": list(words.called),
        "grams": words.grams,
        "title_words": words.names[0],
        "title_written": words.names[0],
        "title_length": len(words.names[0]),
        "id": document.id,
        "visibility": document.visibility,
        "facets": {name: list(values) for name, values in document.facets.items()},
        "published": document.published.isoformat() if document.published else None,
        "evidence_rank": document.evidence_rank,
        "location": list(reversed(document.location)) if document.location else None,
        "boost": document.boost,
        "fingerprint": document.fingerprint,
        "shown": shown.kept(document),
        **({"files": attached.kept(document)} if document.attachments else {}),
    }
