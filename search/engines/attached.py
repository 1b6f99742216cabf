"""Which file of a page says what was asked for, where the page itself does not."""

from search import highlighting
from search.results import InFile


def kept(document):
    """Return what is kept of the files of a document, as plain values."""
    return [[found.number, found.name, found.url, found.text] for found in document.attachments]


def saying(files, values, marks):
    """Return the file that adds most to what a page says of what was asked for, or None."""
    page = marks.answered("\n".join([values["title"], values["summary"], values["body"]]))
    added = [marks.answered(text) - page for _number, _name, _url, text in files]
    most = max(range(len(files)), key=lambda n: (len(added[n]), -n))
    if not added[most]:
        return None
    number, name, url, text = files[most]
    return InFile(number, name, url, highlighting.passage(text, marks))
