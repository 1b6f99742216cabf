"""Looks into a file that is an archive, as all office files are, before it is unpacked."""

import zipfile

from search.attachments.limits import LARGEST_UNPACKED, MOST_ENTRIES
from search.attachments.reasons import Reason, Unreadable

PACKED_WITH_PASSWORD = 0x1
# What an entity is declared with, in the ways in which XML may be written.
DECLARATIONS = [
    "<!ENTITY".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be", "utf-32-be")
]
MARKUP = (".xml", ".rels")
PART = 2**20
KINDS = {
    b"wordprocessingml.document.main+xml": "docx",
    b"presentationml.presentation.main+xml": "pptx",
    b"presentationml.slideshow.main+xml": "pptx",
}


def kind(file):
    """Return the kind of office file in an archive that may safely be unpacked, or None."""
    try:
        with zipfile.ZipFile(file) as archive:
            _check_size(archive)
            _check_markup(archive)
            return _kind(archive)
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise Unreadable(Reason.DAMAGED) from error


def _check_size(archive):
    entries = archive.infolist()
    if len(entries) > MOST_ENTRIES or sum(each.file_size for each in entries) > LARGEST_UNPACKED:
        raise Unreadable(Reason.TOO_LARGE)
    if any(entry.flag_bits & PACKED_WITH_PASSWORD for entry in entries):
        raise Unreadable(Reason.PROTECTED)


def _check_markup(archive):
    # No office program declares entities; they can name other files, or each other a million times.
    for name in archive.namelist():
        if name.lower().endswith(MARKUP) and _declares(archive, name):
            raise Unreadable(Reason.DAMAGED)


def _declares(archive, name):
    before = b""
    with archive.open(name) as entry:
        while part := entry.read(PART):
            if any(declaration in before + part for declaration in DECLARATIONS):
                return True
            before = part[-64:]
    return False


def _kind(archive):
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        types = archive.read("[Content_Types].xml")
        return next((kind for type, kind in KINDS.items() if type in types), None)
    if "mimetype" in names and archive.read("mimetype").startswith(b"application/vnd.oasis."):
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            raise Unreadable(Reason.PROTECTED)
        return "odf"
    return None
