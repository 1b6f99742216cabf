"""Whole addresses on this site, for what is read elsewhere."""

from urllib.parse import urljoin

from django.conf import settings
from django.utils.encoding import iri_to_uri


def absolute(path):
    """Return an address on this site with its host."""
    return iri_to_uri(urljoin(settings.BASE_URL, path))
