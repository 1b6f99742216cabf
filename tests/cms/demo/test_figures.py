"""Every figure of chapter 1 of the report, beside what the site says."""

from collections import Counter, defaultdict

import pytest

from indicators.models import (
    Dataset,
    Indicator,
    IndicatorSnapshot,
    Measurement,
    ReportedCount,
    ReportedOutcome,
)

pytestmark = pytest.mark.usefixtures("db")

START = "start van de wijkenaanpak"
LATEST = "laatste meting in het rapport van 2013"

MEASURED = {
    ("koopprijs", "40 wijken", "2012"): 159_500,
    ("koopprijs", "G18", "2012"): 217_400,
    ("sociale-huur", "40 wijken", "1 januari 2012"): 55,
    ("sociale-huur", "G18", "1 januari 2012"): 41,
    ("sociale-huur", "Transvaal", "begin 2007"): 50,
    ("sociale-huur", "Transvaal", "begin 2012"): 40,
    ("sociale-huur", "Doornakkers", "begin 2007"): 58,
    ("sociale-huur", "Doornakkers", "begin 2012"): 46,
    ("havo-vwo", "40 wijken", "oktober 2006"): 26,
    ("havo-vwo", "G18", "oktober 2006"): 41,
    ("havo-vwo", "Aandachtswijken in de G14", "oktober 2006"): 25,
    ("havo-vwo", "Aandachtswijken in de G14", "oktober 2012"): 30,
    ("havo-vwo", "Amsterdam Oost", "oktober 2006"): 28,
    ("havo-vwo", "Amsterdam Oost", "oktober 2012"): 38,
    ("vsv", "40 wijken", START): 8.3,
    ("vsv", "40 wijken", LATEST): 6,
    ("nww", "40 wijken", "begin 2007"): 10,
    ("nww", "40 wijken", "begin 2013"): 7,
    ("inkomen-uit-werk", "40 wijken", "begin 2007"): 58,
    ("inkomen-uit-werk", "40 wijken", "begin 2012"): 60,
    ("inkomen-uit-werk", "G18", "begin 2007"): 67,
    ("inkomen-uit-werk", "G18", "begin 2012"): 68,
    ("pasgeborenen", "40 wijken", "2010"): 18,
    ("pasgeborenen", "G18", "2010"): 16,
    ("woon-ontevreden", "40 wijken", "2012"): 14,
    ("woon-ontevreden", "Nederland", "2012"): 5,
    # Of Gezonde Wijk Overvecht, in chapter 3.
    ("beweegnorm", "Overvecht", "2006"): 54,
    ("beweegnorm", "Overvecht", "2010"): 65,
}

# In how many of the 40 neighbourhoods the distance to the city took which course.
COUNTED = {
    "koopprijs": {"smaller": 12, "larger": 23, "same": 4, "at-or-better": 1},
    "sociale-huur": {"smaller": 24},
    "leefbaarheid": {"smaller": 36, "larger": 2, "same": 1, "at-or-better": 1},
    "havo-vwo": {"smaller": 19, "larger": 12, "same": 6, "no-statement": 3},
    "vsv": {"smaller": 15, "larger": 22, "same": 3},
    "nww": {"smaller": 34, "larger": 4, "same": 1, "at-or-better": 1},
    "ww": {"smaller": 16, "larger": 17, "same-or-better": 7},
    "inkomen-uit-werk": {"smaller": 18},
    "lage-inkomens": {"smaller": 17, "larger": 13, "same": 10},
    "medicijngebruik": {"smaller": 21, "larger": 11, "same": 5, "at-or-better": 3},
    "pasgeborenen": {"smaller": 12, "larger": 8, "same": 1, "no-statement": 19},
}

# What the report says of the 40 together, of a group of them, or of one that it names.
NAMED = {
    "koopprijs": {"40 wijken": "same", "Nieuwland": "at-or-better"},
    "sociale-huur": {"40 wijken": "smaller", "Transvaal": "smaller", "Doornakkers": "smaller"},
    "leefbaarheid": {
        "40 wijken": "smaller",
        "Aandachtswijken in de G14": "smaller",
        "Overschie": "larger",
        "Vreewijk": "larger",
        "Overvecht": "same",
        "Bergpolder": "at-or-better",
    },
    "havo-vwo": {
        "40 wijken": "same",
        "Aandachtswijken in de G14": "smaller",
        "Amsterdam Oost": "smaller",
    },
    "vsv": {
        "40 wijken": "same",
        "Aandachtswijken in de G4": "larger",
        "Rivierenwijk": "smaller",
    },
    "nww": {"40 wijken": "smaller", "Overvecht": "smaller"},
    "ww": {"40 wijken": "larger"},
    "inkomen-uit-werk": {"40 wijken": "smaller", "Velve-Lindenhof": "smaller"},
    # It became safer in the neighbourhoods too; of Meezenbroek the report tells no distance.
    "veiligheid-leefbaarometer": {
        "40 wijken": "larger",
        "Aandachtswijken in de G14": "no-statement",
        "Meezenbroek": "no-statement",
    },
    "lage-inkomens": {"40 wijken": "same", "Bos en Lommer": "smaller"},
    "schuldsaneringen": {"40 wijken": "no-statement"},
    "medicijngebruik": {"De Kruiskamp": "smaller"},
    "pasgeborenen": {
        "40 wijken": "smaller",
        "Aandachtswijken in de G14": "smaller",
        "Aandachtswijken in de G4": "larger",
    },
    "woon-ontevreden": {"40 wijken": "smaller"},
    "woon-verloedering": {"40 wijken": "smaller"},
    "woon-overlast": {"40 wijken": "smaller"},
    "woon-cohesie": {"40 wijken": "smaller"},
    "woon-afgelopen-jaar": {"40 wijken": "at-or-better"},
    "woon-komend-jaar": {"40 wijken": "at-or-better"},
}

# What the footnotes and the text say of how an indicator is measured.
DEFINED = [
    ("havo-vwo", "leerjaar drie"),
    ("havo-vwo", "een of twee brugjaren"),
    ("vsv", "voortijdige schoolverlaters"),
    ("koopprijs", "2006 op 100"),
    ("koopprijs", "In de G14 liggen ze zelfs onder die van 2006"),
    ("leefbaarheid", "Malburgen/Immerloo"),
    ("veiligheid-leefbaarometer", "Vijf dingen tellen mee"),
    ("medicijngebruik", "in 25 wijken vrijwel gelijk"),
    ("medicijngebruik", "evenveel jonge en oude mensen, mannen en vrouwen"),
    ("pasgeborenen", "geboren vóór 37 weken"),
    ("pasgeborenen", "Apgarscore onder de 7"),
    ("pasgeborenen", "In 19 van de 40 wijken"),
    ("woon-ontevreden", "bijna 10% in de 40 wijken en 2% in heel Nederland"),
    ("woon-verloedering", "grotestedenbeleid"),
    ("woon-afgelopen-jaar", "Volgens het SCP"),
]


def found(model, value):
    by_indicator = defaultdict(dict)
    for row in model.objects.select_related("indicator", "area"):
        key, said = value(row)
        by_indicator[row.indicator.code][key] = said
    return dict(by_indicator)


CBS = "CBS, Kerncijfers wijken en buurten 2022"


def of_the_report():
    return Measurement.objects.exclude(dataset__kind=Dataset.Kind.MEASURED)


def test_every_value_of_the_report_is_there_and_no_other():
    rows = of_the_report().filter(missing="").select_related("indicator", "area")
    assert {(row.indicator.code, row.area.name, row.period): float(row.value) for row in rows} == (
        MEASURED
    )


def test_what_the_report_leaves_out_has_a_reason_and_is_never_zero():
    missing = of_the_report().filter(value=None)
    assert set(missing.values_list("missing", flat=True)) == {"not-reported"}
    assert missing.count() == 14
    assert Measurement.objects.filter(value=0).count() == 0


def of_the_cbs():
    return Measurement.objects.filter(dataset__title=CBS)


def test_the_open_data_of_the_cbs_stand_apart():
    assert Dataset.objects.get(title=CBS).licence == "CC BY 4.0, naamsvermelding: CBS"
    indicators = {row.indicator for row in of_the_cbs().select_related("indicator__theme")}
    assert len(indicators) == 7
    assert {indicator.theme.slug for indicator in indicators} == {"kenmerken"}
    assert not of_the_report().filter(indicator__theme__slug="kenmerken").exists()


def test_twenty_five_neighbourhoods_and_thirty_municipalities_have_figures_of_the_cbs():
    figures = of_the_cbs().filter(missing="")
    by_kind = Counter(figures.values_list("area__kind", flat=True))
    assert by_kind == {"neighbourhood": 25 * 7, "municipality": 30 * 7}
    assert float(figures.get(indicator__code="cbs-koop", area__name="Transvaal").value) == 27


def test_a_neighbourhood_with_other_borders_has_a_reason_and_no_figure():
    without = of_the_cbs().filter(value=None)
    assert without.count() == 15 * 7
    assert set(without.values_list("missing", flat=True)) == {"other-borders"}
    assert without.get(indicator__code="cbs-woz", area__name="Vreewijk").locator == (
        "WK059910; grenzen zijn veel ruimer"
    )


def test_a_neighbourhood_of_several_wijken_is_weighed():
    of_malburgen = of_the_cbs().filter(area__name="Malburgen/Immerloo")
    figures = dict(of_malburgen.values_list("indicator__code", "value"))
    assert float(figures["cbs-inwoners"]) == 20_005
    assert float(figures["cbs-woz"]) == 203_000


def test_every_count_of_neighbourhoods_is_there_and_no_other():
    assert found(ReportedCount, lambda row: (row.outcome, row.count)) == COUNTED


@pytest.mark.parametrize("code", [code for code, counts in COUNTED.items() if len(counts) > 1])
def test_the_counts_of_an_indicator_add_up_to_the_forty(code):
    counts = ReportedCount.objects.filter(indicator__code=code).values_list("count", flat=True)
    assert sum(counts) == 40


def test_what_we_counted_ourselves_says_so():
    ours = ReportedCount.objects.filter(note__startswith="Zelf berekend")
    assert sorted(ours.values_list("indicator__code", "outcome")) == [
        ("lage-inkomens", "same"),
        ("ww", "same-or-better"),
    ]


def test_everything_that_the_report_says_of_a_neighbourhood_or_group_is_there():
    assert found(ReportedOutcome, lambda row: (row.area.name, row.outcome)) == NAMED


def test_every_indicator_of_the_report_has_its_definition_and_the_direction_that_is_better():
    indicators = Indicator.objects.exclude(code__startswith="cbs-")
    directions = dict(indicators.values_list("code", "direction"))
    assert {code for code, direction in directions.items() if direction == "higher"} == {
        "koopprijs",
        "leefbaarheid",
        "havo-vwo",
        "inkomen-uit-werk",
        "veiligheid-leefbaarometer",
        "beweegnorm",
        "woon-cohesie",
        "woon-afgelopen-jaar",
        "woon-komend-jaar",
    }
    assert {code for code, direction in directions.items() if direction == "lower"} == {
        "sociale-huur",
        "vsv",
        "nww",
        "ww",
        "lage-inkomens",
        "schuldsaneringen",
        "medicijngebruik",
        "pasgeborenen",
        "woon-ontevreden",
        "woon-verloedering",
        "woon-overlast",
    }
    assert set(directions) == {*NAMED, "beweegnorm"}


@pytest.mark.parametrize(("code", "words"), DEFINED)
def test_an_indicator_tells_what_the_report_tells_of_it(code, words):
    indicator = Indicator.objects.get(code=code)
    said = f"{indicator.definition} {indicator.method} {indicator.caveat}"
    assert said.count(words) == 1


def test_a_snapshot_shows_what_the_report_shows():
    snapshot = IndicatorSnapshot.objects.get(area__code="W40", indicator__code="inkomen-uit-werk")
    assert (snapshot.baseline_value, snapshot.baseline_comparator_value) == (58, 67)
    assert (snapshot.follow_up_value, snapshot.follow_up_comparator_value) == (60, 68)
