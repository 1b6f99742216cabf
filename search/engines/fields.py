"""What an engine stores of a document: its words as stems, and what is shown of it.

Both engines store the same, so they find the same.
"""

from dataclasses import dataclass, replace
from itertools import chain

from search import dutch
from search.facets import TYPE_LABELS, Type

# Stands between two names or keywords, so that no phrase runs from one into the other.
GAP = " ¶ "
LONGEST_NAME = 4
# What people call a type of document, beside its label.
CALLED = {
    Type.PRACTICE: "project voorbeeld aanpak",
    Type.METHOD: "methode aanpak",
    Type.RESEARCH: "studie evaluatie",
    Type.LEARNING: "publicatie rapport handleiding",
    Type.EVENT: "agenda evenement",
    Type.EXPERIENCE: "verhaal voorbeeld les",
    Type.INDICATOR: "cijfers meting aantal percentage",
    Type.FIGURE: "cijfers aantal percentage",
}

# What has a name of its own, often with what it is after a colon: "Treiteraanpak: niet het
# slachtoffer verhuist". What others call so is about something.
THINGS = {Type.PRACTICE, Type.METHOD, Type.PROGRAMME, Type.COMMUNITY}


@dataclass(frozen=True)
class Fields:
    """The words of a document per field, as stems with a space between them."""

    title: str
    alternatives: str
    keywords: str
    summary: str
    body: str
    parts: str
    title_parts: str
    # What stands in the files of a page, with the parts of the compounds there.
    attached: str
    # As they are written, for what begins with what is typed: the title and the other names.
    names: tuple[str, ...]
    # Each name whole, as stems, for a question that is a name and nothing else.
    called: tuple[str, ...]
    # The pieces of four letters of those, for who writes a name with many slips.
    grams: str


def analysed(document):
    """Return a document with its words, for who cannot wait until an engine asks for them."""
    return replace(document, analysed=fields(document))


def fields(document):
    """Return the words of a document."""
    return document.analysed or _fields(document)


def _fields(document):
    title, title_parts = _analysed([document.title])
    alternatives, alternative_parts = _analysed(document.alternatives)
    # "Onderzoek in Overvecht" asks for that type of page.
    kind = [str(TYPE_LABELS.get(document.type, "")), CALLED.get(document.type, "")]
    keywords, keyword_parts = _analysed([*document.keywords, *kind])
    summary, summary_parts = _analysed([document.summary])
    body, body_parts = _analysed([document.body, " ".join(document.facts)])
    names = tuple(map(written, [document.title, *document.alternatives]))
    heads = [*title_parts, *alternative_parts, *keyword_parts, *_names_in_one(document)]
    return Fields(
        title=title,
        alternatives=alternatives,
        keywords=keywords,
        summary=summary,
        body=body,
        parts=" ".join([*heads, *summary_parts, *body_parts]),
        title_parts=" ".join(heads),
        attached=_attached(document.attachments),
        names=names,
        called=tuple(dict.fromkeys(filter(None, map(_stems, _names(document))))),
        grams=" ".join(dutch.grams(" ".join(names))),
    )


def _stems(name):
    return " ".join(dutch.stems(name))


def _names(document):
    """Yield the names of a document: what a title says before its colon may be one, too."""
    yield document.title
    if document.type != Type.THEME:
        # Other words for a theme are about its subject, as many other pages are.
        yield from document.alternatives
    name, colon, _explained = document.title.partition(":")
    if colon and document.type in THINGS and not _is_subject(name, document):
        yield name


def _is_subject(name, document):
    """Tell whether a name is that of a theme or place that the document is about."""
    return any(keyword.startswith(name) for keyword in document.keywords)


def _attached(attachments):
    stems, parts = _analysed([found.text for found in attachments])
    # In one field, so that asking for a word costs no more; no phrase runs through the parts.
    return GAP.join(filter(None, [stems, *dict.fromkeys(parts)]))


def written(text):
    """Return the words of a text as they are written, without capitals and accents."""
    return " ".join([word.text for word in dutch.analysed(text)])


def _names_in_one(document):
    """Yield short names as one word, for who writes voorjebuurt or platform31."""
    for name in (document.title.partition(":")[0], *document.alternatives):
        found = [word.text for word in dutch.analysed(name)]
        if 1 < len(found) <= LONGEST_NAME:
            yield dutch.stem("".join(found))


def _analysed(texts):
    """Return the stems of texts with a gap between each, and the parts of the compounds."""
    stems, parts = [], []
    for text in texts:
        if found := dutch.analysed(text):
            _written, of_words, of_compounds = zip(*found, strict=True)
            stems.append(" ".join(of_words))
            parts += chain.from_iterable(of_compounds)
    return GAP.join(filter(None, stems)), parts
