"""Plans as DOCX, ODT and CSV: the same words, with headings, tables and sources."""

import csv
import io

import docx
import pytest
from django.utils.formats import date_format
from django.utils.timezone import localdate
from docx.oxml.ns import qn
from odfdo import Document

from tests.factories import PracticeFactory

BASE = "http://127.0.0.1:8000"


@pytest.fixture
def whole(plan, put, practice, figure, site):
    """Return the plan of Bas with a practice, a figure, and something that is gone."""
    put(practice, "Eerste regel\n\nTweede regel")
    put(figure)
    gone = PracticeFactory(parent=site.practices, title="Weg")
    put(gone, "Onthoud dit")
    gone.delete()
    return plan


def file_of(member, plan, form):
    answer = member.get(f"{plan.get_absolute_url()}plan.{form}")
    assert answer.status_code == 200
    assert answer["Content-Disposition"] == f'attachment; filename="overvecht-vooruit.{form}"'
    return answer.content


def text_of(content, form):
    """Return the words of a file."""
    if form.endswith("csv"):
        return content.decode()
    if form.endswith("odt"):
        return Document(io.BytesIO(content)).get_formatted_text()
    return "\n".join(p.text for p in docx.Document(io.BytesIO(content)).paragraphs)


def today():
    return date_format(localdate(), "j F Y")


def sources(practice, figure):
    """Return the sources of the practice and of the figure, as every file gives them."""
    address = f"{BASE}{figure.get_absolute_url()}"
    return [
        f"Samen fietsen. Wat werkt in de wijken. Laatst gewijzigd op {today()}. "
        f"Gelezen op {today()}: {BASE}{practice.url}",
        f"Evaluatie van fietslessen. GGD. 2012. Gelezen op {today()}: https://ggd.example/fietsen",
        f"{figure.dataset.title}. Bron. Licentie: CC BY 4.0.",
        f"Vastgelegd cijfer, {today()}. Controlegetal (SHA-256): {figure.hash}. "
        f"Gelezen op {today()}: {address}",
    ]


def test_a_word_document_has_headings_in_order(member, whole, figure):
    document = docx.Document(io.BytesIO(file_of(member, whole, "docx")))
    headings = [
        (p.style.name, p.text) for p in document.paragraphs if p.style.name.startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", "Overvecht vooruit"),
        ("Heading 2", "1. Samen fietsen"),
        ("Heading 3", "Aantekening"),
        ("Heading 3", "Bronnen"),
        ("Heading 2", f"2. Verzuim, {figure.area.full_name}"),
        ("Heading 3", "Bronnen"),
        ("Heading 2", "3. Niet meer beschikbaar"),
        ("Heading 3", "Aantekening"),
    ]


def test_a_word_document_is_dutch_and_tells_nothing_of_its_maker(member, bas, whole):
    document = docx.Document(io.BytesIO(file_of(member, whole, "docx")))
    told = document.core_properties
    assert (told.title, told.author, told.language, told.comments, told.last_modified_by) == (
        *("Overvecht vooruit", "", "nl-NL", "", ""),
    )
    languages = {tag.get(qn("w:val")) for tag in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"nl-NL"}


def rows_of(figure):
    """Return the table of the figure, as every document gives it."""
    area, city = figure.area.full_name, figure.comparator.full_name
    return [
        ["Periode", area, city, f"Verschil met {city}"],
        ["2007", "20%", "14%", "6\N{NO-BREAK SPACE}procentpunt hoger"],
        ["2013", "12%", "11%", "1\N{NO-BREAK SPACE}procentpunt hoger"],
    ]


def test_a_word_document_has_a_table_with_a_heading_row(member, whole, figure):
    document = docx.Document(io.BytesIO(file_of(member, whole, "docx")))
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == rows_of(figure)
    heads = [row._tr.xpath("w:trPr/w:tblHeader") for row in table.rows]
    assert [len(found) for found in heads] == [1, 0, 0]
    (described,) = table._tbl.xpath("w:tblPr/w:tblDescription")
    assert described.get(qn("w:val")) == f"Verzuim, {figure.area.full_name}"


def test_a_word_document_gives_sources_and_addresses(member, whole, practice, figure):
    document = docx.Document(io.BytesIO(file_of(member, whole, "docx")))
    listed = [p.text for p in document.paragraphs if p.style.name == "List Bullet"]
    assert listed == sources(practice, figure)
    linked = {rel.target_ref for rel in document.part.rels.values() if rel.is_external}
    assert linked == {f"{BASE}{practice.url}", f"{BASE}{figure.get_absolute_url()}"}


def test_an_open_document_says_the_same(member, whole, practice, figure):
    document = Document(io.BytesIO(file_of(member, whole, "odt")))
    body = document.body
    assert [(int(head.level), str(head).strip()) for head in body.headers] == [
        (1, "Overvecht vooruit"),
        (2, "1. Samen fietsen"),
        (3, "Aantekening"),
        (3, "Bronnen"),
        (2, f"2. Verzuim, {figure.area.full_name}"),
        (3, "Bronnen"),
        (2, "3. Niet meer beschikbaar"),
        (3, "Aantekening"),
    ]
    assert (document.meta.title, document.meta.language) == ("Overvecht vooruit", "nl-NL")
    assert document.styles.default_language == "nl-NL"
    assert document.meta.creator is None
    assert [p.inner_text for p in body.get_elements("//text:list-item/text:p")] == sources(
        practice, figure
    )
    assert [link.url for link in body.get_elements("//text:p/text:a")] == [
        f"{BASE}{practice.url}",
        f"{BASE}{figure.get_absolute_url()}",
    ]


def test_an_open_document_has_a_table_with_a_heading_row(member, whole, figure):
    body = Document(io.BytesIO(file_of(member, whole, "odt"))).body
    rows = [
        *body.get_elements("//table:table/table:table-header-rows/table:table-row"),
        *body.get_elements("//table:table/table:table-row"),
    ]
    cells = [row.get_elements("table:table-cell") for row in rows]
    assert [[str(cell).strip() for cell in row] for row in cells] == rows_of(figure)


def test_a_table_has_a_row_for_each_item(member, whole, practice, figure):
    content = file_of(member, whole, "csv").decode("utf-8-sig")
    head, *rows = csv.reader(io.StringIO(content), delimiter=";")
    assert head == [
        *("Nummer", "Soort", "Titel", "Samenvatting", "Cijfers in woorden", "Let op"),
        *("Aantekening", "Adres", "Bronnen", "Controlegetal", "Gelezen op"),
    ]
    found = sources(practice, figure)
    day = localdate().isoformat()
    assert rows[0] == [
        *("1", "Praktijk", "Samen fietsen", "Buurtbewoners leren elkaar fietsen.", "", ""),
        *("Eerste regel\n\nTweede regel", f"{BASE}{practice.url}", "\n".join(found[:2]), "", day),
    ]
    assert rows[1][4].startswith("Het aandeel daalde van 20% (2007) naar 12% (2013).")
    assert rows[1][5] == "Cijfers laten zien wat er veranderde, niet waardoor."
    assert rows[1][8:] == ["\n".join(found[2:]), figure.hash, day]
    assert rows[2] == ["3", "", "Niet meer beschikbaar", *[""] * 3, "Onthoud dit", *[""] * 3, day]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_runs_as_a_formula(member, plan, put, practice, sign):
    practice.title = f"{sign}HYPERLINK(1)"
    practice.save_revision().publish()
    put(practice, f"{sign}2+3")
    content = file_of(member, plan, "csv").decode("utf-8-sig")
    _head, row = csv.reader(io.StringIO(content), delimiter=";")
    assert (row[2], row[6]) == (f"'{sign}HYPERLINK(1)", f"'{sign}2+3")


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_signs_that_no_document_can_hold_are_left_out(member, plan, put, practice, form):
    practice.title = "Samen \x01fietsen \x0b"
    practice.save_revision().publish()
    put(practice, "Een \x07 bel & <een> haakje \N{HOUSE BUILDING}")
    text = text_of(file_of(member, plan, form), form)
    assert "Samen fietsen" in text
    assert "bel & <een> haakje \N{HOUSE BUILDING}" in text


def test_a_file_of_another_kind_does_not_exist(member, plan):
    assert member.get(f"{plan.get_absolute_url()}plan.exe").status_code == 404


def test_an_empty_plan_is_a_file_too(member, plan):
    for form in ("docx", "odt", "csv"):
        file_of(member, plan, form)
