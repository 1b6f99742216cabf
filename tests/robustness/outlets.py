"""Every way in which the site tells of something, as a function that returns what it tells.

Each is called with the browser of whoever asks, that person and the site. Questions are asked with
another word than the one that is looked for, for results say what was asked.
"""

from django.core import mail
from django.utils import timezone

from following import delivering, digests, letters
from following.domain import choose_often
from following.models import Follow, Preference


def read(browser, address):
    return browser.get(address).getvalue().decode(errors="replace")


def page(address):
    """Return the outlet that is an address."""
    return lambda browser, person, site: read(browser, address)


def notices(browser, person, site):
    return read(browser, "/meldingen/") if person else ""


def overview(browser, person, site):
    """Return what the mail of today says."""
    sent = [letter for letter in mail.outbox if person and letter.to == [person.email]]
    return "".join(f"{one.subject} {one.body} {one.alternatives[0][0]}" for one in sent)


def calendar(browser, person, site):
    """Return what the secret address of somebody's own calendar gives."""
    return read(browser, f"/agenda/{site.calendars[person]}.ics") if person else ""


# The page itself stands apart: its address differs.
OUTLETS = {
    "results": page("/zoeken?q=fluisterhoek"),
    "results as CSV": page("/zoeken.csv?q=fluisterhoek"),
    "results as JSON": page("/zoeken.json?q=fluisterhoek"),
    "results as Atom": page("/zoeken.atom?q=fluisterhoek"),
    "the map": page("/zoeken?weergave=kaart&q=fluisterhoek"),
    "suggestions": page("/zoeken/suggesties?q=fluis"),
    "the list": page("/ervaringen/"),
    "the theme": page("/themas/leren/"),
    "the area": page("/gebieden/overvecht/"),
    "the practice": page("/praktijken/samen-fietsen/"),
    "the method": page("/werkwijzen/frontlijn/"),
    "the community": page("/communities/cop-18/"),
    "the closed part": page("/communities/cop-18/besloten/"),
    "the agenda": page("/agenda/"),
    "the agenda of the community": page("/community/cop-18/agenda.ics"),
    "the front page": page("/"),
    "the sitemap": page("/sitemap.xml"),
    "notices": notices,
    "the overview by mail": overview,
    "the own calendar": calendar,
}


def follow_everything(site, people):
    """Let everybody follow all that there is, and get an overview every day."""
    subjects = (
        {"theme": site.theme},
        {"area": site.area},
        {"page": site.practice},
        {"page": site.method},
        {"page": site.community},
    )
    for person in people:
        choose_often(person, Preference.Often.DAILY)
        for subject in subjects:
            Follow.objects.get_or_create(user=person, **subject)


def tell_by_mail():
    """Tell everybody what happened, and send the overviews of this morning."""
    delivering.deliver()
    digests.prepare(timezone.localtime().replace(hour=7, minute=5))
    letters.send_waiting()


def telling(browser, person, site, word):
    """Return the names of the outlets that tell a word to somebody."""
    return {name for name, outlet in OUTLETS.items() if word in outlet(browser, person, site)}
