"""Writes a question as Elasticsearch reads it."""

from elasticsearch.dsl import A, Q, Search

from search import dutch
from search.engines.elastic import figures
from search.facets import FACETS
from search.figures.developments import by_indicator
from search.query import Sort

FIELD_BOOSTS = {
    "title": 4.0,
    "title_parts": 1.5,
    "alternatives": 2.5,
    "keywords": 2.0,
    "summary": 2.5,
    "body": 1.0,
    "parts": 0.2,
    "attached": 0.3,
}
BOOSTED = [f"{name}^{boost}" for name, boost in FIELD_BOOSTS.items()]
# Where words may stand that look like what was asked for: a long file has one for everything.
ALIKE = [f"{name}^{boost}" for name, boost in FIELD_BOOSTS.items() if name != "attached"]
# Words that stand in a row: not so in the field of parts.
IN_A_ROW = [f"{name}^{boost}" for name, boost in FIELD_BOOSTS.items() if "parts" not in name]
# How much the other fields add to the one that says a word best.
TIE_BREAKER = 0.3
# Each thing that is asked for and said makes the rest count for more.
EACH_OF_IT = 1.5
# Documents that say all of it come before those that say a part of it.
ALL_OF_IT = 3.0
# The word itself says more than another word about the same subject.
SAID_SO = 3.0
# A question that is the name of something asks for that thing.
NAMED = 3.0
# A name with a word in it that looks like what was asked for.
LIKE_NAME = 4.0
LOOKING_LIKE = {"fuzziness": f"AUTO:{dutch.SHORT},{dutch.LONG}", "prefix_length": 1}
MOST_VALUES = 2000
NEWEST = {"published": {"order": "desc", "missing": "_last"}}
ORDERS = {
    Sort.RELEVANCE: ["_score", NEWEST, "id"],
    Sort.DATE: [NEWEST, "_score", "id"],
    Sort.EVIDENCE: [{"evidence_rank": {"order": "desc"}}, "_score", NEWEST, "id"],
}


def visible(scope):
    """Return the filter that keeps what a scope holds."""
    seen = Q("terms", visibility=sorted(scope.tokens))
    return seen & ~Q("ids", values=sorted(scope.without)) if scope.without else seen


def everything(scope):
    """Return the query that finds all that a scope holds."""
    return _weighed(Q("bool", filter=[visible(scope)]))


def answering(question, scope, at_least):
    """Return the query for documents that have at least so many of the words needed."""
    needed = [concept_query(concept) for concept in question.needed]
    asides = [concept_query(concept) for concept in question.words if not concept.needed]
    phrases = [concept_query(concept) for concept in question.phrases]
    enough = [Q("bool", should=needed, minimum_should_match=at_least)] if needed else []
    query = Q(
        "bool",
        must=[*phrases, *enough],
        should=asides,
        must_not=[concept_query(concept) for concept in question.excluded],
        filter=[visible(scope)],
    )
    times = [{"filter": _named(question), "weight": NAMED}]
    if question.literal:
        times.append({"filter": _variant_query(question.literal), "weight": SAID_SO})
    if at_least < len(needed):
        times += [{"filter": each, "weight": EACH_OF_IT} for each in needed]
        times.append({"filter": Q("bool", filter=needed), "weight": ALL_OF_IT})
    return _weighed(query, *times)


def _named(question):
    """Return the query for documents of which the question is the name, maybe with a slip."""
    whole = Q("term", **{"names.whole": question.whole})
    if not question.unknown:
        return whole
    return whole | Q("fuzzy", **{"names.whole": {"value": question.whole, **LOOKING_LIKE}})


def concept_query(concept):
    """Return the query for one concept: the best way to say it counts."""
    queries = []
    for weight, variants in concept.by_weight.items():
        words = [each.stems[0] for each in variants if each.is_word]
        queries += [_words_query(words, weight)] if words else []
        queries += [_variant_query(each) for each in variants if not each.is_word]
    return Q("dis_max", queries=queries)


def page_of(query, asked, figures_index):
    """Return the request for a page of hits with the counts of every facet."""
    chosen = {name: _any(name, values) for name, values in asked.filters.items()}
    chosen |= {
        ("developments", indicator): figures.developed(figures_index, developments)
        for indicator, developments in by_indicator(asked.developments).items()
    }
    search = (
        Search()
        .query(query)
        .sort(*ORDERS[asked.sort])
        .source(
            includes=["shown", "files"] if asked.marked else ["shown"],
            excludes=[] if asked.marked else ["shown.body"],
        )
        .extra(track_total_hits=True, track_scores=True)[asked.offset : asked.offset + asked.size]
    )
    if chosen:
        search = search.post_filter("bool", filter=list(chosen.values()))
    # Counted before anything is chosen.
    search.aggs.bucket("matched", A("filter", filter=Q("match_all")))
    for facet in FACETS:
        others = [found for name, found in chosen.items() if name != facet.name]
        search.aggs.bucket(facet.name, A("filter", filter=Q("bool", filter=others))).bucket(
            "values", A("terms", field=f"facets.{facet.name}", size=MOST_VALUES)
        )
    return search


def counting(search, question, scope):
    """Add to a request how many documents of a scope say each concept needed."""
    # A question of nothing but what may not occur has none; the server asks for one.
    said = {"": Q("match_none")}
    said |= {str(n): concept_query(concept) for n, concept in enumerate(question.needed)}
    search.aggs.bucket("all", A("global")).bucket(
        "visible", A("filter", filter=visible(scope))
    ).bucket("said", A("filters", filters=said))
    return search


def names_like(words, scope):
    """Return the query for titles and other names in which words begin with these."""
    beginnings = [Q("prefix", names={"value": word}) for word in words]
    return _weighed(Q("bool", filter=[visible(scope), *beginnings], must=[Q("match_all")]))


def _any(name, values):
    return Q("terms", **{f"facets.{name}": list(values)})


def _weighed(query, *functions):
    boost = {"field_value_factor": {"field": "boost"}}
    return Q(
        "function_score",
        query=query,
        functions=[boost, *functions],
        score_mode="multiply",
        boost_mode="multiply",
    )


def _variant_query(variant):
    if variant.alike:
        texts = [_alike_query(form, variant) for form in variant.stems]
        name = {"query": variant.stems[0], "boost": LIKE_NAME * variant.weight, **LOOKING_LIKE}
        return Q("dis_max", queries=[*texts, Q("match", names=name)])
    if not variant.in_a_row:
        return Q(
            "bool", must=[_words_query([stem]) for stem in variant.stems], boost=variant.weight
        )
    if variant.is_word:
        return _words_query(variant.stems, variant.weight)
    return Q(
        "multi_match",
        query=" ".join(variant.stems),
        type="phrase",
        fields=IN_A_ROW,
        tie_breaker=TIE_BREAKER,
        boost=variant.weight,
    )


def _alike_query(form, variant):
    return Q(
        "multi_match",
        query=form,
        fields=ALIKE,
        tie_breaker=TIE_BREAKER,
        boost=variant.weight,
        **LOOKING_LIKE,
    )


def _words_query(stems, boost=1.0):
    """Return the query for any of these words."""
    # Cross-fields weighs how rare a word is over all fields together.
    return Q(
        "multi_match",
        query=" ".join(stems),
        type="cross_fields",
        fields=BOOSTED,
        tie_breaker=TIE_BREAKER,
        boost=boost,
    )
