"""The areas and themes that somebody works on."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from community.members.forms import SubjectsForm
from community.models import Profile


@never_cache
@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def subjects(request):
    """Let somebody say which areas and themes they work on, and who sees that."""
    profile = Profile.objects.filter(user=request.user).first() or Profile(user=request.user)
    form = SubjectsForm(request.POST or None, instance=profile)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Uw gebieden en thema's zijn bewaard."))
        return redirect("own_subjects")
    page = {"title": _("Uw gebieden en thema's"), "form": form}
    return render(request, "community/subjects.html", page, status=400 if form.is_bound else 200)
