"""What is closed answers as what does not exist, instead of asking who is there to sign in.

Wagtail would lead to the page to sign in, which tells that there is something. A password is asked
for as before: who gave it away wants it to be asked for.
"""

from django.http import Http404
from wagtail.models import BaseViewRestriction


def refuse_outsiders(closable, request):
    """Answer as if it is not there, when a page or collection is closed to whoever asks.

    Wagtail asks for the restrictions once more: what was read here, is what it gets.
    """
    restrictions = list(closable.get_view_restrictions())
    closable.get_view_restrictions = lambda: restrictions
    for restriction in restrictions:
        asks = restriction.restriction_type == BaseViewRestriction.PASSWORD
        if not asks and not restriction.accept_request(request):
            raise Http404
