"""The page of a plan, and what the pages around it share."""

from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from plans import queries
from plans.forms import NoteForm
from programmes.reporting import pdf

# In the session: what was taken out last, until it is put back or something else goes.
REMOVED = "plans.removed"


def show(request, plan, note_forms=None, status=200):
    """Answer with a plan; `note_forms` holds what was sent and refused, by item."""
    removed = request.session.get(REMOVED)
    sent = note_forms or {}
    context = {
        "title": plan.title,
        "plan": plan,
        "trail": trail(),
        "entries": [
            (entry, sent.get(entry.item.key) or _note(entry))
            for entry in queries.entries(plan, request)
        ],
        "removed": removed if removed and removed["plan"] == plan.key else None,
        "has_pdf": pdf.is_available(),
    }
    return render(request, "plans/plan.html", context, status=status)


def answer(request, template, context, form):
    """Answer with a form: 400 when what was sent is not right."""
    return render(request, template, context, status=400 if form.errors else 200)


def trail(title="", key=""):
    """Return the pages above this one."""
    above = [{"title": _("Mijn plannen"), "url": reverse("plans")}]
    return [*above, {"title": title, "url": _url(key)}] if key else above


def _url(key):
    return reverse("plan", args=[key])


def _note(entry):
    item = entry.item
    return NoteForm(initial={"note": item.note}, auto_id=f"id_%s_{item.key}")
