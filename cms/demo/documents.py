"""Loads the files that pages offer."""

from hashlib import sha1

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model


def load(store):
    """Create or refresh every file as a document of Wagtail."""
    with store.content.blaming("documents.toml"):
        for key, data in store.content.table("documents").items():
            content = store.content.file(data["file"])
            store.references.add(_document(store, data, content), key)


def _document(store, data, content):
    model = get_document_model()
    document = model.objects.filter(title=data["title"]).first() or model(title=data["title"])
    if document.file_hash == _hash(content):
        store.unchanged += 1
        return document
    store.changed += bool(document.pk)
    store.created += not document.pk
    document.file = ContentFile(content, name=data["file"])
    document.file_size, document.file_hash = len(content), _hash(content)
    document.save()
    return document


def _hash(content):
    # What Wagtail knows a file by; nothing is kept safe with it.
    return sha1(content, usedforsecurity=False).hexdigest()
