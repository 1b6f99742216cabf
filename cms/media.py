"""Serves the pictures that pages show, and the documents.

Of pictures only what Wagtail made for showing (`images/`): the originals of editors, which may hold
the place where a photo was taken, are not below this address. What lies in a closed collection is
there only for whom that lets in; to anybody else it is as one that does not exist.
"""

from django.conf import settings
from django.db.models import Exists
from django.http import Http404
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.documents import get_document_model
from wagtail.documents.views.serve import serve as serve_document
from wagtail.models import CollectionViewRestriction

from content.models import SiteRendition
from content.queries import closing_files, files_open_to

# A changed picture gets another name.
LASTS = 365 * 24 * 60 * 60
# In bytes; the disk refuses to look for a longer name.
LONGEST_NAME = 255


@require_safe
def picture(request, name):
    """Answer with a picture, for browsers to keep when everybody may see it."""
    if len(name.encode()) > LONGEST_NAME or "\0" in name:
        raise Http404
    known = SiteRendition.objects.filter(file=f"images/{name}")
    is_closed = _is_closed(known)
    if is_closed and not _may_see(request, known):
        raise Http404
    answer = serve(request, name, document_root=settings.MEDIA_ROOT / "images")
    if is_closed:
        add_never_cache_headers(answer)
    else:
        patch_cache_control(answer, public=True, max_age=LASTS, immutable=True)
    return answer


def document(request, document_id, document_filename):
    """Answer with a document, when whoever asks may see it or is to give its password."""
    known = get_document_model().objects.filter(files_open_to(request.user), pk=document_id)
    if not known.exists():
        raise Http404
    return serve_document(request, document_id, document_filename)


def _is_closed(known):
    """Tell whether a picture lies in a collection that is closed to anybody.

    What no picture is known of was removed, and is as closed as can be.
    """
    found = known.values_list(Exists(closing_files("image__"))).first()
    return found is None or found[0]


def _may_see(request, known):
    """Tell whether somebody may see a picture, asked in the same way of one that is not there."""
    path = (
        known.filter(files_open_to(request.user, "image__"))
        .values_list("image__collection__path", flat=True)
        .first()
    )
    return path is not None and _has_passwords(request, path)


def _has_passwords(request, path):
    """Tell whether somebody gave every password that is asked for at and around a collection."""
    asked = CollectionViewRestriction.objects.filter(
        restriction_type=CollectionViewRestriction.PASSWORD
    )
    return all(
        restriction.accept_request(request)
        for restriction in asked.select_related("collection")
        if path.startswith(restriction.collection.path)
    )
