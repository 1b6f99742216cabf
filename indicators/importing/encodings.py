"""Finding out how the bytes of a text file are meant."""

import codecs

from django.utils.translation import gettext as _

from indicators.importing.problems import Unreadable

CHUNK = 1 << 20
BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}


def encoding_of(path):
    """Return the name of the encoding of a file; reads all of it, a megabyte at a time.

    UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252 when every byte has a
    meaning in it. Raises `Unreadable` with the line of the first byte that has none anywhere.
    """
    with path.open("rb") as file:
        start = file.read(4096)
    for mark, name in BYTE_ORDER_MARKS.items():
        if start.startswith(mark):
            return _proven(path, name)
    if name := _utf_16_without_mark(start):
        return _proven(path, name)
    if b"\0" in start:
        raise Unreadable(_("Dit is geen tekstbestand. Bewaar het als CSV of XLSX."), 1)
    if _first_wrong_line(path, "utf-8") is None:
        return "utf-8"
    return _proven(path, "cp1252")


def _utf_16_without_mark(start):
    # Latin text has a null in every second byte.
    if len(start) < 4:
        return ""
    even, odd = start[0::2].count(0), start[1::2].count(0)
    half = len(start) // 2
    if odd > half * 0.8 and not even:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.8 and not odd else ""


def _proven(path, name):
    line = _first_wrong_line(path, name)
    if line is not None:
        raise Unreadable(
            _("Op deze regel staat een teken dat niet te lezen is. Bewaar het bestand als UTF-8."),
            line,
        )
    return name


def _first_wrong_line(path, name):
    """Return the line of the first byte that cannot be decoded, or None."""
    decoder, line = codecs.getincrementaldecoder(name)("strict"), 1
    with path.open("rb") as file:
        while True:
            chunk = file.read(CHUNK)
            try:
                text = decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError as error:
                before = error.object[: error.start].decode(name, "ignore")
                return line + before.count("\n")
            line += text.count("\n")
            if not chunk:
                return None
