"""Files as different programs write them become the same header and lines."""

from pathlib import Path

import pytest

from indicators.importing.problems import Unreadable
from indicators.importing.sheets import open_sheet

TABLE = "code;naam;cijfer\nGM0344;’t Gooi;12,5\n"
HEADER = ("code", "naam", "cijfer")
LINES = [(2, ["GM0344", "’t Gooi", "12,5"])]


@pytest.fixture
def written(tmp_path):
    """Return a function that writes a file and returns its sheet."""

    def write(content, name="bestand.csv", **options):
        path = Path(tmp_path, name)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return open_sheet(path, **options)

    return write


@pytest.mark.parametrize(
    ("encoding", "form"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("cp1252", "Windows-1252"),
    ],
)
def test_every_encoding_gives_the_same_table(written, encoding, form):
    sheet = written(TABLE.encode(encoding))

    assert sheet.header == HEADER
    assert list(sheet.lines()) == LINES
    assert sheet.form == f"{form}, gescheiden door een puntkomma"


@pytest.mark.parametrize("separator", [";", "\t"])
def test_every_separator_gives_the_same_table(written, separator):
    sheet = written(TABLE.replace(";", separator))

    assert (sheet.header, list(sheet.lines())) == (HEADER, LINES)


def test_commas_within_quotes_separate_nothing(written):
    sheet = written('code,naam,cijfer\nGM0344,"Gooi, het","12,5"\n')

    assert list(sheet.lines()) == [(2, ["GM0344", "Gooi, het", "12,5"])]


def test_windows_line_ends_and_empty_lines_do_not_matter(written):
    sheet = written("code;cijfer\r\n\r\nGM0344;1\r\n;;\r\nGM0363;2\r\n")

    assert list(sheet.lines()) == [(3, ["GM0344", "1"]), (5, ["GM0363", "2"])]


def test_a_cell_with_a_line_end_keeps_the_numbers_of_lines_right(written):
    sheet = written('code;naam\nGM0344;"Utrecht\nstad"\nGM0363;Amsterdam\n')

    assert [line for line, _cells in sheet.lines()] == [2, 4]


def test_titles_above_the_names_of_columns_are_passed_over(written):
    sheet = written('"Kerncijfers"\n""\n"";"Onderwerp"\ncode;cijfer;jaar\nGM0344;1;2012\n')

    assert (sheet.header_line, sheet.header) == (4, ("code", "cijfer", "jaar"))


def test_the_line_of_the_names_can_be_told(written):
    sheet = written("a;b\ncode;cijfer\nGM0344;1\n", header_line=2)

    assert sheet.header == ("code", "cijfer")
    assert list(sheet.lines()) == [(3, ["GM0344", "1"])]


def test_names_lose_marks_and_spaces_and_a_column_without_one_gets_one(written):
    sheet = written('"";Wijk_Buurt\ufeff;  Gemiddeld\N{NO-BREAK SPACE} inkomen \n1;a;2\n')

    assert sheet.header == ("kolom 1", "Wijk_Buurt", "Gemiddeld inkomen")


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"", None, "Dit bestand is leeg."),
        (b"\n\n", 1, "twee kolommen"),
        (b"een kolom\nmeer niet\n", 1, "twee kolommen"),
        ("code;naam\nGM0344;Utrecht\nGM0363;\x81\n".encode("latin-1"), 3, "niet te lezen"),
        (b"code;naam\nGM0344;\0\n", 1, "geen tekstbestand"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64, 1, "geen tekstbestand"),
        (TABLE.encode("utf-16")[:-1], 2, "niet te lezen"),
    ],
)
def test_what_is_no_table_is_refused_with_its_line(written, content, line, message):
    with pytest.raises(Unreadable, match=message) as refused:
        list(written(content).lines())

    assert refused.value.line == line


def test_quotes_that_are_never_closed_are_refused_with_their_line(written):
    with pytest.raises(Unreadable, match="aanhalingstekens") as refused:
        written('code;naam\nGM0344;Utrecht\nGM0363;"Amsterdam\nGM0518;Den Haag\n')

    assert refused.value.line == 3


def test_another_kind_of_file_is_refused(written):
    with pytest.raises(Unreadable, match="Alleen CSV en XLSX"):
        written("code;naam\n", name="bestand.pdf")
