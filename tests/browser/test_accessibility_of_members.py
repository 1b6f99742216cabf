"""Every page of who is signed in passes axe on a wide light and a narrow dark screen, and fits."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.test_accessibility import OPTIONS
from tests.stories import codes

pytestmark = pytest.mark.browser

COMMUNITY = "/community/cop-18"
OF_A_MEMBER = {
    "account": "/account/",
    "profile": "/account/profiel/",
    "mail address": "/account/e-mail/",
    "password": "/account/wachtwoord/",
    "second step": "/account/tweede-stap/",
    "new app": "/account/tweede-stap/app/",
    "devices": "/account/apparaten/",
    "own data": "/account/gegevens/",
    "closing the account": "/account/opheffen/",
    "areas and themes": "/account/gebieden-en-themas/",
    "own calendar": "/account/agenda/",
    "signing in again": "/account/inloggen/",
    "followed": "/mijn-volgen/",
    "follow": "/volgen/?thema=gezondheid",
    "notifications": "/meldingen/",
    "how often": "/meldingen/instellingen/",
    "own reports": "/moderatie/mijn-meldingen/",
    "plans": "/mijn-plannen/",
    "new plan": "/mijn-plannen/nieuw/",
    "community": "/communities/cop-18/",
    "room": "/communities/cop-18/besloten-deel/",
    "members": f"{COMMUNITY}/leden/",
    "leaving": f"{COMMUNITY}/weggaan/",
    "joining": "/community/new-towns-leerkring/meedoen/",
    "experiences": "/ervaringen/",
    "beginning": "/ervaringen/schrijven/",
}
OF_A_COORDINATOR = {
    "account": "/account/",
    "community": "/communities/cop-18/",
    "members": f"{COMMUNITY}/leden/",
    "management": f"{COMMUNITY}/beheer/",
    "inviting": f"{COMMUNITY}/beheer/uitnodigen/",
    "agenda": f"{COMMUNITY}/beheer/agenda/",
    "new meeting": f"{COMMUNITY}/beheer/bijeenkomst/nieuw/",
    "new material": f"{COMMUNITY}/beheer/materiaal/nieuw/",
    "moderation": "/moderatie/",
    "moderation of the community": f"{COMMUNITY}/moderatie/",
    "blocked words": f"{COMMUNITY}/moderatie/woorden/",
    "log": "/moderatie/logboek/",
}
OF_AN_EDITOR = {
    "account": "/account/",
    "second step": "/account/tweede-stap/",
    "keys": "/account/tweede-stap/sleutels/",
    "new key": "/account/tweede-stap/sleutels/nieuw/",
    "new recovery codes": "/account/tweede-stap/herstelcodes/nieuw/",
}
FIXED = [
    *(("lid", name, path) for name, path in OF_A_MEMBER.items()),
    *(("coordinator", name, path) for name, path in OF_A_COORDINATOR.items()),
    *(("redacteur", name, path) for name, path in OF_AN_EDITOR.items()),
]
# Found on the way by `made`, which makes them as their people do.
MADE = [
    *(("lid", "experience"), ("lid", "own experience"), ("lid", "editor"), ("lid", "report")),
    *(("lid", "plan"), ("lid", "putting in a plan"), ("lid", "sharing"), ("lid", "shared")),
    *(("lid", "meeting"), ("lid", "registering"), ("lid", "withdrawing"), ("lid", "member")),
    *(("coordinator", "meeting"), ("coordinator", "people"), ("coordinator", "calling off")),
    *(("coordinator", "experience"), ("coordinator", "decision"), ("coordinator", "expelling")),
]


@pytest.fixture(scope="module")
def states(chromium, running_site, site_folder):
    """Return what keeps each of the people signed in, by login."""
    logins = json.loads((site_folder / "demo-logins.json").read_text(encoding="utf-8"))
    return {
        name: _signed_in(chromium, running_site, name, logins[name])
        for name in ("lid", "coordinator", "redacteur")
    }


def _signed_in(chromium, site, name, login):
    context = chromium.new_context(base_url=site)
    page = context.new_page()
    page.goto("/account/inloggen/")
    page.locator("#id_login").fill(name)
    page.locator("#id_password").fill(login["password"])
    page.locator("#id_password").press("Enter")
    if "secret" in login:
        page.locator("#id_code").fill(codes.unused(login["secret"]))
        page.locator("#id_code").press("Enter")
    page.wait_for_url("**/account/")
    kept = context.storage_state()
    context.close()
    return kept


@pytest.fixture(scope="module")
def look(chromium, running_site, states):
    """Return a function that opens an address as somebody who is signed in."""
    contexts = {}

    def open_page(name, path, width=1280, scheme="light"):
        if (name, width, scheme) not in contexts:
            contexts[name, width, scheme] = chromium.new_context(
                base_url=running_site,
                viewport={"width": width, "height": 900},
                color_scheme=scheme,
                locale="nl-NL",
                storage_state=states[name],
            ).new_page()
        page = contexts[name, width, scheme]
        page.goto(path)
        return page

    yield open_page
    for page in contexts.values():
        page.context.close()


def press(page, name):
    page.locator("main").get_by_role("button", name=name).first.click()


def address(page, name):
    return page.locator("main").get_by_role("link", name=name).first.get_attribute("href")


@pytest.fixture(scope="module")
def made(look):
    """Return the addresses of what a member and a coordinator made, by name."""
    return _told(look) | _planned(look) | _met(look)


def _told(look):
    page = look("lid", "/ervaringen/")
    found = {"experience": page.locator(".wk-told__title a").first.get_attribute("href")}
    page.goto(found["experience"])
    found["report"] = address(page, "Melden")
    page.goto("/ervaringen/schrijven/")
    press(page, "Begin met schrijven")
    found["editor"] = page.url
    page.locator("#id_title").fill("Wij hielden een ronde met de huisarts")
    page.locator("input[name=outcome]").first.check()
    page.locator("#id_body").fill("Elke week een straat.")
    press(page, "Plaats uw ervaring")
    found["own experience"] = page.url
    page.goto(f"{found['report']}")
    page.locator("input[name=why]").first.check()
    press(page, "Meld dit bericht")
    page = look("coordinator", found["experience"])
    found["decision"] = address(page, "Modereren")
    return found


def _planned(look):
    page = look("lid", "/praktijken/gezonde-wijk-overvecht/")
    found = {"putting in a plan": address(page, "Zet in mijn plan")}
    page.goto(found["putting in a plan"])
    page.locator("#id_title").fill("Gezond in de wijk")
    page.locator("#id_note").fill("Hier begonnen wij mee.")
    press(page, "Zet in dit plan")
    found["plan"] = page.url.partition("#")[0]
    page.get_by_role("link", name="Plan delen").click()
    press(page, "Deel het plan")
    found["sharing"] = page.url
    found["shared"] = page.locator(".wk-plan__link a").get_attribute("href")
    return found


def _met(look):
    page = look("coordinator", f"{COMMUNITY}/beheer/bijeenkomst/nieuw/")
    page.locator("#id_title").fill("Ronde langs de steden")
    page.locator("#id_summary").fill("Wij vergelijken wat de steden doen.")
    page.locator("#id_starts_on").fill("2099-12-12")
    page.locator("input[name=registering][value=members]").check()
    page.locator("input[name=audience_choice][value=closed]").check()
    press(page, "Plaats op de site")
    found = {"meeting": page.url, "people": address(page, "Bekijk de deelnemers")}
    page.goto(f"{COMMUNITY}/beheer/agenda/")
    found["calling off"] = address(page, "Gaat niet door")
    page.goto(f"{COMMUNITY}/beheer/")
    found["expelling"] = address(page, "Zet uit de community")
    page = look("lid", found["meeting"])
    found["registering"] = address(page, "Meld u aan")
    page.goto(found["registering"])
    page.locator("#id_note").fill("Ik eet geen vlees.")
    press(page, "Meld mij aan")
    found["withdrawing"] = address(page, "Meld u af")
    page.goto(f"{COMMUNITY}/leden/")
    found["member"] = page.locator(".wk-rows h2 a").first.get_attribute("href")
    return found


def problems(look, name, path):
    """Return what axe finds on a page, and whether it is too wide, on both screens."""
    found = []
    for width, scheme in ((1280, "light"), (320, "dark")):
        page = look(name, path, width, scheme)
        assert page.locator("h1").first.inner_text() != "Deze pagina bestaat niet"
        violations = Axe().run(page, options=OPTIONS).response["violations"]
        found += [(scheme, each["id"], each["nodes"][0]["html"][:200]) for each in violations]
        if page.evaluate("document.documentElement.scrollWidth") != width:
            found.append((scheme, "too wide"))
    return found


@pytest.mark.parametrize(("login", "name", "path"), FIXED, ids=[" ".join(f[:2]) for f in FIXED])
def test_axe_finds_nothing_on_a_page_of_somebody(look, made, login, name, path):
    assert problems(look, login, path) == []


@pytest.mark.parametrize(("login", "name"), MADE, ids=[" ".join(each) for each in MADE])
def test_axe_finds_nothing_on_what_somebody_made(look, made, login, name):
    assert problems(look, login, made[name]) == []
