"""What compounds are made of."""

import pytest

from search import dutch


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("jeugdwerkloosheid", "jeugd werkloosheid"),
        ("schuldhulpverlening", "schuld hulp verlening"),
        ("wijkenaanpak", "wijk aanpak"),
        ("bewonersbedrijf", "bewoner bedrijf"),
        ("buurtinitiatieven", "buurt initiatief"),
        ("woningcorporaties", "woning corporatie"),
        ("arbeidsmarkt", "arbeid markt"),
        ("keukentafelgesprek", "keukentafel gesprek"),
        ("veiligheidshuis", "veiligheid huis"),
        ("huurcontract", "huur contract"),
        ("schoolverlaters", "school verlater"),
        ("kosten-batenanalyse", ""),
        ("batenanalyse", "baten analyse"),
        ("multiprobleemgezin", "multi probleem gezin"),
        ("dorpswinkel", "dorp winkel"),
        ("buurtbegroting", "buurt begroting"),
        ("treiteraanpak", "treiter aanpak"),
        ("vakmanstad", "vakman stad"),
        ("wijkuitzendbureau", "wijk uitzend bureau"),
        ("woningbouwprojecten", "woning bouw project"),
    ],
)
def test_a_compound_falls_apart(word, parts):
    assert dutch.parts(word) == tuple(dutch.stem(part) for part in parts.split())


WHOLE = """
wijk gemeente werkloosheid onderwijs overlast bewoners organisatie vakmanschap voorbeeld maatregel
landelijk leeuwarden rotterdam overvecht amsterdam kinderen informatie bijdragen leeftijd 1700
abcdefghijklm samenwerking maatschappelijk persoonlijk
"""


@pytest.mark.parametrize("word", WHOLE.split())
def test_what_is_no_compound_stays_whole(word):
    assert dutch.parts(word) == ()


def test_a_very_long_word_costs_no_time():
    assert dutch.parts("wijk" * 16) == ("wijk",) * 16
