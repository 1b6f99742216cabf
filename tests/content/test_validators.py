"""Checks on text."""

import pytest
from django.core.exceptions import ValidationError

from content.validators import MaxWords


def test_a_text_may_have_as_many_words_as_the_limit():
    MaxWords(3)("werk  aan\nde")


def test_a_longer_text_is_refused_with_its_number_of_words():
    with pytest.raises(ValidationError) as refused:
        MaxWords(3)("werk aan de wijk")
    assert refused.value.messages == ["Deze tekst heeft 4 woorden; hier passen er hoogstens 3."]


def test_two_limits_are_equal_when_their_number_is():
    assert MaxWords(3) == MaxWords(3)
    assert MaxWords(3) != MaxWords(4)
