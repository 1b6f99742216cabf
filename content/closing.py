"""What is closed answers as what does not exist, instead of asking who is there to sign in.

Wagtail would lead to the page to sign in, which tells that there is something. A password is asked
for as before: who gave it away wants it to be asked for.

Wagtail's own rule says whom a restriction lets through. Another app may let in others besides,
with `also_let_in`: pages, files, pictures, lists and search all ask here.
"""

from django.db.models import Q
from django.http import Http404
from wagtail.models import BaseViewRestriction

_BESIDES = []


def also_let_in(condition):
    """Let another app open what Wagtail keeps closed to somebody.

    `condition(user, restrictions)` returns which of those restrictions let that user through.
    """
    _BESIDES.append(condition)


def let_in_besides(user, model):
    """Return the condition under which a restriction lets somebody through by a rule of ours."""
    found = Q(pk__in=[])
    if user.is_authenticated and user.is_active:
        for condition in _BESIDES:
            found |= condition(user, model.objects.all())
    return found


def passes(restriction, request):
    """Tell whether a restriction lets whoever asks through, by Wagtail's rule or by one of ours."""
    if restriction.accept_request(request):
        return True
    known = type(restriction).objects.filter(pk=restriction.pk)
    is_known = request.user.is_authenticated
    return is_known and known.filter(let_in_besides(request.user, type(restriction))).exists()


def refuse_outsiders(closable, request):
    """Answer as if it is not there, when a page or collection is closed to whoever asks.

    Wagtail asks for the restrictions once more: what was read and decided here, is what it gets.
    """
    restrictions = list(closable.get_view_restrictions())
    closable.get_view_restrictions = lambda: restrictions
    for restriction in restrictions:
        if restriction.restriction_type == BaseViewRestriction.PASSWORD:
            continue
        if not passes(restriction, request):
            raise Http404
        restriction.accept_request = lambda request: True
