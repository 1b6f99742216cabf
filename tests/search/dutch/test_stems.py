"""Forms of a word that come together, and words that stay apart."""

import pytest
import Stemmer

from search import dutch


@pytest.mark.parametrize(
    "forms",
    [
        "kind kinderen",
        "stad steden",
        "wijk wijken",
        "huis huizen",
        "brief brieven",
        "bedrijf bedrijven",
        "school scholen",
        "woning woningen",
        "werkloos werkloze werklozen werkloosheid",
        "jeugdwerkloosheid jeugdwerkloze",
        "gemeente gemeenten gemeentelijk gemeentelijke",
        "bewoner bewoners",
        "armoede arm arme",
        "crimineel criminele criminaliteit",
        "actief actieve",
        "rotterdam rotterdams rotterdamse",
        "werken werkt werkte gewerkt werkend",
        "wonen woont woonde gewoond",
        "leven leeft leefde geleefd",
        "verhuizen verhuist verhuisde verhuisd",
        "verbeteren verbetert verbeterde verbeterd verbetering",
        "investeren investeert investeerde geinvesteerd investering",
        "aanpakken aanpakt aangepakt aanpak aantepakken",
        "helpen helpt hielp geholpen hulp",
        "pesten pest gepest",
        "treiteren treitert getreiterd",
        "eigenaar eigenaren eigenaars",
        "plan plannen",
        "bruggen brug",
        "verschil verschillen",
        "proces processen",
        "adres adressen",
        "lerares leraressen",
        "advies adviezen",
        "organisatie organisaties",
        "subsidie subsidies",
        "gemeente gemeentes",
        "coach coaches",
    ],
)
def test_forms_of_a_word_come_together(forms):
    assert len({dutch.stem(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    "words",
    [
        "wonen woning bewoner",
        "ouder ouderen",
        "school schuld",
        "werk werkloosheid",
        "jeugd jongeren",
        "veilig onveilig",
        "leren leerling",
        "huur verhuurder",
    ],
)
def test_words_that_mean_something_else_stay_apart(words):
    assert len({dutch.stem(word) for word in words.split()}) == len(words.split())


def test_other_words_get_the_stem_of_porter_with_brieven_as_brief():
    porter = Stemmer.Stemmer("dutch_porter")
    plain = ["lantaarns", "fietsers", "markten", "molens"]
    assert [dutch.stem(word) for word in plain] == porter.stemWords(plain)
    assert porter.stemWord("kluizen") == "kluiz"
    assert dutch.stem("kluizen") == "kluis"


@pytest.mark.parametrize("word", ["1700", "g4", "aw38", "m2"])
def test_what_holds_a_digit_stays_as_it_is(word):
    assert dutch.stem(word) == word


def test_stems_hold_nothing_that_an_engine_would_read_as_a_sign():
    text = 'Één foto\'s: "x" (NEAR) * ^2 {a} ½ ﷺ wĳk'
    assert all(stem.isalnum() for stem in dutch.stems(text))
