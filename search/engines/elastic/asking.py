"""Writes a question as Elasticsearch reads it."""

from elasticsearch.dsl import Q

from search import dutch
from search.engines.correcting import SAMPLE
from search.explaining import Reason
from search.facets import Type

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
# How much the other ways to say something add to the best one.
SAID_OTHERWISE = 0.2
# Each thing that is asked for and said makes the rest count for more.
EACH_OF_IT = 1.5
# Documents that say all of it come before those that say a part of it.
ALL_OF_IT = 3.0
# The word itself says more than another word about the same subject.
SAID_SO = 5.0
# A name with a word in it that looks like what was asked for.
LIKE_NAME = 4.0
BY_BOOST = {"field_value_factor": {"field": "boost"}}
MULTIPLIED = {"score_mode": "multiply", "boost_mode": "multiply"}
LOOKING_LIKE = {"fuzziness": f"AUTO:{dutch.SHORT},{dutch.LONG}", "prefix_length": 1}


def visible(scope):
    """Return the filter that keeps what a scope holds."""
    seen = Q("terms", visibility=sorted(scope.tokens))
    return seen & ~Q("ids", values=sorted(scope.without)) if scope.without else seen


def answering(question, scope, at_least):
    """Return the query for documents that have at least so many of the words needed."""
    return Q(Clauses(question, scope).scored(at_least))


class Clauses:
    """The pieces of a question, each written once, and the queries they make together.

    They are plain values by then: a question has dozens of clauses that stand in several requests.
    """

    def __init__(self, question, scope):
        self.question = question
        self.needed = _written(question.needed)
        self.asides = _written(concept for concept in question.words if not concept.needed)
        self.phrases = _written(question.phrases)
        self.excluded = _written(question.excluded)
        self.visible = visible(scope).to_dict()
        # What looks like a word is dear to look for, and by then it is known who says what.
        self.counted = bool(self.needed) and not question.unknown

    def matching(self, at_least, asides=()):
        """Return the query that finds documents with at least so many of the words needed."""
        enough = {"bool": {"should": self.needed, "minimum_should_match": at_least}}
        return {
            "bool": {
                "must": [*self.phrases, *([enough] if self.needed else [])],
                "should": list(asides),
                "must_not": self.excluded,
                "filter": [self.visible],
            }
        }

    def scored(self, at_least, all_of_it=ALL_OF_IT):
        """Return the same query, with how well each document answers the question."""
        factors = self.factors(at_least, all_of_it)
        times = [{"filter": found, "weight": weight} for _reason, found, weight in factors]
        return {
            "function_score": {
                "query": self.matching(at_least, self.asides),
                "functions": [BY_BOOST, *times],
                **MULTIPLIED,
            }
        }

    def factors(self, at_least, all_of_it=ALL_OF_IT):
        """Return what makes a document count for more: the reason, a query and a weight."""
        found = [(Reason.NAMED, _named(self.question).to_dict(), self.question.named)]
        if self.question.literal:
            said_so = _variant_query(self.question.literal).to_dict()
            found.append((Reason.SAID_SO, said_so, SAID_SO))
        if at_least < len(self.needed):
            found += [(Reason.EACH, each, EACH_OF_IT) for each in self.needed]
            found.append((Reason.ALL, {"bool": {"filter": self.needed}}, all_of_it))
        return found

    def said(self):
        """Return the request for how many documents say each of the words needed."""
        said = {str(n): each for n, each in enumerate(self.needed)}
        return {
            "size": 0,
            "query": {"bool": {"filter": [self.visible]}},
            "aggs": {"said": {"filters": {"filters": said}}},
        }


def _written(concepts):
    return [concept_query(concept).to_dict() for concept in concepts]


def _named(question):
    """Return the query for documents of which the question is the name, maybe with a slip."""
    whole = Q("term", **{"names.whole": question.whole})
    if not question.unknown:
        return whole
    return whole | Q("fuzzy", **{"names.whole": {"value": question.whole, **LOOKING_LIKE}})


class Sharing:
    """The pieces of a question that found nothing, each to be found in a name."""

    needed = ()
    counted = False

    def __init__(self, question, scope):
        self.words = clauses = Clauses(question, scope)
        grams = {
            "query": " ".join(question.grams),
            "minimum_should_match": question.enough_grams,
        }
        self.query = {
            "bool": {
                "must": [{"match": {"grams": grams}}],
                "must_not": clauses.excluded,
                "filter": [clauses.visible],
            }
        }

    def matching(self, _at_least):
        """Return the query that finds documents with enough of the pieces."""
        return self.query

    def scored(self, _at_least):
        """Return the same query, with how well each document answers."""
        return {"function_score": {"query": self.query, "functions": [BY_BOOST], **MULTIPLIED}}


def sample(doubt, scope):
    """Return the request for documents that say what may be meant by a word."""
    return {
        "query": {
            "bool": {
                "must": _written([doubt.meant]),
                "must_not": _written([doubt.concept]),
                "filter": [visible(scope).to_dict()],
            }
        },
        "_source": ["shown.title", "shown.summary", "shown.body"],
        "size": SAMPLE,
        "track_total_hits": False,
    }


def concept_query(concept):
    """Return the query for one concept: the best way to say it counts."""
    queries = []
    for weight, variants in concept.by_weight.items():
        words = [each.stems[0] for each in variants if each.is_word]
        queries += [_words_query(words, weight)] if words else []
        queries += [_variant_query(each) for each in variants if not each.is_word]
    return Q("dis_max", queries=queries, tie_breaker=SAID_OTHERWISE)


def names_like(words, scope):
    """Return the query for titles and other names in which words begin with these.

    It scores as `suggesting.order` does: first titles that begin so, then those with all of the
    words, and figures last.
    """
    titled = [_beginning("title_words", word) for word in words]
    places = {
        4.0: Q("prefix", title_written={"value": " ".join(words)}),
        2.0: Q("bool", filter=titled),
        1.0: ~Q("term", **{"facets.type": Type.FIGURE}),
    }
    return Q(
        "bool",
        filter=[visible(scope), *(_beginning("names", word) for word in words)],
        should=[Q("constant_score", filter=place, boost=boost) for boost, place in places.items()],
    )


def _beginning(field, word):
    return Q("prefix", **{field: {"value": word}})


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
