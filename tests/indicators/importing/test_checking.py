"""A file is read line by line; what is wrong is told with line, column, value and expectation."""

import pytest

from indicators.importing.mapping import Column, Mapping
from tests.indicators.importing.conftest import WIDE, wrong

VSV = Mapping(area="code", columns=(Column("vsv", "vsv"),))


def test_a_file_without_mistakes_is_ready(check):
    imported = check("code;vsv;woz\nWK034404;8,3;159,5\nGM0344;6,0;x\nAW05;;217\n")

    assert (imported.lines, imported.values, imported.missing) == (3, 4, 2)
    assert imported.is_ready
    assert [(each["area"], each["figure"]) for each in imported.sample] == [
        ("Overvecht (Utrecht)", "8,3%"),
        ("Overvecht (Utrecht)", "€\N{NO-BREAK SPACE}159.500"),
        ("Utrecht", "6,0%"),
        ("Utrecht", "te weinig mensen om iets over te zeggen"),
        ("Nieuw-West (Amsterdam)", "niet onderzocht"),
        ("Nieuw-West (Amsterdam)", "€\N{NO-BREAK SPACE}217.000"),
    ]


@pytest.mark.parametrize(
    ("line", "column", "value", "expected"),
    [
        ("GM0344;NaN;1", "vsv", "NaN", "een getal met een decimale komma, zoals 12,5"),
        ("GM0344;inf;1", "vsv", "inf", "een getal met een decimale komma, zoals 12,5"),
        ("GM0344;8.3;1", "vsv", "8.3", "een getal met een decimale komma, zoals 12,5"),
        ("GM0344;100,1;1", "vsv", "100,1", "een percentage tussen 0 en 100"),
        ("GM0344;-1;1", "vsv", "-1", "een percentage tussen 0 en 100"),
        ("GM0344;=1+1;1", "vsv", "=1+1", "een getal met een decimale komma, zoals 12,5"),
        ("GM9999;1;1", "code", "GM9999", "de code van een gebied dat op deze site staat"),
        ("GM0344;1;1;2", "", "4 cellen", "3 cellen, zoals de regel met kolomnamen heeft"),
        ("GM0344;1", "", "2 cellen", "3 cellen, zoals de regel met kolomnamen heeft"),
    ],
)
def test_a_mistake_is_told_where_it_is(check, line, column, value, expected):
    imported = check(f"code;vsv;woz\nNL00;7;200\n{line}\n")

    assert (3, column, value, expected) in wrong(imported)
    assert not imported.is_ready


def test_the_same_figure_twice_is_told_with_both_lines(check):
    imported = check("code;vsv\nGM0344;8\nNL00;7\nGM0344;8\n", mapping=VSV)

    assert wrong(imported) == [
        (4, "vsv", "8", "één cijfer per gebied en periode; regel 2 heeft dit ook")
    ]


def test_two_codes_of_one_area_are_the_same_figure_twice(check):
    imported = check("code;vsv\nAW38;8\nWK034404;9\n", mapping=VSV)

    assert [each[0] for each in wrong(imported)] == [3]


def test_columns_that_are_not_there_are_told_before_any_line(check):
    assert wrong(check("code;naam\nGM0344;Utrecht\n")) == [
        (1, "vsv", "", "een kolom met deze naam"),
        (1, "woz", "", "een kolom met deze naam"),
    ]


def test_a_name_that_two_columns_have_is_told(check):
    assert wrong(check("code;vsv;vsv\nGM0344;1;2\n", mapping=VSV)) == [
        (1, "vsv", "vsv", "één kolom met deze naam; er zijn er meer")
    ]


def test_an_indicator_that_is_not_there_is_told(check):
    mapping = Mapping(area="code", columns=(Column("ww", "weg"),))

    assert wrong(check("code;ww\nGM0344;1\n", mapping=mapping)) == [
        (1, "ww", "weg", "de code van een indicator")
    ]


@pytest.mark.parametrize(("number", "figure"), [("12,5", "€ 1.234"), ("12.5", "€ 1")])
def test_what_tells_the_decimal_sign_decides_how_a_thousand_is_read(check, number, figure):
    mapping = Mapping(area="code", columns=(Column("woz", "woz"),))
    imported = check(f"code;woz\nGM0344;1.234\nNL00;{number}\n", mapping=mapping)

    assert imported.sample[0]["figure"].replace("\N{NO-BREAK SPACE}", " ") == figure


def test_a_thousand_that_may_be_one_is_asked_about(check):
    mapping = Mapping(area="code", columns=(Column("woz", "woz"),))
    imported = check("code;woz\nGM0344;1.234\nNL00;12\n", mapping=mapping)

    assert wrong(imported) == [
        (
            2,
            "woz",
            "1.234",
            "een keuze: is dit een decimaalteken, of scheidt het duizendtallen?",
        )
    ]


def test_so_few_people_that_they_could_be_known_are_not_kept(check, woz):
    woz.unit, woz.minimum_group = "personen", 10
    woz.save()
    mapping = Mapping(area="code", columns=(Column("woz", "woz"),))
    imported = check("code;woz\nGM0344;9\nNL00;10\nAW05;0\n", mapping=mapping)

    figures = [each["figure"].replace("\N{NO-BREAK SPACE}", " ") for each in imported.sample]
    assert figures == [
        "te weinig mensen om iets over te zeggen",
        "10 personen",
        "0 personen",
    ]


def test_areas_of_elsewhere_are_left_out_and_listed_when_that_was_chosen(check):
    mapping = Mapping(area="code", columns=(Column("vsv", "vsv"),), others_left_out=True)
    imported = check("code;vsv\nGM0344;8\nGM9999;7\nWK034402;9\n", mapping=mapping)

    assert (imported.values, imported.left_out, imported.wrong) == (1, 2, 0)
    assert [each["value"] for each in imported.problems] == ["GM9999", "WK034402"]
    assert imported.is_ready


def test_a_line_below_the_table_that_names_the_source_is_no_mistake(check):
    assert check("code;vsv\nGM0344;8\nBron: CBS;\n", mapping=VSV).is_ready


def test_the_same_line_in_the_middle_is_one(check):
    imported = check("code;vsv\nGM0344;8\nBron: CBS;\nNL00;7\n", mapping=VSV)

    assert [each[0] for each in wrong(imported)] == [3]


def test_lines_with_another_value_are_not_read(check):
    mapping = Mapping(area="code", columns=(Column("vsv", "vsv"),), only={"water": "NEE"})
    imported = check("code;water;vsv\nGM0344;NEE;8\nNL00;JA;-99999999\n", mapping=mapping)

    assert (imported.values, imported.missing, imported.wrong) == (1, 0, 0)


def test_each_line_may_have_its_own_period_and_its_own_indicator(check):
    mapping = Mapping(area="gebied", indicator="maat", value="waarde", period="jaar")
    table = "gebied;maat;jaar;waarde\nGM0344;vsv;2011;8\nGM0344;vsv;2012*;7\nGM0344;weg;2012;1\n"
    imported = check(table, mapping=mapping, period="")

    assert [each["period"] for each in imported.sample] == ["2011", "2012"]
    assert wrong(imported) == [(4, "maat", "weg", "de code van een indicator")]


def test_a_file_without_any_period_says_so(check):
    imported = check("code;vsv\nGM0344;8\n", mapping=VSV, period="")

    assert wrong(imported) == [(2, "vsv", "8", "een periode, bij het bestand of in een kolom")]


def test_a_file_that_breaks_off_in_the_middle_is_told_with_its_line(check):
    lines = "".join("GM9999;1;1\n" for _line in range(30))
    imported = check(f'code;vsv;woz\n{lines}GM0344;"8;1\n')

    assert wrong(imported)[-1][0] == 32
    assert "aanhalingstekens" in wrong(imported)[-1][3]


def test_the_report_holds_all_mistakes_and_runs_no_formula(check):
    lines = "".join(f"=ONBEKEND{number};1;1\n" for number in range(250))
    imported = check(f"code;vsv;woz\n{lines}", mapping=WIDE)

    report = imported.report.read().decode("utf-8-sig").splitlines()
    assert len(imported.problems) == 100
    assert report[0] == "Regel;Kolom;Waarde;Verwacht;Gevolg"
    assert len(report) == 251
    assert report[1] == (
        "2;code;'=ONBEKEND0;de code van een gebied dat op deze site staat;houdt het inlezen tegen"
    )
