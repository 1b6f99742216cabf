"""The texts that the files of pages and of experiences add to their documents."""

import logging

from wagtail.documents import get_document_model

from community.models import ExperienceFile
from search.attachments import references, store
from search.documents import Attachment
from search.visibility import Collections

log = logging.getLogger(__name__)

# Of all files of a page together: what a page of hits costs must have an end.
MOST_OF_A_PAGE = 400_000


def attachments(pages):
    """Return the files of pages that everybody may open and that were read, by page number."""
    numbers = {page.pk: references.documents_of(page) for page in pages}
    documents = _open_to_all({number for found in numbers.values() for number in found})
    texts = store.texts(document.file_hash for document in documents.values())
    return {
        page: tuple(_attachments([documents[n] for n in found if n in documents], texts, _of_page))
        for page, found in numbers.items()
    }


def of_experiences(found):
    """Return the placed files of experiences that were read, by experience number."""
    numbers = [told.pk for told in found]
    files = ExperienceFile.objects.filter(experience__in=numbers, placed=True)
    by_experience = {number: [] for number in numbers}
    for file in files.exclude(file_hash="").select_related("experience"):
        by_experience[file.experience_id].append(file)
    every = [file.file_hash for files in by_experience.values() for file in files]
    texts = store.texts(every) if every else {}
    return {
        number: tuple(_attachments(files, texts, _of_experience))
        for number, files in by_experience.items()
    }


def _open_to_all(numbers):
    if not numbers:
        return {}
    found = get_document_model().objects.filter(pk__in=numbers).select_related("collection")
    collections = Collections.load()
    return {each.pk: each for each in found if collections.show_to_all(each) and _has_hash(each)}


def _has_hash(document):
    # Wagtail's forms set it; a document that code made gets it here.
    try:
        return bool(document.get_file_hash())
    except OSError:
        log.exception("The file of document %s cannot be opened.", document.pk)
        return False


def _attachments(files, texts, told):
    left = MOST_OF_A_PAGE
    for file in files:
        text = texts.get(file.file_hash, "")[:left]
        left -= len(text)
        if text:
            yield told(file, text)


def _of_page(document, text):
    return Attachment(document.pk, document.filename, document.url, text)


def _of_experience(file, text):
    return Attachment(file.key, file.name, file.get_absolute_url(), text)
