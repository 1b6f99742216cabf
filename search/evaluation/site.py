"""The content of this site as a corpus, as everybody sees it; documents go by their address."""

from dataclasses import replace
from itertools import islice

from search import builders
from search.documents import PUBLIC

BATCH = 200


def documents():
    """Yield the public documents of the site."""
    keys = builders.all_keys()
    while batch := list(islice(keys, BATCH)):
        built, _refused = builders.build_or_tell(batch)
        for document in built.values():
            if document.visibility == PUBLIC:
                yield replace(document, id=document.url)
