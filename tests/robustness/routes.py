"""The patterns of the URL resolver, told by their whole route."""

import re

from django.urls import URLResolver, get_resolver

ADMIN = "beheer/"
COMPARED = (
    r"(?P<pk>\d+)/revisions/compare/"
    r"(?P<revision_id_a>live|earliest|\d+)\.\.\.(?P<revision_id_b>live|latest|\d+)"
)


def routes(resolver=None, before=""):
    """Return the whole route of every pattern below a resolver."""
    found = []
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern)
        found += routes(pattern, route) if isinstance(pattern, URLResolver) else [route]
    return found


def public():
    """Return the routes of everything outside the admin."""
    return sorted({route for route in routes() if not route.startswith(ADMIN)})


def admin():
    """Return an address for every pattern of the admin, of things that do not exist."""
    found = (route for route in routes() if route.startswith(ADMIN))
    return sorted({f"/{filled(route)}" for route in found})


def filled(route):
    """Return a route with a number or a word in each of its places."""
    route = route.replace(COMPARED, "1/revisions/compare/live...latest").replace(".*", "x")
    route = re.sub(r"<int:\w+>", "999999", re.sub(r"[\^$]", "", route))
    return re.sub(r"<(\w+:)?\w+>", "x", route)
