"""The text of real files of every kind, and what happens with files that are not as they should."""

import io
import zipfile

import pytest

from search.attachments import limits, reading
from search.attachments.reasons import Reason, Unreadable
from tests.search.attachments import making

pytestmark = pytest.mark.django_db


def text_of(content, name="bestand.pdf"):
    return reading.text_of(making.document(content, name))


def why(content, name="bestand.pdf"):
    with pytest.raises(Unreadable) as caught:
        text_of(content, name)
    return caught.value.reason


READABLE = {
    "pdf": (making.pdf("Een moestuin.", "Tweede bladzijde."), "Een moestuin.\nTweede bladzijde."),
    "docx": (
        making.word_file("Een moestuin.", "Volgende alinea.", table=[("Wie", "Wat")]),
        "Een moestuin.\nVolgende alinea.\nWie\nWat",
    ),
    "pptx": (
        making.slides("Een moestuin", notes="Vertel dit erbij", table=("Wie", "Wat")),
        "Een moestuin\nWie\nWat\nin een groep\nVertel dit erbij",
    ),
    "odt": (making.open_document("Een moestuin.", "Nog een."), "Een moestuin.\nNog een."),
    "ods": (making.open_document("In een cel", kind="spreadsheet"), "In een cel"),
    "odp": (making.open_document("Op een dia", kind="presentation"), "Op een dia"),
}


@pytest.mark.parametrize("kind", READABLE)
def test_the_text_of_a_file_is_read(kind):
    content, text = READABLE[kind]
    assert text_of(content, f"bestand.{kind}") == text


@pytest.mark.parametrize("kind", READABLE)
def test_what_kind_it_is_the_content_tells_and_not_the_name(kind):
    content, text = READABLE[kind]
    other = "docx" if kind == "pdf" else "pdf"
    assert text_of(content, f"bestand.{other}") == text


def test_what_was_removed_from_a_text_is_not_read():
    assert text_of(making.word_file("Blijft.", deleted="Kanarie")) == "Blijft."
    assert text_of(making.open_document("Blijft.", removed="Kanarie")) == "Blijft."


def test_a_pdf_that_may_not_be_changed_may_be_read():
    assert text_of(making.pdf("Een moestuin.", password="", owner="geheim")) == "Een moestuin."


def bomb():
    return making.changed(making.word_file("x"), "docProps/thumbnail.jpeg", bytes(250 * 2**20))


def locked(content):
    """Return an office file of which the parts are packed with a password."""
    target = io.BytesIO(content)
    with zipfile.ZipFile(target, "a") as archive:
        archive.getinfo("word/document.xml").flag_bits |= 1
        archive._didModify = True
    return target.getvalue()


ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + f']><w:document xmlns:w="{making.WORD}"><w:body><w:p><w:r><w:t>&i;</w:t></w:r></w:p>'
    "</w:body></w:document>"
)
NESTED = (
    f'<w:document xmlns:w="{making.WORD}"><w:body>'
    + "<w:p>" * 100_000
    + "</w:p>" * 100_000
    + "</w:body></w:document>"
)
COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000)
ENCRYPTED_ODT = making.changed(
    making.open_document("Kanarie"), "META-INF/manifest.xml", "<manifest:encryption-data/>"
)
UNREADABLE = {
    "a pdf with a password": (making.pdf("Kanarie", password="geheim"), Reason.PROTECTED),
    "an office file with a password": (
        COMPOUND + "EncryptedPackage".encode("utf-16-le"), Reason.PROTECTED,
    ),
    "an archive with a password": (locked(making.word_file("Kanarie")), Reason.PROTECTED),
    "an odt with a password": (ENCRYPTED_ODT, Reason.PROTECTED),
    "a pdf cut off": (making.pdf("Een moestuin.")[:200], Reason.DAMAGED),
    "an archive cut off": (making.word_file("Een moestuin.")[:3000], Reason.DAMAGED),
    "markup that is none": (making.word_with("<w:document"), Reason.DAMAGED),
    "entities of entities": (making.word_with(ENTITIES), Reason.DAMAGED),
    "entities in another alphabet": (making.word_with(ENTITIES.encode("utf-16")), Reason.DAMAGED),
    "nesting without end": (making.word_with(NESTED), Reason.DAMAGED),
    "an archive that grows": (bomb(), Reason.TOO_LARGE),
    "pictures alone": (making.pdf(""), Reason.NO_TEXT),
    "no text at all": (making.word_file(), Reason.NO_TEXT),
    "an archive of something else": (making.packed(a="Kanarie"), Reason.OTHER_KIND),
    "an old office file": (COMPOUND, Reason.OTHER_KIND),
    "a program": (b"MZ" + bytes(100), Reason.OTHER_KIND),
    "a page": (b"<html><script>alert(1)</script></html>", Reason.OTHER_KIND),
    "nothing": (b"", Reason.OTHER_KIND),
}  # fmt: skip


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_file_without_readable_text_tells_why(case):
    content, reason = UNREADABLE[case]
    assert why(content) == reason


def test_an_entity_reads_no_file_of_the_machine(tmp_path):
    secret = tmp_path / "geheim.txt"
    secret.write_text("Kanarie")
    for kind, archive, name in (
        ("docx", making.word_file("x"), "word/document.xml"),
        ("odt", making.open_document("x"), "content.xml"),
    ):
        markup = f'<!DOCTYPE x [<!ENTITY a SYSTEM "file://{secret}">]><x>&a;</x>'
        assert why(making.changed(archive, name, markup), f"bestand.{kind}") == Reason.DAMAGED


def test_a_file_that_is_too_large_is_not_read(monkeypatch):
    monkeypatch.setattr(reading, "LARGEST", 500)
    assert why(making.pdf("Een moestuin.")) == Reason.TOO_LARGE


def test_of_ten_thousand_pages_the_first_are_read():
    assert text_of(making.many_pages(10_000)) == "Moestuin"


def test_a_file_that_takes_all_memory_ends_its_own_process_alone(monkeypatch):
    monkeypatch.setattr(
        reading,
        "COMMAND",
        [
            *reading.COMMAND[:1],
            "-c",
            "from search.attachments import child, formats\n"
            "formats.pieces = lambda file: [bytes(2**30).decode()]\n"
            "child.main()",
        ],
    )
    assert why(b"") == Reason.TOO_LARGE


def test_a_file_that_takes_too_long_ends_its_own_process_alone(monkeypatch):
    monkeypatch.setattr(
        reading,
        "COMMAND",
        [
            *reading.COMMAND[:1],
            "-c",
            "from search.attachments import child\n"
            "child.SECONDS = 1\n"
            "def endless(file):\n while True: pass\n"
            "child.read = endless\n"
            "child.main()",
        ],
    )
    assert why(b"") == Reason.TOO_SLOW


def test_a_process_that_hangs_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(
        reading, "COMMAND", [reading.COMMAND[0], "-c", "import time; time.sleep(9)"]
    )
    monkeypatch.setattr(reading, "PATIENCE", 0.2)
    assert why(b"") == Reason.TOO_SLOW


def test_the_process_that_reads_gets_no_keys(monkeypatch):
    monkeypatch.setenv("WIJKKENNIS_SECRET_KEY", "kanarie")
    monkeypatch.setattr(
        reading,
        "COMMAND",
        [reading.COMMAND[0], "-c", "import json, os; print(json.dumps({'text': str(os.environ)}))"],
    )
    assert "kanarie" not in text_of(b"")


def test_a_text_without_end_is_cut_and_a_word_without_end_is_broken():
    long = text_of(making.word_file("moestuin " * 50_000))
    assert len(long) <= limits.MOST_CHARACTERS
    word = text_of(making.word_file("x" * 1_000))
    assert word.split() == ["x" * 200] * 5


def test_signs_that_no_database_takes_are_left_out():
    markup = (
        f'<w:document xmlns:w="{making.WORD}"><w:body><w:p><w:r>'
        "<w:t>goed\u202eom\u200e keer</w:t></w:r></w:p></w:body></w:document>"
    )
    assert text_of(making.word_with(markup)) == "goed om keer"


@pytest.mark.parametrize(
    "name", ["..x.pdf", "nul\0x.pdf", "\u202efdp.exe.pdf", "a\r\nSet-Cookie: x.pdf"]
)
def test_a_strange_name_is_no_matter(name):
    assert text_of(making.pdf("Een moestuin."), name) == "Een moestuin."
