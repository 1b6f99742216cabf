"""Taking along what is kept of you, and going away."""

import json

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from accounts import privacy
from accounts.forms import LeaveForm
from accounts.models import User


@login_required
@reauthentication_required
@require_safe
def data(request):
    """Tell what somebody can take along, and how to go away.

    Asks who it is before the link to the file: a browser that gets a file stays on the page with
    the question, as if nothing came of it.
    """
    return render(request, "account/data.html")


@login_required
@reauthentication_required
@require_safe
def take_along(request):
    """Give everything that is kept of somebody as a file."""
    told = json.dumps(privacy.export(request.user), ensure_ascii=False, indent=2)
    return HttpResponse(
        told,
        content_type="application/json; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="mijn-gegevens.json"'},
    )


@login_required
@reauthentication_required
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request):
    """Ask for certain and what happens to the posts, and take somebody away."""
    form = LeaveForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        person = User.objects.get(pk=request.user.pk)
        logout(request)
        privacy.erase(person, keep_posts=form.cleaned_data["posts"] == LeaveForm.KEEP)
        messages.success(request, _("Uw account is opgeheven. Uw gegevens zijn weg."))
        return redirect("/")
    return render(request, "account/leave.html", {"form": form}, status=400 if form.errors else 200)
