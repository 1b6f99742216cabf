"""What members ask of moderators: to look at a post, and to look again; and earlier versions."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from community.discretion import discreet
from community.models import Report
from community.moderation import domain, queries, versions
from community.moderation.finding import post_or_404, versioned_post_or_404
from community.moderation.forms import AppealForm, ReportForm
from community.permissions import Viewer

BOTH = ["GET", "HEAD", "POST"]


@require_http_methods(BOTH)
@discreet
def report(request, kind, key):
    """Ask what is wrong with a post, and tell the moderators; once for each person."""
    viewer = Viewer.of(request)
    post = post_or_404(viewer, kind, key)
    if not viewer.is_known:
        return redirect_to_login(request.get_full_path())
    if not viewer.may_report(post):
        raise Http404
    if queries.own_reports(request.user).filter(**domain.about(post)).exists():
        return redirect("own_reports")
    form = ReportForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        domain.report(post, request.user, **form.cleaned_data)
        messages.success(request, _("Dank u. Een moderator kijkt ernaar."))
        return redirect("own_reports")
    context = {
        "title": _("Een bericht melden"),
        "trail": [_step(post)],
        "post": post,
        "form": form,
    }
    status = 400 if request.method == "POST" else 200
    return render(request, "community/moderation/report.html", context, status=status)


@login_required
@require_safe
@discreet
def own_reports(request):
    """List what somebody reported, with what came of it."""
    context = {
        "title": _("Wat u meldde"),
        "reports": queries.own_reports(request.user),
        "outcomes": Report.Outcome,
    }
    return render(request, "community/moderation/own_reports.html", context)


@require_http_methods(BOTH)
@discreet
def appeal(request, kind, key):
    """Let an author say why a post should not be hidden, once; or tell what came of that."""
    viewer = Viewer.of(request)
    post = post_or_404(viewer, kind, key)
    made = queries.present_appeal(post) if viewer.may_change(post) else None
    if made is None and not viewer.may_appeal(post):
        raise Http404
    form, problem, status = AppealForm(), None, 200
    if request.method == "POST" and made is None:
        form, status = AppealForm(request.POST), 400
        if form.is_valid():
            try:
                domain.appeal(post, form.cleaned_data["text"])
            except domain.Overtaken as overtaken:
                problem, status = overtaken, 409
            else:
                messages.success(request, _("Uw bezwaar is verstuurd."))
                return redirect("appeal", kind, key)
    context = {
        "title": _("Uw bezwaar") if made else _("Bezwaar maken"),
        "trail": [_step(post)],
        "post": post,
        "made": made,
        "form": form,
        "problem": problem,
    }
    return render(request, "community/moderation/appeal.html", context, status=status)


@require_safe
@discreet
def history(request, kind, key):
    """Show what a post said before, beside what came after it, word by word."""
    viewer = Viewer.of(request)
    post = versioned_post_or_404(viewer, kind, key)
    told = versions.history(post)
    chosen = versions.chosen(told, request.GET.get("versie", ""))
    context = {
        "title": _("Eerdere versies"),
        "trail": [_step(post)],
        "post": post,
        "told": told,
        "chosen": chosen,
        "changes": versions.differences(post, chosen) if chosen else [],
    }
    return render(request, "community/moderation/history.html", context)


def _step(post):
    return {"title": str(post), "url": post.get_absolute_url()}
