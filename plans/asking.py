"""What every view of somebody's own plans asks first: who this is, and whose plan."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache

from plans import permissions
from plans.models import Plan


def for_members(view):
    """Let who is not signed in do that first, and come back to the same page.

    An address that only takes what is sent leads back to the plan. Nothing of it is kept by a
    browser or on the way.
    """

    @wraps(view)
    def asked(request, *args, **kwargs):
        if not request.user.is_authenticated:
            return redirect_to_login(_back(request, view, kwargs))
        try:
            return view(request, *args, **kwargs)
        except Plan.DoesNotExist as error:
            raise Http404("The plan was thrown away meanwhile.") from error

    return never_cache(asked)


def only_takes(view):
    """Mark a view that cannot be read, only sent to; stands below `for_members`."""
    view.only_takes = True
    return view


def own_plan(request, key):
    """Return a plan of who asks; the plan of somebody else is not there."""
    return get_object_or_404(permissions.own(request.user), key=key)


def _back(request, view, kwargs):
    if getattr(view, "only_takes", False):
        return reverse("plan", args=[kwargs["key"]])
    return request.get_full_path()
