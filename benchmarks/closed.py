"""Whether the time of an answer tells that something closed is there.

python -m benchmarks.closed
"""

import logging
import random

from benchmarks import measuring, options, sites

DESCRIPTION = (
    "Ask for what is closed to whoever asks and for what does not exist, over the demo content; "
    "and for something else that does not exist, which says how much chance alone makes of it."
)
REPEATS = 200


def main(arguments=None):
    """Measure and print."""
    chosen = options.read(DESCRIPTION, arguments)
    sites.start(chosen.folder / "closed")
    closed = _fill()
    # Each refusal would be written to the screen.
    logging.disable(logging.CRITICAL)
    print(f"{REPEATS} questions each, {chosen.rounds} rounds\n")
    rows = [
        _row(who, browser, what, address, chosen.rounds)
        for who, browser in _outsiders().items()
        for what, address in closed.items()
    ]
    heads = ["who", "what", "closed ms", "nothing ms", "closed : nothing", "nothing : nothing"]
    measuring.table(heads, rows)


def _fill():
    """Return one closed thing of each kind by its name."""
    from django.core.files.base import ContentFile
    from django.core.management import call_command
    from wagtail.documents import get_document_model

    from accounts.models import User
    from community.domain.rooms import collection_of
    from community.models import Experience, MembersRoomPage
    from plans.domain import make_plan

    call_command("demo", verbosity=0)
    room = MembersRoomPage.objects.first()
    told = Experience.objects.filter(audience="members").first()
    plan = make_plan(User.objects.get(username="redacteur"), "Een plan")
    file = get_document_model().objects.create(
        title="Verslag",
        collection=collection_of(room.get_parent().specific),
        file=ContentFile(b"Verslag", name="verslag.pdf"),
    )
    return {
        "the part of the members": room.url,
        "what a member tells them": told.get_absolute_url(),
        "a plan": plan.get_absolute_url(),
        "a file": file.url,
    }


def _outsiders():
    """Return the browsers of those who belong nowhere."""
    from django.test import Client

    from accounts.models import User

    browsers = {"a stranger": _client(Client), "who is signed in": _client(Client)}
    browsers["who is signed in"].force_login(User.objects.create(username="buiten"))
    return browsers


def _client(browser):
    return browser(headers={"host": "localhost"})


def _row(who, browser, what, address, rounds):
    def ask(place):
        answer = browser.get(place)
        assert answer.status_code in (302, 404)

    contenders = {
        "closed": lambda _turn: ask(address),
        "nothing": lambda _turn: ask(_beside(address)),
        "other": lambda _turn: ask(_beside(address)),
    }
    times = measuring.interleaved(contenders, range(REPEATS), rounds)
    told = [measuring.milliseconds(measuring.percentile(times[n], 0.5)) for n in times][:2]
    apart = [measuring.ratio(times, name, "nothing")[1] for name in ("closed", "other")]
    return [who, what, *told, *(f"{ratio:.3f}" for ratio in apart)]


def _beside(address):
    """Return an address as long as another, where nothing is."""
    if address.startswith("/documenten/"):
        return f"/documenten/{random.randint(900_000, 999_999)}/{address.rpartition('/')[2]}"
    folder, name = address.rstrip("/").rsplit("/", 1)
    return f"{folder}/{''.join(random.choices('abcdefghjkmnpqrstvwxyz', k=len(name)))}/"


if __name__ == "__main__":
    main()
