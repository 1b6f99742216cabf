"""Serves the pictures that pages show.

Only what Wagtail made for showing (`images/`): the originals of editors, which may hold the place
where a photo was taken, and documents, which Wagtail serves itself after asking who may see them,
are not below this address.
"""

from django.conf import settings
from django.http import Http404
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve

# A changed picture gets another name.
LASTS = 365 * 24 * 60 * 60
# In bytes; the disk refuses to look for a longer name.
LONGEST_NAME = 255


@require_safe
def picture(request, name):
    """Answer with a picture, for browsers to keep."""
    if len(name.encode()) > LONGEST_NAME:
        raise Http404
    answer = serve(request, name, document_root=settings.MEDIA_ROOT / "images")
    patch_cache_control(answer, public=True, max_age=LASTS, immutable=True)
    return answer
