"""The third journey: an editor takes a figure while writing a practice, a reader can cite it."""

import pytest
from playwright.sync_api import expect

from tests.stories.test_publish import signed_in

pytestmark = pytest.mark.browser

PRACTICE = "gezonde-wijk-overvecht"
CAVEAT = "Bewoners vulden zelf een vragenlijst in."


def press(page, name):
    """Press a button as somebody does who uses no mouse."""
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def open_figures(editor):
    editor.goto(
        "/beheer/pages/search/?q=Gezonde+Wijk+Overvecht&content_type=practices.practicepage"
    )
    editor.locator("td.title a", has_text="Gezonde Wijk Overvecht").first.click()
    editor.get_by_role("tab", name="Bewijs").click()
    press(editor, "Voeg cijfer toe")
    press(editor, "Kies een vastgelegd cijfer")
    editor.get_by_role("tab", name="Nieuw cijfer vastleggen").click()


def test_an_editor_takes_a_figure_in_the_form_and_a_reader_can_cite_it(visitor, password_of):
    editor = signed_in(visitor, password_of, "redacteur")
    open_figures(editor)
    window = editor.locator(".modal-dialog")
    indicator, area = window.get_by_label("Indicator"), window.get_by_label("Gebied")

    expect(area.locator("option:checked")).to_have_text("Overvecht (Utrecht)")
    indicator.select_option(label="Voortijdige schoolverlaters")
    press(editor, "Verder")
    expect(window).to_contain_text("Wel van: Beweegnorm.")
    expect(area).to_be_focused()

    indicator.select_option(label="Bewoners die genoeg bewegen")
    press(editor, "Verder")
    window.get_by_label("Let op").fill(CAVEAT)
    press(editor, "Bekijk het eerst")
    expect(editor.get_by_role("heading", name="Zo komt het er te staan")).to_be_focused()
    expect(window).to_contain_text("Het aandeel steeg van 54% (2006) naar 65% (2010).")

    press(editor, "Leg vast")
    field = editor.locator("[data-wk-in-words]:visible").last
    expect(field).to_contain_text("Het aandeel steeg van 54%")
    address = field.get_by_role("link", name="Vast adres").get_attribute("href")
    editor.get_by_role("button", name="Meer acties").click()
    editor.get_by_role("button", name="Publiceren", exact=True).click()
    editor.get_by_text("gepubliceerd", exact=False).first.wait_for()

    reader = visitor(f"/praktijken/{PRACTICE}/")
    expect(reader.locator(f"a[href='{address}']").first).to_be_visible()
    reader.goto(address)
    expect(reader.locator("figcaption")).to_contain_text(CAVEAT)
