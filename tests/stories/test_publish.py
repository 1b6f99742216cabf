"""The second journey: an editor publishes a practice, and a minute later a reader finds it."""

import pytest

from tests.stories import codes

pytestmark = pytest.mark.browser


def signed_in(visitor, login_of, username):
    login = login_of(username)
    page = visitor("/beheer/login/")
    page.locator("#id_login").fill(username)
    page.locator("#id_password").fill(login["password"])
    page.locator("#id_password").press("Enter")
    page.wait_for_url("**/account/tweede-stap/inloggen/")
    page.locator("#id_code").fill(codes.unused(login["secret"]))
    page.locator("#id_code").press("Enter")
    page.wait_for_url("**/beheer/")
    return page


def found(visitor, question):
    reader = visitor(f"/zoeken?q={question}")
    return reader.locator("main .wk-hit h3 a").all_inner_texts()


def test_an_editor_publishes_a_practice_and_a_reader_finds_it(visitor, login_of):
    editor = signed_in(visitor, login_of, "redacteur")

    editor.get_by_role("link", name="Nieuwe praktijk").click()
    editor.locator("#id_title").fill("Repaircafé in de Kanarievogelstraat")
    editor.locator("#id_summary").fill("Buren maken samen kapotte spullen weer heel.")
    editor.get_by_role("button", name="Meer acties").click()
    editor.get_by_role("button", name="Publiceren", exact=True).click()
    editor.get_by_text("gepubliceerd", exact=False).first.wait_for()

    for _look in range(20):
        titles = found(visitor, "kanarievogelstraat")
        if titles:
            break
        editor.wait_for_timeout(250)
    assert titles == ["Repaircafé in de Kanarievogelstraat"]


def test_a_form_that_is_half_filled_keeps_what_was_typed_and_says_what_misses(visitor, login_of):
    editor = signed_in(visitor, login_of, "redacteur")

    editor.get_by_role("link", name="Nieuwe praktijk").click()
    editor.locator("#id_title").fill("Zonder samenvatting")
    editor.get_by_role("button", name="Meer acties").click()
    editor.get_by_role("button", name="Publiceren", exact=True).click()

    field = editor.locator("[data-contentpath=summary]")
    field.get_by_text("Dit is een verplicht veld").wait_for()
    assert editor.locator("#id_title").input_value() == "Zonder samenvatting"
