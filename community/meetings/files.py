"""Files that coordinators put with a meeting or with material: checked, closed or open."""

from contextlib import contextmanager
from pathlib import PurePath

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page, ReferenceIndex

from community.closing import documents_of, pictures_of
from community.domain.rooms import collection_of
from content import kinds, scanning

MOST_FILES = 10
LARGEST = 20 * 1024 * 1024
LONGEST_TITLE = 200


def check(upload):
    """Refuse, in words, a file that is too large, of another kind, or not what it is called."""
    about = {"name": upload.name, "kinds": ", ".join(settings.WAGTAILDOCS_EXTENSIONS)}
    if kinds.kind_of(upload) not in settings.WAGTAILDOCS_EXTENSIONS:
        raise ValidationError(_("‘%(name)s’ kan er niet bij. Wel: %(kinds)s.") % about)
    if upload.size > LARGEST:
        raise ValidationError(_("‘%(name)s’ is te groot: hoogstens 20 MB.") % about)
    if not kinds.is_what_it_is_called(upload):
        message = _("‘%(name)s’ is geen bestand van de soort waarnaar het heet.")
        raise ValidationError(message % about)
    scanning.check(upload)


def place_for(community, closed):
    """Return the collection for files that only members may open, or everybody."""
    return collection_of(community) if closed else Collection.get_first_root_node()


@contextmanager
def storing():
    """Give a list to note stored documents in; when what follows fails, their files go too."""
    stored = []
    try:
        yield stored
    except BaseException:
        for document in stored:
            document.file.storage.delete(document.file.name)
        raise


def store(upload, collection, user):
    """Store an upload as a document of Wagtail."""
    title = "".join(letter for letter in PurePath(upload.name).stem if letter.isprintable())
    document = get_document_model()(
        title=title[:LONGEST_TITLE] or _("Bestand"),
        file=upload,
        collection=collection,
        uploaded_by_user=user,
    )
    document._set_document_file_metadata()
    document.save()
    return document


def keep_as(documents, collection, page, user, stored):
    """Return the documents as they lie in a collection, for a page that opened or closed.

    One that another page shows as well stays where it is: this page gets a copy.
    """
    found = []
    for document in documents:
        if document.collection_id == collection.pk:
            found.append(document)
        elif _is_used_elsewhere(document, page):
            found.append(_copy(document, collection, user))
            stored.append(found[-1])
        else:
            document.collection = collection
            document.save()
            found.append(document)
    return found


def move_along(page, collection):
    """Put what a page links to and shows where its files lie, unless other pages show it too."""
    documents = get_document_model().objects.filter(pk__in=documents_of(page))
    pictures = get_image_model().objects.filter(pk__in=pictures_of(page))
    for file in (*documents, *pictures):
        if file.collection_id != collection.pk and not _is_used_elsewhere(file, page):
            file.collection = collection
            file.save()


def throw_away(documents, page):
    """Remove documents that no page shows any more; none is left behind at an open address."""
    shown = documents_of(page)
    for document in documents:
        if document.pk not in shown and not _is_used_elsewhere(document, page):
            document.delete()


def _copy(document, collection, user):
    with document.open_file() as file:
        copy = type(document)(title=document.title, collection=collection, uploaded_by_user=user)
        copy.file.save(document.filename, file, save=False)
        copy._set_document_file_metadata()
        copy.save()
    return copy


def _is_used_elsewhere(file, page):
    pages = ContentType.objects.get_for_model(Page)
    rows = ReferenceIndex.get_references_to(file)
    return rows.exclude(base_content_type=pages, object_id=str(page.pk)).exists()
