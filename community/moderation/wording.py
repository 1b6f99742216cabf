"""The blocked words of one community, kept by those who moderate it."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from community.discretion import discreet
from community.moderation import domain, queries
from community.moderation.forms import WordForm
from community.permissions import Viewer, moderated_or_404


@require_http_methods(["GET", "HEAD", "POST"])
@discreet
def blocked_words(request, slug):
    """List the words of a community, and add one."""
    community = moderated_or_404(Viewer.of(request), slug)
    form = WordForm(request.POST if request.method == "POST" else None, community=community)
    if form.is_valid():
        domain.block_word(actor=request.user, community=community, **form.cleaned_data)
        messages.success(request, _("Het woord is toegevoegd."))
        return redirect("blocked_words", slug)
    context = {
        "title": _("Geblokkeerde woorden"),
        "trail": [{"title": community.title, "url": community.get_url()}],
        "community": community,
        "words": queries.blocked_words(community),
        "form": form,
    }
    status = 400 if form.errors else 200
    return render(request, "community/moderation/words.html", context, status=status)


@require_POST
@discreet
def unblock_word(request, slug):
    """Take a word of a community off the list."""
    community = moderated_or_404(Viewer.of(request), slug)
    word = request.POST.get("word", "").replace("\x00", "")
    known = queries.blocked_words(community).filter(folded=word).first()
    if known is None:
        raise Http404
    domain.unblock_word(known, request.user)
    messages.success(request, _("Het woord is van de lijst."))
    return redirect("blocked_words", slug)
