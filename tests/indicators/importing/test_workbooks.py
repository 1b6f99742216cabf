"""A workbook is read as a person who opens it sees it, or is refused."""

import re
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook, load_workbook

from indicators.importing.numbers import Formula
from indicators.importing.problems import Unreadable
from indicators.importing.sheets import open_sheet

ROWS = [["code", "aandeel"], ["GM0344", 45.3], ["GM0363", 12]]


def workbook(path, rows, percent=()):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cell in percent:
        book.active[cell].number_format = "0%"
    book.save(path)
    return path


def test_a_workbook_is_read_as_it_shows_its_figures(tmp_path):
    rows = [
        ["code", "aandeel", "bedrag", "dag", "tekst"],
        ["GM0344", 0.45, 159500, date(2012, 10, 1), "12,5"],
        ["GM0363", 0.1, 26.9, None, None],
    ]
    sheet = open_sheet(workbook(tmp_path / "bestand.xlsx", rows, percent=("B2", "B3")))

    assert sheet.header == ("code", "aandeel", "bedrag", "dag", "tekst")
    assert list(sheet.lines()) == [
        (2, ["GM0344", "45", "159500", "2012-10-01", "12,5"]),
        (3, ["GM0363", "10", "26.9"]),
    ]
    assert sheet.form == "XLSX, werkblad Sheet"


def test_a_workbook_that_is_none_is_refused(tmp_path):
    path = tmp_path / "bestand.xlsx"
    path.write_bytes(b"PK geen zip")

    with pytest.raises(Unreadable, match="geen leesbaar XLSX"):
        open_sheet(path)


def test_a_workbook_that_unpacks_to_a_gigabyte_is_refused(tmp_path):
    path = tmp_path / "bom.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed,
        packed.open("xl/sharedStrings.xml", "w", force_zip64=True) as file,
    ):
        for _megabyte in range(1024):
            file.write(b" " * 2**20)

    with pytest.raises(Unreadable, match="te groot"):
        open_sheet(path)


@pytest.mark.parametrize(
    ("value", "shown_as", "text"),
    [
        (0.45, "0%", "45"),
        (-0.45, "0.0%;[Red]-0.0%", "-45"),
        (45.3, '0.0"%"', "45.3"),
        (45.3, "0.0\\%", "45.3"),
        (45.3, '[Blue]0.0" % van alles"', "45.3"),
        (0.5, '0.0;-0.0;"geen %"', "0.5"),
    ],
)
def test_only_a_sign_that_counts_in_hundredths_makes_a_percentage(tmp_path, value, shown_as, text):
    path = workbook(tmp_path / "bestand.xlsx", [["code", "aandeel"], ["GM0344", value]])
    path = changed(path, lambda book: setattr(book.active["B2"], "number_format", shown_as))

    assert list(open_sheet(path).lines()) == [(2, ["GM0344", text])]


def test_a_day_that_is_shown_as_a_year_is_a_year(tmp_path):
    rows = [["code", "jaar", "dag"], ["GM0344", date(2012, 1, 1), date(2012, 1, 1)]]
    path = workbook(tmp_path / "bestand.xlsx", rows)
    path = changed(path, lambda book: setattr(book.active["B2"], "number_format", "yyyy"))

    assert list(open_sheet(path).lines()) == [(2, ["GM0344", "2012", "2012-01-01"])]


def test_a_formula_without_its_outcome_is_no_empty_cell(tmp_path):
    path = workbook(tmp_path / "bestand.xlsx", [["code", "aandeel"], ["GM0344", "=40+5"]])

    ((_line, (_code, cell)),) = open_sheet(path).lines()

    assert (cell, type(cell)) == ("=40+5", Formula)


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        (b'<c r="B2"><f>40+5</f><v>45</v></c>', ["GM0344", "45"]),
        (b'<c r="B2" t="str"><f>IF(1,"")</f><v></v></c>', ["GM0344"]),
    ],
)
def test_a_formula_counts_as_what_came_out(tmp_path, cell, texts):
    path = workbook(tmp_path / "bestand.xlsx", [["code", "aandeel"], ["GM0344", 45]])
    repack(path, "sheet1", lambda xml: re.sub(rb'<c r="B2".*?</c>', cell, xml))

    assert list(open_sheet(path).lines()) == [(2, texts)]


def test_a_sheet_that_is_hidden_is_passed_over(tmp_path):
    def add(book):
        book.active.sheet_state = "hidden"
        seen = book.create_sheet("Te zien")
        for row in (["gebied", "cijfer"], ["GM0363", 9]):
            seen.append(row)
        book.create_sheet("Uitleg")
        book.active = 1

    sheet = open_sheet(changed(workbook(tmp_path / "bestand.xlsx", ROWS), add))

    assert sheet.header == ("gebied", "cijfer")
    assert sheet.form == "XLSX, werkblad Te zien; de andere 2 werkbladen worden niet gelezen"


def test_one_other_sheet_is_named_as_one(tmp_path):
    path = workbook(tmp_path / "bestand.xlsx", ROWS)
    sheet = open_sheet(changed(path, lambda book: book.create_sheet("Uitleg")))

    assert sheet.form == "XLSX, werkblad Sheet; het andere werkblad wordt niet gelezen"


@pytest.mark.parametrize(
    ("part", "damage"),
    [
        ("sheet1", lambda xml: xml[: len(xml) // 2]),
        ("sheet1", lambda xml: xml.replace(b"45.3", b"vijf")),
        ("styles", lambda _xml: b"<x"),
    ],
)
def test_a_damaged_workbook_is_refused_wherever_the_damage_is(tmp_path, part, damage):
    path = workbook(tmp_path / "bestand.xlsx", ROWS)
    repack(path, part, damage)

    with pytest.raises(Unreadable, match="geen leesbaar XLSX"):
        list(open_sheet(path).lines())


def test_a_workbook_of_which_a_part_was_overwritten_is_refused(tmp_path):
    path = workbook(tmp_path / "bestand.xlsx", ROWS)
    content = bytearray(path.read_bytes())
    content[content.index(b"sheet1.xml") + 40] ^= 0xFF
    path.write_bytes(content)

    with pytest.raises(Unreadable, match="geen leesbaar XLSX"):
        open_sheet(path)


def changed(path, change):
    """Save a workbook again after a change."""
    book = load_workbook(path)
    change(book)
    book.save(path)
    return path


def repack(path, part, change):
    """Change the text of one file in a workbook, which no program that writes them would do."""
    with zipfile.ZipFile(path) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in files.items():
            packed.writestr(name, change(content) if part in name else content)
