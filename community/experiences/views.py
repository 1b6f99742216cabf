"""Reading experiences, and what readers do with them."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render, resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from community.discretion import discreet
from community.domain import posts
from community.experiences import growing, queries
from community.experiences.forms import ChangedReplyForm, ReplyForm
from community.models import Outcome
from community.moderation import posting
from community.moderation.limits import TooMany, too_many
from community.moderation.queries import answered_appeals
from community.permissions import Viewer, experience_or_404, own_experience_or_404, reply_or_404


@require_safe
@discreet
def experiences(request):
    """Show the experiences that somebody may read, narrowed by the querystring."""
    viewer, choice = Viewer.of(request), queries.Choice.of(request.GET)
    context = {
        "title": _("Ervaringen"),
        "part": queries.in_list(viewer, choice, request.GET.get("pagina")),
        "choice": choice,
        "querystring": choice.querystring(),
        "kept": f"{choice.querystring()}&" if choice.querystring() else "",
        "outcomes": Outcome.choices,
        "themes": queries.themes_told(viewer),
        "communities": queries.communities_told(viewer),
        "may_write": viewer.may_write(),
    }
    return render(request, "experiences/list.html", context)


@require_safe
@discreet
def experience(request, key):
    """Show an experience with the replies to it."""
    viewer = Viewer.of(request)
    return _page(request, experience_or_404(viewer, key), ReplyForm())


@login_required
@require_POST
@discreet
def reply(request, key):
    """Say something to an experience."""
    viewer = Viewer.of(request)
    found = experience_or_404(viewer, key)
    if not viewer.may_reply_to(found):
        raise Http404
    form = ReplyForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=400)
    try:
        made = posting.reply(found, request.user, **form.cleaned_data)
    except TooMany as many:
        form.add_error("body", str(many))
        return too_many(_page(request, found, form), many)
    if made.is_shown:
        messages.success(request, _("Uw reactie is geplaatst."))
    return redirect(made)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@discreet
def change_reply(request, key):
    """Let somebody change, or remove, what that person said."""
    viewer = Viewer.of(request)
    found = reply_or_404(viewer, key)
    if not viewer.may_change(found):
        raise Http404
    form = ChangedReplyForm(request.POST or None, instance=found)
    if request.method == "POST" and "verwijder" in request.POST:
        posts.remove_reply(found)
        messages.success(request, _("Uw reactie is verwijderd."))
        return redirect(found.experience)
    if request.method == "POST" and form.is_valid():
        changed = posting.change_reply(found, form.cleaned_data["body"])
        if changed.is_shown:
            messages.success(request, _("Uw reactie is gewijzigd."))
        return redirect(found)
    context = {"title": _("Uw reactie wijzigen"), "form": form, "reply": found}
    return render(request, "experiences/reply_form.html", context, status=_status(form))


@login_required
@require_POST
@discreet
def thank(request, key):
    """Thank the author, or take that back."""
    viewer = Viewer.of(request)
    found = experience_or_404(viewer, key)
    if viewer.may_change(found) or not viewer.may_reply_to(found):
        raise Http404
    if "terug" in request.POST:
        posts.take_back_thanks(found, request.user)
    else:
        posts.thank(found, request.user)
    return redirect(f"{found.get_absolute_url()}#dank")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
@discreet
def remove(request, key):
    """Ask for certain, and remove an experience for good."""
    found = own_experience_or_404(Viewer.of(request), key)
    if request.method == "POST":
        posts.remove_experience(found)
        messages.success(request, _("Uw ervaring is verwijderd."))
        return redirect("experiences")
    context = {"title": _("Ervaring verwijderen"), "experience": found}
    context["reply_count"] = found.replies.count()
    return render(request, "experiences/remove.html", context)


@require_safe
def image(request, key, name):
    """Give a picture to who may read the experience."""
    return _given(_attached(request, key, "images", name).file, "image/webp")


@require_safe
def file(request, key, name):
    """Give a document to who may read the experience, to keep: no browser opens it here."""
    found = _attached(request, key, "files", name)
    return _given(found.file, "application/octet-stream", found.name)


def _attached(request, key, kind, name):
    viewer = Viewer.of(request)
    found = experience_or_404(viewer, key)
    rows = getattr(found, kind)
    if not viewer.may_change(found):
        rows = rows.filter(placed=True)
    return get_object_or_404(rows, key=name)


def _given(file, content_type, name=""):
    try:
        opened = file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    answer = FileResponse(opened, as_attachment=bool(name), filename=name)
    answer["Content-Type"] = content_type
    answer["Cache-Control"] = "no-store, private"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _page(request, found, form, status=200):
    viewer = Viewer.of(request)
    context = {
        "title": str(found),
        "trail": [{"title": _("Ervaringen"), "url": reverse("experiences")}],
        "experience": found,
        "form": form,
        "is_author": viewer.may_change(found),
        "sign_in": resolve_url(settings.LOGIN_URL),
        "may_reply": viewer.may_reply_to(found),
        "moderates": viewer.moderates_all or found.community_id in viewer.coordinated,
    }
    context |= queries.whole(found, viewer) | growing.offered(found, viewer)
    context["answered"] = answered_appeals(viewer, found, context["replies"])
    return render(request, "experiences/experience.html", context, status=status)


def _status(form):
    return 400 if form.is_bound and form.errors else 200
