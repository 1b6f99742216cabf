"""A list in parts gives the nearest part for whatever number is asked."""

import pytest

from content.paging import Parts


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("2", 2),
        ("3", 3),
        ("4", 3),
        ("9" * 400, 3),
        ("9" * 10_000, 1),
        ("1", 1),
        ("0", 1),
        ("-1", 1),
        ("2.5", 1),
        ("twee", 1),
        ("", 1),
        (None, 1),
    ],
)
def test_a_part_that_does_not_exist_gives_the_nearest(asked, given):
    assert Parts(range(5), 2).get_page(asked).number == given


def test_a_list_without_anything_has_one_part():
    assert list(Parts([], 2).get_page("7")) == []
