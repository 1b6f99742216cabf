"""Somebody who uses the site without a mouse, on a narrow screen."""

import pytest

NARROW = 320
MOST_STEPS = 250
IS_FOCUSED = "element => element === document.activeElement"
# Why a focus would not be seen: it has no size, or no mark of its own.
HIDDEN = """() => {
  const focused = document.activeElement;
  const box = focused.getBoundingClientRect();
  const style = getComputedStyle(focused);
  const marked = style.outlineStyle !== "none" || style.boxShadow !== "none";
  return box.width > 1 && box.height > 1 && marked ? "" : focused.outerHTML.slice(0, 200);
}"""


def go_to(page, target):
    """Press Tab until the focus is on something, as somebody without a mouse does."""
    for _step in range(MOST_STEPS):
        page.keyboard.press("Tab")
        if target.evaluate(IS_FOCUSED):
            assert page.evaluate(HIDDEN) == "", "The focus is nowhere to be seen."
            return
    pytest.fail(f"The focus never came to {target} on {page.url}.")


def press(page, role, name, **more):
    """Go to a link or button of the page itself, press it, and look at the page that comes."""
    go_to(page, page.get_by_role(role, name=name, **more).first)
    enter(page)


def enter(page):
    """Press Enter on what has the focus, and look at the page that comes."""
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert fits(page), f"{page.url} is too wide."


def write(page, selector, text):
    """Go to a field with the keyboard, and type in it."""
    go_to(page, page.locator(selector))
    page.keyboard.type(text)


def choose(page, name, value):
    """Go to some radio buttons with the keyboard, and on to the one with a value."""
    buttons = page.locator(f"input[name={name}]")
    checked = page.locator(f"input[name={name}]:checked")
    # Tab comes to the one that is chosen, and to the first when none is.
    go_to(page, checked if checked.count() else buttons.first)
    wanted = page.locator(f"input[name={name}][value={value}]")
    page.keyboard.press("Space")
    for _each in range(buttons.count()):
        if wanted.is_checked():
            return
        page.keyboard.press("ArrowDown")
    pytest.fail(f"{value} cannot be chosen on {page.url}.")


def tick(page, selector):
    """Go to a box with the keyboard, and tick it."""
    go_to(page, page.locator(selector))
    page.keyboard.press("Space")


def unfold(page, text):
    """Go to what can be unfolded with the keyboard, and unfold it."""
    go_to(page, page.locator("summary", has_text=text).first)
    page.keyboard.press("Enter")


def fits(page):
    """Tell whether all of a page is on the screen, without scrolling sideways."""
    return page.evaluate("document.documentElement.scrollWidth") <= NARROW


def heading(page):
    """Return what the page is called."""
    return page.locator("h1").inner_text()


def told(page):
    """Return what the page itself says."""
    return page.locator("main").inner_text()
