"""The third journey: a member shares an experience, others answer, a moderator acts.

By keyboard alone, on a narrow screen, with JavaScript and without.
"""

import re

import pytest

pytestmark = pytest.mark.browser

NARROW = 320
MOST_STEPS = 150


def go_to(page, target):
    """Press Tab until the focus is on something, as somebody without a mouse does."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"The focus never came to {target}.")


def press(page, role, name):
    """Go to a link or button with the keyboard, and press it."""
    go_to(page, page.get_by_role(role, name=name).first)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def write(page, selector, text):
    """Go to a field with the keyboard, and type in it."""
    go_to(page, page.locator(selector))
    page.keyboard.type(text)


def choose(page, selector):
    """Go to the first of some radio buttons with the keyboard, and choose it."""
    go_to(page, page.locator(selector).first)
    page.keyboard.press("Space")


def signed_in(visitor, login_of, username, javascript):
    page = visitor("/account/inloggen/", width=NARROW, javascript=javascript)
    write(page, "#id_login", username)
    write(page, "#id_password", login_of(username)["password"])
    with page.expect_navigation():
        page.keyboard.press("Enter")
    return page


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth") <= NARROW


def told(page):
    return page.locator("main").inner_text()


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_members_talk_among_themselves_and_a_moderator_acts(visitor, login_of, javascript):
    title = f"Kanarievogels {'met' if javascript else 'zonder'} hulp"
    lisa = signed_in(visitor, login_of, "lid", javascript)
    lisa.goto("/communities/cop-18/")
    press(lisa, "link", "Deel een ervaring")
    press(lisa, "button", "Begin met schrijven")
    write(lisa, "#id_title", title)
    choose(lisa, "input[name=outcome]")
    write(lisa, "#id_body", "Wij gingen elke dag langs.")
    assert fits(lisa)
    press(lisa, "button", "Plaats uw ervaring")
    assert lisa.locator("h1").inner_text() == title
    assert "Alleen leden van CoP 18" in told(lisa)
    assert fits(lisa)
    address = lisa.url

    stranger = visitor(address)
    assert stranger.locator("h1").inner_text() == "Deze pagina bestaat niet"
    stranger.goto("/zoeken?q=kanarievogels")
    assert title not in stranger.content()

    karim = signed_in(visitor, login_of, "coordinator", javascript)
    karim.goto(address)
    write(karim, "#id_body", "Bij ons hielp het ook.")
    press(karim, "button", "Plaats reactie")
    assert "Karim Coördinator" in karim.locator(".wk-reply").inner_text()

    wait_for_notice(lisa, title)

    press(karim, "link", re.compile("Modereren"))
    write(karim, "textarea[name=reason] >> nth=-1", "Er staat een naam van een bewoner in.")
    press(karim, "button", re.compile("^Verberg"))
    lisa.goto(address)
    assert "Er staat een naam van een bewoner in." in told(lisa)
    assert fits(lisa)


def wait_for_notice(page, title):
    """Look at the notifications until one tells of an answer; it is told within seconds."""
    for _look in range(30):
        page.goto("/meldingen/")
        if title in told(page):
            return
        page.wait_for_timeout(500)
    pytest.fail("No notification came.")
