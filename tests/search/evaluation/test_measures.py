"""The numbers, worked out by hand."""

from math import log2

import pytest

from search.evaluation import measures
from search.evaluation.measures import Scores

GRADES = {"answer": 2, "useful": 1, "other": 1}


def test_a_ranking_in_the_best_order_is_perfect():
    assert measures.ndcg(["answer", "useful", "other"], GRADES) == 1.0
    assert measures.ndcg(["answer", "other", "useful", "unjudged"], GRADES) == 1.0


def test_an_answer_lower_down_gains_less():
    best = 3 + 1 / log2(3) + 1 / log2(4)

    assert measures.ndcg(["unjudged", "answer"], GRADES) == pytest.approx((3 / log2(3)) / best)
    assert measures.ndcg(["useful", "answer"], GRADES) == pytest.approx((1 + 3 / log2(3)) / best)


def test_only_the_first_ten_count():
    unjudged = [str(n) for n in range(10)]

    assert measures.ndcg([*unjudged[:9], "answer"], {"answer": 2}) == pytest.approx(1 / log2(11))
    assert measures.ndcg([*unjudged, "answer"], {"answer": 2}) == 0.0
    assert measures.reciprocal_rank([*unjudged[:9], "answer"], GRADES) == 0.1
    assert measures.reciprocal_rank([*unjudged, "answer"], GRADES) == 0.0


def test_ten_is_all_that_can_be_gained_of_twelve_answers():
    grades = {str(n): 2 for n in range(12)}

    assert measures.ndcg(list(grades)[:10], grades) == 1.0


def test_nothing_found_is_worth_nothing():
    assert measures.scores([], GRADES) == Scores(0.0, 0.0, 0.0, 0.0, 0.0)


def test_a_document_that_nobody_judged_or_that_is_judged_useless_is_no_answer():
    grades = {"useless": 0, "answer": 2}

    assert measures.reciprocal_rank(["useless", "unjudged", "answer"], grades) == 1 / 3
    assert measures.recall(["useless"], grades, 10) == 0.0
    assert measures.success(["useless", "unjudged"], grades, 3) == 0.0


def test_a_document_that_is_shown_twice_counts_once():
    assert measures.ndcg(["useful", "useful", "answer"], GRADES) == measures.ndcg(
        ["useful", "answer"], GRADES
    )
    assert measures.reciprocal_rank(["unjudged", "unjudged", "answer"], GRADES) == 1 / 2


def test_recall_is_the_part_that_was_found():
    ranking = ["answer", *"abcdefghij", "useful"]

    assert measures.recall(ranking, GRADES, 10) == pytest.approx(1 / 3)
    assert measures.recall(ranking, GRADES, 50) == pytest.approx(2 / 3)


def test_success_is_a_useful_document_among_the_first_three():
    assert measures.success(["a", "b", "useful"], GRADES, 3) == 1.0
    assert measures.success(["a", "b", "c", "useful"], GRADES, 3) == 0.0


def test_every_question_counts_the_same():
    found = [Scores(1, 1, 1, 1, 1), Scores(0, 0.5, 0.25, 0.5, 0)]

    assert measures.average(found) == Scores(0.5, 0.75, 0.625, 0.75, 0.5)
