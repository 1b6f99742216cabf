"""Following something, and the list of what somebody follows."""

from functools import wraps

from django.contrib.auth.decorators import login_required
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from following import domain, permissions, queries, subjects
from search.labels import Labels

READ_OR_SENT = ["GET", "HEAD", "POST"]


def private(view):
    """Ask who it is first, and let nobody keep the answer."""
    return cache_control(private=True, no_store=True)(login_required(view))


def asks_something(view):
    """Say what to do to whoever wants to follow a search without a question."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        try:
            return view(request, *args, **kwargs)
        except subjects.NothingAsked:
            context = {"title": _("Volgen")}
            return render(request, "following/nothing_asked.html", context, status=400)

    return answer


@require_http_methods(READ_OR_SENT)
@private
@asks_something
def follow(request):
    """Ask whether somebody wants to follow what the address names, and let it be so."""
    subject = subjects.named(request.user, request.GET)
    problem = ""
    if request.method == "POST":
        try:
            domain.follow(request.user, subject)
        except domain.Refused as refused:
            problem = str(refused)
        else:
            return redirect(f"{reverse('followed')}?{urlencode({'nieuw': subject.querystring})}")
    context = {
        "title": _("Volgen"),
        "trail": [_own_follows()],
        "subject": subject,
        "follow": queries.follow_of(request.user, subject),
        "often": queries.often(request.user),
        "problem": problem,
    }
    return render(request, "following/follow.html", context, status=400 if problem else 200)


@require_safe
@private
def followed(request):
    """List what somebody follows."""
    context = {
        "title": _("Wat u volgt"),
        "followed": queries.followed(request.user),
        "started": _named(request, "nieuw"),
        "stopped": _named(request, "gestopt"),
    }
    return render(request, "following/followed.html", context)


@require_POST
@private
def unfollow(request, number):
    """Let go of something, and offer to take that back."""
    own = permissions.follows_of(request.user).select_related("page", "theme", "area__parent")
    found = get_object_or_404(own, pk=number)
    subject = subjects.of(found, Labels())
    domain.unfollow(found)
    stopped = urlencode({"gestopt": subject.querystring}) if subject else ""
    return redirect(f"{reverse('followed')}{stopped and '?'}{stopped}")


def _named(request, parameter):
    """Return the subject that an address speaks of, or None when it names none."""
    try:
        return subjects.named(request.user, QueryDict(request.GET.get(parameter, "")))
    except (Http404, subjects.NothingAsked):
        return None


def _own_follows():
    return {"title": _("Wat u volgt"), "url": reverse("followed")}
