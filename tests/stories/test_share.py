"""The third journey: a member shares an experience, others answer, a moderator acts.

By keyboard alone, on a narrow screen, with JavaScript and without.
"""

import re

import pytest

from tests.stories.keyboard import NARROW, choose, enter, fits, press, told, write

pytestmark = pytest.mark.browser


def signed_in(visitor, login_of, username, javascript):
    page = visitor("/account/inloggen/", width=NARROW, javascript=javascript)
    write(page, "#id_login", username)
    write(page, "#id_password", login_of(username)["password"])
    enter(page)
    return page


@pytest.mark.parametrize("javascript", [True, False], ids=["with JavaScript", "without"])
def test_members_talk_among_themselves_and_a_moderator_acts(visitor, login_of, javascript):
    title = f"Kanarievogels {'met' if javascript else 'zonder'} hulp"
    lisa = signed_in(visitor, login_of, "lid", javascript)
    lisa.goto("/communities/cop-18/")
    press(lisa, "link", "Deel een ervaring")
    press(lisa, "button", "Begin met schrijven")
    write(lisa, "#id_title", title)
    choose(lisa, "outcome", "worked")
    write(lisa, "#id_body", "Wij gingen elke dag langs.")
    press(lisa, "button", "Plaats uw ervaring")
    assert lisa.locator("h1").inner_text() == title
    assert "Alleen leden van CoP 18" in told(lisa)
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
