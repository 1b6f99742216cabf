"""Which files a page offers, and on which pages a file is."""

from functools import cache

from django.contrib.contenttypes.models import ContentType
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex

from community.models import State
from search import keys, text


def documents_of(page):
    """Return the numbers of the documents that a page refers to, in the order of the page.

    Read from the page itself: Wagtail's index of references is a little behind.
    """
    found = {}
    for holder in (page, *text.records(page)):
        for model, number in _references(holder):
            if issubclass(model, get_document_model()):
                found[int(number)] = True
    return tuple(found)


def pages_with(documents):
    """Return the keys of the pages that refer to any of these documents."""
    numbers = [str(number) for number in documents.values_list("pk", flat=True)]
    found = ReferenceIndex.objects.filter(
        base_content_type=ContentType.objects.get_for_model(Page),
        to_content_type=ContentType.objects.get_for_model(get_document_model()),
        to_object_id__in=numbers,
    )
    pages = found.values_list("object_id", flat=True).distinct()
    return [keys.of_page(number) for number in pages]


def experiences_with(files):
    """Return the keys of the placed experiences that these files are with."""
    shown = files.filter(placed=True, experience__state=State.SHOWN)
    found = shown.order_by().values_list("experience__key", flat=True).distinct()
    return [keys.of_experience(key) for key in found]


def _references(holder):
    for field in _telling(type(holder)):
        for model, number, *_path in field.extract_references(getattr(holder, field.name)):
            yield model, number


@cache
def _telling(model):
    return [field for field in model._meta.get_fields() if hasattr(field, "extract_references")]
