"""Who is let in where, written apart from the views."""

from tests.robustness.closed import MANAGED

KEEPERS = {"coordinator", "moderator", "anna"}
INSIDE = {"member", "coordinator", "moderator", "anna"}
EVERYBODY = {*INSIDE, "asking", "outsider", "neighbour", "expelled", "eva"}
OF_COMMUNITY = "community/<page_slug:slug>"
STORY = "ervaringen/<slug:key>"
# Who is let in, by the beginning of a route; the longest that fits counts. What is somebody's own
# is there for the member alone: that person wrote it, and registered for the meeting.
RULES = {
    f"{OF_COMMUNITY}/": KEEPERS,
    f"{OF_COMMUNITY}/meedoen/": EVERYBODY,
    f"{OF_COMMUNITY}/meedoen/intrekken/": EVERYBODY,
    f"{OF_COMMUNITY}/weggaan/": EVERYBODY,
    f"{OF_COMMUNITY}/leden/": INSIDE,
    f"{MANAGED}/": KEEPERS,
    "uitnodiging/": EVERYBODY,
    "account/": EVERYBODY,
    "bijeenkomst/<uuid:key>/aanmelden/": EVERYBODY,
    "bijeenkomst/<uuid:key>/afmelden/": {"member"},
    "bijeenkomst/<uuid:key>/deelnemers": {*KEEPERS, "eva"},
    "ervaringen/schrijven/": EVERYBODY,
    f"{STORY}/bewerken/": {"member"},
    f"{STORY}/verwijderen/": {"member"},
    f"{STORY}/dank/": INSIDE - {"member"},
    f"{STORY}/beelden/": INSIDE,
    f"{STORY}/bestanden/": INSIDE,
    "reacties/": {"member"},
}


def let_in(route):
    """Return who is let in at a route, by the rules."""
    fitting = [beginning for beginning in RULES if route.startswith(beginning)]
    return RULES[max(fitting, key=len)]
