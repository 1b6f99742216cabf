"""What happens to files, and to who may open them, that changes what pages are found by."""

from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction

from community.models import ExperienceFile
from search import keys
from search.attachments import references, store
from search.changes import record
from search.models import Hides
from search.visibility import Collections

# What Wagtail keeps of a file for itself, and writes down when somebody asks for it.
KEPT_OF_THE_FILE = {"file_hash", "file_size"}


def connect():
    """Listen; called once, when the app is ready."""
    documents = get_document_model()
    post_save.connect(_document_saved, sender=documents, dispatch_uid="search-file-saved")
    pre_delete.connect(_document_goes, sender=documents, dispatch_uid="search-file-goes")
    post_delete.connect(_document_gone, sender=documents, dispatch_uid="search-file-gone")
    post_save.connect(_told_file_saved, sender=ExperienceFile, dispatch_uid="search-told-saved")
    post_delete.connect(_told_file_gone, sender=ExperienceFile, dispatch_uid="search-told-gone")
    post_save.connect(_collection_saved, sender=Collection, dispatch_uid="search-collection")
    for signal in (post_save, post_delete):
        signal.connect(
            _restriction_changed,
            sender=CollectionViewRestriction,
            dispatch_uid=f"search-collection-restriction-{id(signal)}",
        )
    hooks.register("after_bulk_action", _after_bulk_action)


def _document_saved(instance, update_fields=None, **kwargs):
    if update_fields and KEPT_OF_THE_FILE.issuperset(update_fields):
        return
    store.forget_failure(instance)
    _record([instance])


def _document_goes(instance, **kwargs):
    # On which pages it is can no longer be asked after it is gone.
    _record([instance], is_gone=True)


def _document_gone(**kwargs):
    store.forget_unused()


def _told_file_saved(instance, **kwargs):
    if instance.placed:
        record([keys.of_experience(instance.experience.key)])


def _told_file_gone(instance, **kwargs):
    # Until its experience tells nothing of it any more, nobody must find that by it.
    if instance.placed:
        record([keys.of_experience(instance.experience.key)], Hides.WHAT_IT_TELLS)
    store.forget_unused()


def _collection_saved(instance, **kwargs):
    # Moving a collection saves it first, in the same transaction.
    _record_below(instance)


def _restriction_changed(instance, **kwargs):
    _record_below(instance.collection)


def _after_bulk_action(request, action_type, objects, action):
    # Moves documents to another collection without saving them.
    if action_type == "add_to_collection":
        _record([each for each in objects if isinstance(each, get_document_model())])


def _record(documents, is_gone=False):
    collections = Collections.load()
    is_closed = not all(map(collections.show_to_all, documents))
    numbers = [document.pk for document in documents]
    _record_pages(get_document_model().objects.filter(pk__in=numbers), is_gone or is_closed)


def _record_below(collection):
    is_closed = collection.path.startswith(Collections.load().closed)
    documents = get_document_model().objects.filter(collection__path__startswith=collection.path)
    _record_pages(documents, is_closed)


def _record_pages(documents, hides):
    # Until their documents tell nothing of it any more, nobody must find them by it.
    told = Hides.WHAT_IT_TELLS if hides else Hides.NOTHING
    record(references.pages_with(documents), told)
