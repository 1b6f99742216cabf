"""The list of organisations and the page of each."""

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from cms import organisations as queries
from content.models import Organisation


@require_safe
def organisations(request):
    """Show every organisation, by kind."""
    context = {"title": _("Organisaties"), "groups": queries.organisations_by_kind()}
    return render(request, "organisations/list.html", context)


@require_safe
def organisation(request, slug):
    """Show what an organisation takes part in, paid for and published."""
    found = get_object_or_404(Organisation, slug=slug)
    overview = queries.organisation_overview(found)
    context = {
        "title": found.name,
        "organisation": found,
        "has_any": any(overview.values()),
        **overview,
    }
    return render(request, "organisations/organisation.html", context)
