"""Covers: a street of row houses, drawn for the theme and the page."""


def cover(page, size):
    """Return the cover of a page as SVG."""
    return f'<svg class="wk-cover wk-cover--{size}" viewBox="0 0 320 180" aria-hidden="true"></svg>'
