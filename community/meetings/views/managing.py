"""What coordinators make and change on the site: meetings and material of their community."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from community.meetings import permissions, prose, publishing, queries, registering
from community.meetings.forms import EventForm, MaterialForm, ReportForm
from community.models import EventPage, LearningMaterialPage
from community.permissions import Viewer

ASKING = ("GET", "HEAD", "POST")


@never_cache
@require_safe
def overview(request, slug):
    """Show what a community has, with the ways to add to it and to change it."""
    community = permissions.managed_or_404(Viewer.of(request), slug)
    context = _about(community, _("Bijeenkomsten en materiaal"), above=False)
    return render(request, "community/meetings/overview.html", context | queries.managed(community))


@never_cache
@require_http_methods(ASKING)
def new_event(request, slug):
    """Make a meeting."""
    return _new(request, slug, EventPage, EventForm, _("Nieuwe bijeenkomst"))


@never_cache
@require_http_methods(ASKING)
def new_material(request, slug):
    """Share material."""
    return _new(request, slug, LearningMaterialPage, MaterialForm, _("Nieuw materiaal"))


@never_cache
@require_http_methods(ASKING)
def change_event(request, slug, key):
    """Change a meeting, or place one again that was withdrawn."""
    community = permissions.managed_or_404(Viewer.of(request), slug)
    page = permissions.managed_event_or_404(community, key)
    return _change(request, community, page, EventForm)


@never_cache
@require_http_methods(ASKING)
def change_material(request, slug, key):
    """Change material, or place it again."""
    community = permissions.managed_or_404(Viewer.of(request), slug)
    page = permissions.managed_material_or_404(community, key)
    return _change(request, community, page, MaterialForm)


@never_cache
@require_http_methods(ASKING)
def report(request, slug, key):
    """Tell afterwards how a meeting was."""
    community = permissions.managed_or_404(Viewer.of(request), slug)
    page = permissions.managed_event_or_404(community, key)
    form = ReportForm(page, *_sent(request))
    if request.method == "POST" and form.is_valid():
        if "report" in form.cleaned_data:
            page.report = prose.blocks(form.cleaned_data["report"])
        if _saved(request, form, page):
            messages.success(request, _("Het verslag staat op de pagina."))
            return redirect(page.get_url(request))
    context = _about(community, _("Verslag")) | {"form": form, "page_title": page.title}
    context["has_other_text"] = "report" not in form.fields
    return _form(request, context)


@never_cache
@require_http_methods(ASKING)
def call_off(request, slug, key):
    """Say that a meeting does not happen; who registered gets a mail."""
    community = permissions.managed_or_404(Viewer.of(request), slug)
    page = permissions.managed_event_or_404(community, key)
    if not page.live or page.cancelled:
        raise Http404

    def act():
        page.cancelled = True
        publishing.change(page, request.user, number=publishing.number_of(page))

    words = _("De bijeenkomst gaat niet door. Wie zich aanmeldde, krijgt een mail.")
    return _ask(request, community, page, act, words, "call_off")


@never_cache
@require_http_methods(ASKING)
def withdraw_event(request, slug, key):
    """Take a meeting off the site."""
    community = permissions.managed_or_404(Viewer.of(request), slug)
    return _withdraw(request, community, permissions.managed_event_or_404(community, key))


@never_cache
@require_http_methods(ASKING)
def withdraw_material(request, slug, key):
    """Take material off the site."""
    community = permissions.managed_or_404(Viewer.of(request), slug)
    return _withdraw(request, community, permissions.managed_material_or_404(community, key))


def _new(request, slug, model, form_type, title):
    community = permissions.managed_or_404(Viewer.of(request), slug)
    form = form_type(community, *_sent(request), instance=model())
    if request.method == "POST" and form.is_valid():
        uploads = form.cleaned_data["uploads"]
        page = publishing.place(
            form.instance, community, request.user, closed=form.is_closed, uploads=uploads
        )
        if page.community_id == community.pk:
            messages.success(request, _("‘%(title)s’ staat op de site.") % {"title": page.title})
            return redirect(page.get_url(request))
        form.add_error(None, _("Dit formulier werkt niet meer. Open het opnieuw."))
    return _form(request, _about(community, title) | {"form": form})


def _change(request, community, page, form_type):
    shown = publishing.open_for_changing(page)
    form = form_type(community, *_sent(request), instance=shown)
    if request.method == "POST" and form.is_valid() and _saved(request, form, shown):
        messages.success(request, _("Uw wijziging staat op de site."))
        return redirect(type(page).objects.get(pk=page.pk).get_url(request))
    context = _about(community, _("Wijzigen")) | {"form": form, "page_title": page.title}
    return _form(request, context | {"has_other_text": form.has_other_text})


def _sent(request):
    """Return what was filled in and the files that came along, also when that is nothing."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _saved(request, form, page):
    """Publish a page as the form changed it, or say in the form why that cannot be."""
    cleaned = form.cleaned_data
    try:
        publishing.change(
            page,
            request.user,
            number=cleaned["number"],
            closed=form.is_closed if "audience_choice" in cleaned else None,
            uploads=cleaned["uploads"],
            without=cleaned.get("without", ()),
        )
    except publishing.Stale:
        message = _(
            "Iemand anders heeft deze pagina intussen gewijzigd of werkt eraan. Bewaar uw tekst "
            "en open het formulier opnieuw."
        )
        form.add_error(None, message)
        return False
    return True


def _withdraw(request, community, page):
    if not page.live:
        raise Http404
    words = _("‘%(title)s’ staat niet meer op de site.") % {"title": page.title}
    what = "withdraw_meeting" if _is_awaited(page) else "withdraw"
    return _ask(
        request, community, page, lambda: publishing.withdraw(page, request.user), words, what
    )


def _is_awaited(page):
    """Tell whether people may be told that a page goes: it is a meeting that was to come."""
    return isinstance(page, EventPage) and not (page.cancelled or registering.is_over(page))


def _ask(request, community, page, act, words, what):
    """Ask whether somebody is sure, and do it when that is sent."""
    context = _about(community, page.title) | {"what": what, "page_url": page.get_url(request)}
    if request.method == "POST":
        try:
            act()
        except publishing.Stale:
            return render(
                request, "community/meetings/sure.html", context | {"is_stale": True}, status=400
            )
        messages.success(request, words)
        return redirect("community_agenda", community.slug)
    return render(request, "community/meetings/sure.html", context)


def _form(request, context):
    status = 400 if request.method == "POST" else 200
    return render(request, "community/meetings/form.html", context, status=status)


def _about(community, title, above=True):
    steps = [{"title": community.title, "url": community.url}]
    if above:
        address = reverse("community_agenda", args=[community.slug])
        steps.append({"title": _("Bijeenkomsten en materiaal"), "url": address})
    return {"community": community, "title": title, "trail": steps}
