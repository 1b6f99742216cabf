"""The first journey: a neighbourhood manager looks for what worked elsewhere."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def choose(page, label):
    """Tick a value of a facet and wait for the answer."""
    page.get_by_label(f"{label} (").check()
    expect(page.locator(".wk-chosen")).to_contain_text(label)


def hits(page):
    return page.locator("main .wk-hit h3 a")


def titles(page):
    """Return the titles of the hits, once there are any."""
    expect(hits(page).first).to_be_visible()
    return hits(page).all_inner_texts()


def test_from_a_question_on_the_home_page_to_a_practice_with_its_figures(visitor):
    page = visitor("/")

    page.get_by_label("Waar zoekt u naar?").fill("gezondheid van bewoners")
    page.get_by_label("In welke wijk?").select_option(label="Overvecht")
    page.get_by_role("button", name="Zoeken").click()

    expect(page.get_by_text("Gebied: Overvecht")).to_be_visible()
    expect(page.locator("#zoekvraag")).to_have_value("gezondheid van bewoners")
    choose(page, "Praktijk")
    page.get_by_role("link", name="Gezonde Wijk Overvecht").first.click()

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("^Gezonde Wijk Overvecht"))
    figures = page.locator("main .wk-figure table").first
    expect(figures).to_contain_text("54%")
    expect(figures).to_contain_text("65%")


def test_the_back_button_gives_the_question_back(visitor):
    page = visitor("/zoeken?q=overlast")
    all_found = titles(page)

    choose(page, "Praktijk")
    narrowed = titles(page)
    page.go_back()

    expect(page.get_by_label("Praktijk (")).not_to_be_checked()
    expect(page).to_have_url(re.compile(r"/zoeken\?q=overlast$"))
    expect(hits(page)).to_have_text(all_found)
    assert narrowed != all_found


def test_everything_can_be_done_without_javascript(visitor):
    page = visitor("/zoeken", javascript=False)

    page.locator("#zoekvraag").fill("treiteraanpak")
    page.get_by_role("button", name="Zoeken").first.click()

    expect(page).to_have_url(re.compile("q=treiteraanpak"))
    assert any(title.startswith("Treiteraanpak") for title in titles(page)[:2])
    page.get_by_label("Praktijk (").check()
    page.get_by_role("button", name="Toon resultaten").click()
    expect(page).to_have_url(re.compile("type=praktijk"))


def test_suggestions_can_be_chosen_with_the_keyboard(visitor):
    page = visitor("/zoeken")
    box = page.locator("#zoekvraag")

    box.press_sequentially("treit")
    page.locator("#zoekvraag-suggesties [role=option]").first.wait_for()
    box.press("ArrowDown")
    chosen = page.locator("#zoekvraag-suggesties [aria-selected=true]").inner_text()
    box.press("Enter")
    page.wait_for_url("**/praktijken/treiteraanpak-amsterdam/")

    assert "Treiteraanpak" in chosen
