"""What the buttons of the editor do besides keeping the text: one function each.

A function takes the name behind the button, the request, the experience and the draft, and tells
what happened and where on the page that is. It raises ValidationError, in words for the author.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from community.domain import attaching
from community.experiences import drafts
from indicators.exploring import options


@dataclass(frozen=True)
class Told:
    """What happened, in words, and where the reader goes on."""

    message: str
    place: str = ""
    querystring: str = ""


def do(verb, name, request, experience, draft):
    """Do what a button says; an unknown one keeps the text, as each of them does."""
    return VERBS.get(verb, _keep)(name, request, experience, draft)


def describe(request, experience):
    """Keep what was typed about what is to be seen on the pictures."""
    attaching.describe(experience.images.all(), _alts(request))


def _keep(name, request, experience, draft):
    return Told(_("Uw concept is bewaard."), "bewaren")


def _seek(name, request, experience, draft):
    words = request.POST.get("zoek", "").strip()[:100]
    if not words:
        raise ValidationError(_("Typ een woord uit de titel van een praktijk of werkwijze."))
    if not drafts.offered_pages(words.replace("\x00", "")):
        message = _("Geen praktijk of werkwijze heeft ‘%(words)s’ in de titel.")
        raise ValidationError(message % {"words": words})
    return Told(_("Kies hieronder waar het over gaat."), "over", f"?{urlencode({'zoek': words})}")


def _tie_page(name, request, experience, draft):
    found = drafts.tied_pages(drafts.numbers([name]))
    return _tie(draft, "about", found[:1], "over")


def _tie_area(name, request, experience, draft):
    area, problem = options.named(request.POST.get("gebied", "").strip()[:200])
    if area is None:
        raise ValidationError(problem or _("Typ de naam van een wijk of gemeente."))
    return _tie(draft, "areas", [area], "gebieden")


def _untie_page(name, request, experience, draft):
    return _untie(draft, "about", name, "over")


def _untie_area(name, request, experience, draft):
    return _untie(draft, "areas", name, "gebieden")


def _add_image(name, request, experience, draft):
    attaching.add_image(experience, _upload(request, "afbeelding"))
    return Told(_("De afbeelding staat erbij. Zeg er nog bij wat er te zien is."), "beelden")


def _add_file(name, request, experience, draft):
    attaching.add_file(experience, _upload(request, "bestand"))
    return Told(_("Het bestand staat erbij."), "bestanden")


def _remove_image(name, request, experience, draft):
    return _remove(experience.images, name, "beelden")


def _remove_file(name, request, experience, draft):
    return _remove(experience.files, name, "bestanden")


def _tie(draft, kind, found, place):
    if not found:
        raise ValidationError(_("Dit bestaat niet meer."))
    if not draft.tie(kind, found[0].pk):
        raise ValidationError(_("Er passen er %(most)s bij.") % {"most": drafts.MOST_TIES})
    return Told(_("‘%(title)s’ staat erbij.") % {"title": found[0]}, place)


def _untie(draft, kind, name, place):
    for number in drafts.numbers([name]):
        draft.untie(kind, number)
    return Told(_("Het staat er niet meer bij."), place)


def _remove(rows, key, place):
    for found in rows.filter(key=key):
        attaching.remove(found)
    return Told(_("Het staat er niet meer bij."), place)


def _upload(request, name):
    upload = request.FILES.get(name)
    if upload is None:
        raise ValidationError(_("Kies eerst een bestand op uw computer of telefoon."))
    return upload


def _alts(request):
    start = "alt-"
    return {
        name.removeprefix(start): value.strip()
        for name, value in request.POST.items()
        if name.startswith(start)
    }


VERBS = {
    "bewaar": _keep,
    "zoek": _seek,
    "erbij": _tie_page,
    "eraf": _untie_page,
    "gebied": _tie_area,
    "gebied-eraf": _untie_area,
    "afbeelding": _add_image,
    "afbeelding-eraf": _remove_image,
    "bestand": _add_file,
    "bestand-eraf": _remove_file,
}
