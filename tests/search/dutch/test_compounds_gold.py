"""How well compounds are taken apart, measured on a list made by hand."""

from pathlib import Path

from search import dutch

GOLD = Path(__file__).parent / "gold"


def lines(name):
    text = (GOLD / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def compounds():
    """Return the right parts of each compound, as stems."""
    pairs = (line.split(" = ") for line in lines("compounds.txt"))
    return {word: tuple(map(dutch.stem, parts.split())) for word, parts in pairs}


def whole():
    return [word for line in lines("whole.txt") for word in line.split()]


def right(word, parts):
    return len(set(dutch.parts(word)) & set(parts))


def test_there_are_enough_words_to_mean_something():
    assert len(compounds()) >= 150
    assert len(set(whole())) >= 100
    assert not compounds().keys() & set(whole())


def test_nearly_all_parts_are_found():
    found = sum(right(word, parts) for word, parts in compounds().items())
    assert found / sum(map(len, compounds().values())) >= 0.95


def test_nearly_all_that_is_found_is_a_part():
    found = sum(right(word, parts) for word, parts in compounds().items())
    assert found / sum(len(dutch.parts(word)) for word in [*compounds(), *whole()]) >= 0.95
