"""What a mail leads to, without signing in: stopping, and answering for the contact of a practice.

The token in the address is what lets somebody in. Mail programs send the first of these by
themselves (RFC 8058), so it asks for no token of a form; nothing changes by looking.
"""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from following import contacts, stopping
from following.forms import ContactForm
from following.models import ContactQuestion
from following.views import READ_OR_SENT

ANSWER = ContactQuestion.Answer


@csrf_exempt
@require_http_methods(READ_OR_SENT)
@cache_control(private=True, no_store=True)
def stop(request, token):
    """Ask whether somebody wants no more mail, and stop it."""
    whom = stopping.read(token)
    if whom is None:
        return _gone(request)
    if request.method == "POST":
        stopping.stop(whom)
    context = {
        "title": _("Stoppen met mail"),
        "is_member": whom[0] == stopping.PERSON,
        "done": request.method == "POST",
    }
    return _told(request, "following/stop.html", context)


@require_http_methods(READ_OR_SENT)
@cache_control(private=True, no_store=True)
def contact_question(request, token):
    """Ask a contact whether a practice still names the right one, and keep the answer."""
    question = contacts.asked_by(token)
    if question is None:
        return _gone(request)
    form = ContactForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        contacts.answer(question, form.cleaned_data["answer"], form.cleaned_data["remark"])
        question.refresh_from_db()
    if question.answered_at:
        context = {"title": _("Dank u wel"), "practice": question.page, "question": question}
        return _told(request, "following/contact_answered.html", context)
    context = {
        "title": _("Klopt dit contact nog?"),
        "practice": question.page,
        "form": form,
        "token": token,
    }
    status = 400 if request.method == "POST" else 200
    return _told(request, "following/contact_question.html", context, status)


def _told(request, template, context, status=200):
    answer = render(request, template, context, status=status)
    answer["X-Robots-Tag"] = "noindex"
    return answer


def _gone(request):
    return _told(request, "following/gone.html", {"title": _("Deze link werkt niet meer")}, 404)
