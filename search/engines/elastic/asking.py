"""Writes a question as Elasticsearch reads it."""

from elasticsearch.dsl import Q

from search.engines.correcting import SAMPLE
from search.engines.elastic import saying
from search.engines.elastic.likeness import Likeness
from search.explaining import Reason
from search.facets import Type

# Each thing that is asked for and said makes the rest count for more.
EACH_OF_IT = 1.5
# Documents that say all of it come before those that say a part of it.
ALL_OF_IT = 2.3
# The word itself says more than another word about the same subject.
SAID_SO = 5.0
NOTHING_ALIKE = Likeness()
BY_BOOST = {"field_value_factor": {"field": "boost"}}
MULTIPLIED = {"score_mode": "multiply", "boost_mode": "multiply"}


def visible(scope):
    """Return the filter that keeps what a scope holds."""
    seen = Q(saying.any_of("visibility", sorted(scope.tokens)))
    return seen & ~Q("ids", values=sorted(scope.without)) if scope.without else seen


def answering(question, scope, at_least):
    """Return the query for documents that have at least so many of the words needed."""
    return Q(Clauses(question, scope).scored(at_least))


class Clauses:
    """The pieces of a question, each written once, and the queries they make together.

    They are plain values by then: a question has dozens of clauses that stand in several requests.
    """

    def __init__(self, question, scope, likeness=NOTHING_ALIKE):
        self.question = question
        self.likeness = likeness
        self.needed = [saying.said(each, likeness) for each in question.needed]
        self.phrases = [saying.said(each, likeness) for each in question.phrases]
        self.excluded = [saying.said(each, likeness) for each in question.excluded]
        self.visible = visible(scope).to_dict()
        # By then it is known who says what.
        self.counted = bool(self.needed) and not question.unknown

    def scored_concept(self, concept):
        """Return the query for how well a concept is said."""
        return saying.scored(concept, self.likeness)

    def matching(self, at_least):
        """Return the query that finds documents with at least so many of the words needed."""
        enough = {"bool": {"should": self.needed, "minimum_should_match": at_least}}
        return {
            "bool": {
                "must_not": self.excluded,
                "filter": [self.visible, *self.phrases, *([enough] if self.needed else [])],
            }
        }

    def scored(self, at_least, all_of_it=ALL_OF_IT):
        """Return the same query, with how well each document answers the question."""
        found = self.matching(at_least)
        found["bool"]["should"] = list(map(self.scored_concept, self.question.asked))
        factors = self.factors(at_least, all_of_it)
        times = [{"filter": found, "weight": weight} for _reason, found, weight in factors]
        functions = [BY_BOOST, *times]
        return {"function_score": {"query": found, "functions": functions, **MULTIPLIED}}

    def factors(self, at_least, all_of_it=ALL_OF_IT):
        """Return what makes a document count for more: the reason, a query and a weight."""
        found = [(Reason.NAMED, _named(self.question).to_dict(), self.question.named)]
        if self.question.literal:
            found.append((Reason.SAID_SO, saying.said_so(self.question.literal), SAID_SO))
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


def _named(question):
    """Return the query for documents of which the question is the name, maybe with a slip."""
    whole = Q("term", called=question.whole)
    if not question.unknown:
        return whole
    return whole | Q("fuzzy", called={"value": question.whole, **saying.LOOKING_LIKE})


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


def sample(doubt, scope, likeness):
    """Return the request for documents that say what may be meant by a word."""
    return {
        "query": {
            "bool": {
                "must": [saying.scored(doubt.meant, likeness)],
                "must_not": [saying.said(doubt.concept, likeness)],
                "filter": [visible(scope).to_dict()],
            }
        },
        "_source": ["shown.title", "shown.summary", "shown.body"],
        "size": SAMPLE,
        "track_total_hits": False,
    }


def names_like(words, scope):
    """Return the query for titles and other names in which words begin with these.

    It scores as `search.engines.suggesting` tells.
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
