"""Asks for the password of a closed page or file, and of nothing else.

Wagtail asks for one by the numbers of a restriction and a page, whatever those are: that would tell
which numbers exist.
"""

from django.http import Http404
from django.shortcuts import get_object_or_404
from wagtail.documents.views.serve import authenticate_with_password as for_files
from wagtail.models import BaseViewRestriction, CollectionViewRestriction, Page, PageViewRestriction
from wagtail.views import authenticate_with_password as for_pages

from content.queries import listed

ASKS = {"restriction_type": BaseViewRestriction.PASSWORD}


def page(request, page_view_restriction_id, page_id):
    """Ask for the password of a page at or below the one that has it."""
    known = PageViewRestriction.objects.filter(**ASKS).select_related("page")
    restriction = get_object_or_404(known, pk=page_view_restriction_id)
    below = Page.objects.descendant_of(restriction.page, inclusive=True)
    if not listed(below).filter(pk=page_id).exists():
        raise Http404
    return for_pages(request, page_view_restriction_id, page_id)


def file(request, restriction_id):
    """Ask for the password of the files in a collection."""
    get_object_or_404(CollectionViewRestriction.objects.filter(**ASKS), pk=restriction_id)
    return for_files(request, restriction_id)
