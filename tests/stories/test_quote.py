"""The third journey: an editor takes a figure while writing a practice, a reader can cite it."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.stories.test_publish import signed_in

pytestmark = pytest.mark.browser

PRACTICE = "gezonde-wijk-overvecht"
OF_A_YEAR = "CBS, Kerncijfers wijken en buurten"
CAVEAT = "Bewoners vulden zelf een vragenlijst in."


def press(page, name):
    """Press a button as somebody does who uses no mouse."""
    page.get_by_role("button", name=name, exact=True).focus()
    page.keyboard.press("Enter")


def open_figures(editor, title="Gezonde Wijk Overvecht"):
    editor.goto(f"/beheer/pages/search/?q={quote(title)}&content_type=practices.practicepage")
    editor.locator("td.title a", has_text=title).first.click()
    editor.get_by_role("tab", name="Bewijs").click()
    press(editor, "Voeg cijfer toe")
    press(editor, "Kies een vastgelegd cijfer")
    editor.get_by_role("tab", name="Nieuw cijfer vastleggen").click()


def test_an_editor_takes_a_figure_in_the_form_and_a_reader_can_cite_it(visitor, login_of):
    editor = signed_in(visitor, login_of, "redacteur")
    open_figures(editor)
    window = editor.locator(".modal-dialog")
    indicator, area = window.get_by_label("Indicator"), window.get_by_label("Gebied")

    expect(area.locator("option:checked")).to_have_text("Overvecht (Utrecht)")
    indicator.select_option(label="Voortijdige schoolverlaters")
    press(editor, "Verder")
    expect(window).to_contain_text("Wel van: Beweegnorm, Inwoners.")
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
    expect(editor.locator("button[aria-label=Acties]:focus")).to_have_count(1)
    address = field.get_by_role("link", name="Vast adres").get_attribute("href")
    editor.get_by_role("button", name="Meer acties").click()
    editor.get_by_role("button", name="Publiceren", exact=True).click()
    editor.get_by_text("gepubliceerd", exact=False).first.wait_for()

    reader = visitor(f"/praktijken/{PRACTICE}/")
    expect(reader.locator(f"a[href='{address}']").first).to_be_visible()
    reader.goto(address)
    expect(reader.locator("figcaption")).to_contain_text(CAVEAT)


def test_an_editor_puts_two_years_beside_each_other_that_were_delivered_apart(visitor, login_of):
    editor = signed_in(visitor, login_of, "redacteur")
    open_figures(editor, "Delta Lloyd")
    window = editor.locator(".modal-dialog")
    expect(window.get_by_label("Gebied").locator("option:checked")).to_have_text(
        "Bijlmer (Amsterdam)"
    )
    window.get_by_label("Indicator").select_option(label="Gemiddeld inkomen per inwoner")
    press(editor, "Verder")
    expect(window.get_by_label("Dataset").locator("option:checked")).to_have_text(
        "Alle leveringen samen (nieuwste per periode)"
    )
    expect(window.get_by_label("Begin").locator("option:checked")).to_have_text(
        f"2017: {OF_A_YEAR} 2017"
    )

    press(editor, "Bekijk het eerst")
    expect(window).to_contain_text(f"‘{OF_A_YEAR} 2017’ en ‘{OF_A_YEAR} 2019’.")
    press(editor, "Leg vast")
    field = editor.locator("[data-wk-in-words]:visible").last
    expect(field).to_contain_text("Het bedrag steeg van")
    expect(field).to_contain_text("Begin en vervolg komen uit twee leveringen")
