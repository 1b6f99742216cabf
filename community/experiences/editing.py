"""Writing an experience: a draft that keeps itself, until its author places it."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.discretion import discreet
from community.domain import posts
from community.experiences import actions, drafts, queries
from community.experiences.forms import BeginForm, ExperienceForm
from community.moderation import posting
from community.moderation.limits import TooMany, too_many
from community.permissions import Viewer, own_experience_or_404

BOTH = ["GET", "HEAD", "POST"]


@login_required
@require_http_methods(BOTH)
@discreet
def begin(request):
    """Choose where to tell it, and begin a draft."""
    viewer = Viewer.of(request)
    asked = drafts.numbers([request.GET.get("over") or request.POST.get("over") or ""])
    tied = drafts.tied_pages(asked)
    form = BeginForm(viewer, request.POST or None)
    if request.method == "POST" and form.is_valid():
        draft = drafts.Draft(about=[page.pk for page in tied])
        made = posts.start_experience(request.user, **form.cleaned_data, pending=draft.kept())
        return redirect("edit_experience", made.key)
    context = {
        "title": _("Een ervaring delen"),
        "form": form,
        "tied": tied,
        "may_write": viewer.may_write(),
        "drafts": queries.own_drafts(request.user),
    }
    return render(request, "experiences/begin.html", context, status=400 if form.errors else 200)


@login_required
@require_http_methods(BOTH)
@discreet
def edit(request, key):
    """Show the editor, or keep what was typed and do what was asked."""
    experience = own_experience_or_404(Viewer.of(request), key)
    draft = drafts.Draft.of(experience)
    if request.method != "POST":
        return _editor(request, experience, draft, ExperienceForm.of(draft))
    draft.typed(request.POST)
    if draft.is_too_long():
        problem = {"text": _("Dit is te lang om te bewaren. Maak de tekst eerst korter.")}
        form = ExperienceForm.of(draft)
        return _editor(request, experience, draft, form, problem=problem, status=400)
    try:
        posts.keep_draft(experience, draft.kept(), _number(request))
        experience.refresh_from_db()
        actions.describe(request, experience)
        return _done(request, experience, draft)
    except posts.Stale:
        return _overtaken(request, experience, draft)


@login_required
@require_POST
@discreet
def keep(request, key):
    """Keep what was typed while somebody goes on typing."""
    experience = own_experience_or_404(Viewer.of(request), key)
    draft = drafts.Draft.of(experience).typed(request.POST)
    if draft.is_too_long():
        return JsonResponse({"message": _("Dit is te lang om te bewaren.")}, status=400)
    try:
        number = posts.keep_draft(experience, draft.kept(), _number(request))
    except posts.Stale:
        message = _("In een ander venster is verder geschreven. Kopieer uw tekst en ververs.")
        return JsonResponse({"message": message}, status=409)
    actions.describe(request, experience)
    moment = time_format(timezone.localtime(), "H:i")
    return JsonResponse({"number": number, "message": _("Bewaard om %s") % moment})


def _done(request, experience, draft):
    """Do what the pressed button asks."""
    verb, _colon, name = request.POST.get("doe", "bewaar").partition(":")
    if verb == "plaats":
        return _place(request, experience, draft)
    try:
        told = actions.do(verb, name, request, experience, draft)
    except ValidationError as error:
        form = ExperienceForm.of(draft)
        problem = {"verb": verb, "text": " ".join(error.messages)}
        return _editor(request, experience, draft, form, problem=problem, status=400)
    # What an action changed in the draft; the number went up when the typed text was kept.
    posts.keep_draft(experience, draft.kept(), experience.draft_number)
    messages.success(request, told.message)
    address = reverse("edit_experience", args=[experience.key])
    return redirect(f"{address}{told.querystring}#{told.place}")


def _place(request, experience, draft):
    form = ExperienceForm.of(draft, bound=True)
    if not Viewer.of(request).belongs_to(experience.community):
        form.add_error(None, _("U hoort niet meer bij deze community, dus plaatsen kan niet."))
    if experience.images.filter(alt="").exists():
        form.add_error(None, _("Zeg bij elke afbeelding wat er te zien is."))
    if not form.is_valid():
        return _editor(request, experience, draft, form, status=400)
    fields = {name: form.cleaned_data[name] for name in posts.TOLD}
    ties = {
        "about": drafts.tied_pages(draft.about),
        "areas": drafts.tied_areas(draft.areas),
        "themes": form.cleaned_data["themes"],
    }
    try:
        placed = posting.share(experience, ties=ties, **fields)
    except TooMany as many:
        form.add_error(None, str(many))
        return too_many(_editor(request, experience, draft, form), many)
    if placed.is_shown:
        messages.success(request, _("Uw ervaring is geplaatst."))
    return redirect(placed)


def _overtaken(request, experience, draft):
    """Say that more was written elsewhere; who pressed a button twice is where it led."""
    experience.refresh_from_db()
    if draft.says_the_same(drafts.Draft.of(experience)):
        if experience.shown_since:
            return redirect(experience)
        return redirect("edit_experience", experience.key)
    problem = {
        "verb": "ingehaald",
        "text": _(
            "In een ander venster is verder geschreven aan deze ervaring. Hieronder staat wat u "
            "hier typte; het is nog niet bewaard. Druk op Bewaren als dit de goede tekst is."
        ),
    }
    return _editor(
        request, experience, draft, ExperienceForm.of(draft), problem=problem, status=409
    )


def _editor(request, experience, draft, form, problem=None, status=200):
    sought = request.GET.get("zoek", "").replace("\x00", "")[:100]
    context = {
        "title": _("Uw ervaring"),
        "experience": experience,
        "form": form,
        "number": experience.draft_number,
        "problem": problem,
        "pages": drafts.tied_pages(draft.about),
        "areas": drafts.tied_areas(draft.areas),
        "images": list(experience.images.all()),
        "files": list(experience.files.all()),
        "community": queries.known_community(experience, Viewer.of(request)),
        "sought": sought,
        "offered": [page for page in drafts.offered_pages(sought) if page.pk not in draft.about]
        if sought
        else [],
    }
    return render(request, "experiences/edit.html", context, status=status)


def _number(request):
    number = drafts.numbers([request.POST.get("number", "")])
    return number[0] if number else 0
