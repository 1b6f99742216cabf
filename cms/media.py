"""Serves the pictures that pages show.

Only what Wagtail made for showing (`images/`): the originals of editors, which may hold the place
where a photo was taken, and documents, which Wagtail serves itself after asking who may see them,
are not below this address. A picture in a closed collection is there only for whom that lets in;
to anybody else it is as one that does not exist.
"""

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from django.http import Http404
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve
from wagtail.models import CollectionViewRestriction

from content.closing import passes
from content.models import SiteRendition

# A changed picture gets another name.
LASTS = 365 * 24 * 60 * 60
# In bytes; the disk refuses to look for a longer name.
LONGEST_NAME = 255


@require_safe
def picture(request, name):
    """Answer with a picture, for browsers to keep when everybody may see it."""
    if len(name.encode()) > LONGEST_NAME or "\0" in name:
        raise Http404
    path, is_closed = _where(name)
    if is_closed and not (_may_see(request, path) and path):
        raise Http404
    answer = serve(request, name, document_root=settings.MEDIA_ROOT / "images")
    if is_closed:
        add_never_cache_headers(answer)
    else:
        patch_cache_control(answer, public=True, max_age=LASTS, immutable=True)
    return answer


def _where(name):
    """Return the tree path of the collection of a picture, and whether that is closed; one query.

    What no picture is known of was removed: it has no path, and is as closed as can be.
    """
    path = ExpressionWrapper(OuterRef("image__collection__path"), output_field=CharField())
    around = CollectionViewRestriction.objects.alias(path=path).filter(
        path__startswith=F("collection__path")
    )
    known = SiteRendition.objects.filter(file=f"images/{name}")
    found = known.values_list("image__collection__path", Exists(around)).first()
    return found or ("", True)


def _may_see(request, path):
    """Tell whether every restriction at and around a collection lets somebody through."""
    held = CollectionViewRestriction.objects.select_related("collection")
    return all(
        passes(restriction, request)
        for restriction in held.prefetch_related("groups")
        if path.startswith(restriction.collection.path)
    )
