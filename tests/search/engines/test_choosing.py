"""Sets of numbers, and the first of many: what the embedded engine does without looking at all."""

import random

import numpy
import pytest

from search.engines.embedded import bitmaps, choosing

IDS = {"id": numpy.array([f"page:{n}" for n in range(1000)], dtype=object)}


@pytest.mark.parametrize("numbers", [[], [0], [7], [8], [3, 64, 1000], range(0, 300, 3)])
def test_a_set_has_the_numbers_it_was_made_of(numbers):
    assert bitmaps.members(bitmaps.of(numbers)).tolist() == list(numbers)


@pytest.mark.parametrize("different", [1, 2, 5, 1000])
@pytest.mark.parametrize("count", [1, 10, 999, 5000])
def test_the_first_of_many_are_those_of_all_in_order(different, count):
    chance = random.Random(count)
    numbers = numpy.array(sorted(chance.sample(range(1000), 600)))
    keys = [numpy.array([float(chance.randrange(different)) for _ in numbers]) for _ in range(2)]

    ordered = sorted(range(600), key=lambda n: (keys[0][n], keys[1][n], f"page:{numbers[n]}"))
    assert choosing.first(IDS, count, numbers, keys) == [int(numbers[n]) for n in ordered[:count]]
