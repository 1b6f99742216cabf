"""Which kind of file an upload is, and whether it begins as such a file does."""

from pathlib import PurePath

ZIPPED, PDF = b"PK\x03\x04", b"%PDF-"
# How a file of each kind begins; a table in text may begin with anything but NUL bytes.
BEGINNINGS = dict.fromkeys(("docx", "odt", "pptx", "odp", "xlsx", "ods"), ZIPPED) | {"pdf": PDF}
LOOKED_AT = 1024


def kind_of(upload):
    """Return the kind that the name of an upload says, such as `pdf`."""
    return PurePath(upload.name).suffix.lower().lstrip(".")


def is_what_it_is_called(upload):
    """Tell whether an upload begins as a file of its kind; an empty one does not."""
    beginning, kind = upload.read(LOOKED_AT), kind_of(upload)
    upload.seek(0)
    if kind in BEGINNINGS:
        return beginning.startswith(BEGINNINGS[kind])
    return bool(beginning) and b"\0" not in beginning
