"""The journey of a member: an account, a second step, a key, and in again."""

import pytest

from tests.stories import codes

pytestmark = pytest.mark.browser

PASSWORD = "fietsen door de wijk"
KEYS = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def press(page, name):
    """Press a button of the page itself."""
    page.locator("main").get_by_role("button", name=name, exact=True).click()


def sign_up(page, code_in_mail, first_name):
    address = f"{first_name.lower()}@voorbeeld.example"
    page.goto(page.url.partition("/account/")[0] + "/account/aanmelden/")
    page.get_by_label("Voornaam").fill(first_name)
    page.get_by_label("Achternaam").fill("de Vries")
    page.get_by_label("E-mailadres").fill(address)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    press(page, "Verder")
    page.wait_for_url("**/account/e-mail/code/")
    page.get_by_label("Code").fill(code_in_mail(address))
    press(page, "Bevestigen")
    page.wait_for_url("**/account/")
    return address


def confirm(page):
    page.wait_for_url("**/account/bevestigen/**")
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    press(page, "Bevestigen")


def sign_in(page, address):
    page.get_by_role("link", name="Inloggen").click()
    page.get_by_label("E-mailadres of gebruikersnaam").fill(address)
    page.get_by_label("Wachtwoord", exact=True).fill(PASSWORD)
    press(page, "Inloggen")


def name_in_the_head(page):
    return page.locator(".wk-you a").first.inner_text().split("\n")[-1].strip()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_member_signs_up_sets_up_an_app_and_signs_in_with_it(visitor, code_in_mail, javascript):
    page = visitor("/account/inloggen/", width=320, javascript=javascript)
    address = sign_up(page, code_in_mail, "Mira" if javascript else "Mo")
    page.get_by_role("link", name="Tweede stap").click()
    page.get_by_role("link", name="App koppelen").click()
    confirm(page)
    secret = page.locator("main code").inner_text()
    page.get_by_label("Code").fill(codes.unused(secret))
    press(page, "App koppelen")
    page.get_by_role("heading", name="Herstelcodes").wait_for()
    assert page.locator(".wk-account__codes li").count() == 10

    page.locator(".wk-you").get_by_role("button", name="Uitloggen").click()
    sign_in(page, address)
    page.wait_for_url("**/account/tweede-stap/inloggen/")
    page.get_by_label("Code").fill(codes.unused(secret))
    press(page, "Inloggen")
    page.wait_for_url("**/account/")
    assert name_in_the_head(page).endswith("de Vries")


def test_a_member_signs_in_with_a_key_and_without_a_password(visitor, code_in_mail, running_site):
    # A key belongs to a name: browsers give none for a number.
    here = running_site.replace("127.0.0.1", "localhost")
    page = visitor(f"{here}/account/inloggen/")
    tool = page.context.new_cdp_session(page)
    tool.send("WebAuthn.enable")
    tool.send("WebAuthn.addVirtualAuthenticator", {"options": KEYS})
    sign_up(page, code_in_mail, "Kim")
    page.get_by_role("link", name="Tweede stap").click()
    page.get_by_role("link", name="Sleutel toevoegen").click()
    confirm(page)
    page.get_by_label("Met deze sleutel inloggen zonder wachtwoord").check()
    press(page, "Sleutel toevoegen")
    page.wait_for_url("**/account/tweede-stap/herstelcodes/")

    page.locator(".wk-you").get_by_role("button", name="Uitloggen").click()
    page.get_by_role("link", name="Inloggen").click()
    press(page, "Inloggen met een sleutel (passkey)")
    page.wait_for_url("**/account/")
    assert name_in_the_head(page).endswith("Kim de Vries")
