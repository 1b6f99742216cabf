"""Every page type passes axe at two widths and in two colour schemes, and fits the screen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "search": "/zoeken?q=overlast",
    "search without words": "/zoeken",
    "search without results": "/zoeken?q=xylofoonorkest",
    "search with few results": "/zoeken?gebied=AW38&type=onderzoek",
    "search for a figure": "/zoeken?q=sociale+huur+transvaal",
    "search where a figure came closer": "/zoeken?ontwikkeling=leefbaarheid:gelijk",
    "search on the map": "/zoeken?q=overlast&weergave=kaart",
    "search in one town on the map": "/zoeken?gebied=GM0599&weergave=kaart",
    "practices": "/praktijken/",
    "practice": "/praktijken/gezonde-wijk-overvecht/",
    "methods": "/werkwijzen/",
    "method": "/werkwijzen/gebiedsgericht-werken/",
    "research": "/onderzoek/spangen/",
    "themes": "/themas/",
    "theme": "/themas/leren/",
    "areas": "/gebieden/",
    "neighbourhood": "/gebieden/overvecht-utrecht/",
    "municipality": "/gebieden/rotterdam/",
    "indicators": "/indicatoren/",
    "indicator": "/indicatoren/vsv/",
    "open data": "/datasets/",
    "explorer": "/indicatoren/verkennen?indicator=cbs-woz&groep=W40&gebied=AW38",
    "explorer of two periods": "/indicatoren/verkennen?indicator=nww&gebied=W40&vergelijk=G18",
    "explorer without a choice": "/indicatoren/verkennen",
    "explorer without figures": "/indicatoren/verkennen?indicator=nww&gebied=AW38",
    "explorer in a frame": "/indicatoren/verkennen/insluiten?indicator=cbs-woz&groep=W40",
    "programme": "/programmas/nationaal-programma-rotterdam-zuid/",
    "goal": "/programmas/nationaal-programma-rotterdam-zuid/extra-lestijd/",
    "update": "/programmas/nationaal-programma-rotterdam-zuid/school/",
    "consultation": "/programmas/wijkenaanpak/ronde-zomer-2013/",
    "progress report": "/voortgangsrapportages/voortgangsrapportage-wijkaanpak-2013/",
    "community": "/communities/cop-18/",
    "learning material": "/leermateriaal/oog-voor-de-buurt/",
    "event": "/agenda/slotmanifestatie-buurtalliantie/",
    "organisation": "/organisaties/platform31/",
    "about": "/over/",
    "sign in": "/account/inloggen/",
    "sign up": "/account/aanmelden/",
    "forgotten password": "/account/wachtwoord/vergeten/",
    "not found": "/bestaat-niet/",
}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
@pytest.mark.parametrize(
    ("width", "scheme"), [(1280, "light"), (1280, "dark"), (320, "light"), (320, "dark")]
)
def test_axe_finds_nothing(visitor, path, width, scheme):
    page = visitor(path, width=width, scheme=scheme)
    violations = Axe().run(page, options=OPTIONS).response["violations"]
    found = [(violation["id"], violation["nodes"][0]["html"][:200]) for violation in violations]
    assert found == []


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_a_narrow_screen_never_scrolls_sideways(visitor, path):
    page = visitor(path, width=320)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES.keys())
def test_an_anonymous_visit_sets_no_cookie_and_asks_nobody_else(visitor, running_site, path):
    page = visitor("about:blank")
    asked, complaints = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(path)
    elsewhere = [url for url in asked if not url.startswith((running_site, "data:"))]
    assert elsewhere == []
    # A form that is filled in needs a cookie against forgery; nothing else does.
    expected = ["csrftoken"] if path.startswith("/account/") else []
    assert [cookie["name"] for cookie in page.context.cookies()] == expected
    assert [text for text in complaints if "Content Security Policy" in text] == []
