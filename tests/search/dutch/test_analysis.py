"""A text analysed in one go says the same as word by word."""

from pathlib import Path

from search import dutch

TEXTS = sorted((Path(__file__).parents[3] / "docs").glob("*.md"))


def test_a_whole_text_gives_what_its_words_give_one_by_one():
    text = "Foto’s van 1.700 huizen: schuldhulpverlening in ĲSSELMONDE, co\u00adöperatie. \u00ad ½"
    for written in [text, *(path.read_text(encoding="utf-8") for path in TEXTS)]:
        words = [word.text for word in dutch.words(written)]

        assert [word.text for word in dutch.analysed(written)] == words
        assert [word.stem for word in dutch.analysed(written)] == list(map(dutch.stem, words))
        assert [word.parts for word in dutch.analysed(written)] == list(map(dutch.parts, words))


def test_a_part_is_found_whatever_rules_make_of_its_first_letters():
    assert dutch.parts("avondreeks") == ("avond", "rek")
    assert dutch.parts("stedenbouw") == ("stad", "bouw")
