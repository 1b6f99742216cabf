"""Covers: a street of row houses, drawn for the theme and the page.

Houses are drawn from a seed, so a page always has the same street and two pages never have quite
the same one. Colours are classes of the style sheet: a cover follows the tint of its theme, light
and dark. The cover at the top of a page has a text that says what is drawn; in a list, where it
only repeats the theme, it is hidden from screen readers. A picture that an editor chose comes with
its own alternative text.
"""

import logging
from random import Random

from django.utils.html import escape, format_html
from django.utils.translation import gettext as _

from content.facades import house
from content.models import Theme

log = logging.getLogger(__name__)
# The one size in which a picture of an editor is shown.
PICTURE = "fill-960x540|format-webp"
WIDTH, HEIGHT, GROUND = 480, 270, 236
NARROWEST, WIDEST = 54, 84
# What stands in the sky or before the houses, by the tint of the theme.
SIGNS = {
    Theme.Tint.BRICK: "crane",
    Theme.Tint.CANAL: "tree",
    Theme.Tint.SKY: "kite",
    Theme.Tint.OCHRE: "sun",
    Theme.Tint.PLUM: "lamp",
    Theme.Tint.MOSS: "tree",
}


def cover(page, size):
    """Return the cover of a page: the picture its editor chose, or a drawn street."""
    if page.cover_id:
        try:
            return picture(page.cover, size)
        except OSError:
            # A file that is gone or broken must not take the page with it.
            log.exception("The picture %s cannot be shown; a street is drawn.", page.cover_id)
    text = _alternative(page) if size == "wide" else ""
    return street(seed=page.slug, tint=page.tint, size=size, text=text)


def picture(image, size):
    """Return a chosen picture as an `img` with its alternative text."""
    rendition = image.get_rendition(PICTURE)
    return format_html(
        '<img class="wk-cover wk-cover--{}" src="{}" width="960" height="540" alt="{}">',
        size,
        rendition.url,
        image.description,
    )


def street(seed, tint, size, text=""):
    """Return a street as SVG, always the same for a seed; without a text it is an ornament."""
    random = Random(f"{seed}/{tint}")
    meaning = f'role="img" aria-label="{escape(text)}"' if text else 'aria-hidden="true"'
    return (
        f'<svg class="wk-cover wk-cover--{size} wk-tint--{tint} wk-scene" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        f'{meaning} focusable="false">'
        f'<rect class="wk-scene__sky" width="{WIDTH}" height="{HEIGHT}"/>'
        f"{_sign(SIGNS[Theme.Tint(tint)], random)}"
        f"{''.join(_houses(random, WIDTH, GROUND))}"
        f'<rect class="wk-scene__street" y="{GROUND}" width="{WIDTH}" height="{HEIGHT - GROUND}"/>'
        f'<path class="wk-scene__kerb" d="M0 {GROUND + 10}H{WIDTH}"/>'
        "</svg>"
    )


def panorama(seed, width=1440, height=220):
    """Return a long street for the home page, in the tints of all themes."""
    random = Random(seed)
    houses = "".join(_houses(random, width, height, tints=list(Theme.Tint.values)))
    return (
        f'<svg class="wk-street wk-scene" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" aria-hidden="true" focusable="false">{houses}</svg>'
    )


def _alternative(page):
    if page.theme_list:
        theme = page.theme_list[0].label
        return _("Tekening van een straat, in de kleur van het thema %(theme)s") % {"theme": theme}
    return _("Tekening van een straat met rijtjeshuizen")


def _houses(random, width, ground, tints=None):
    left, number = 0, 0
    while left < width:
        wide = random.randrange(NARROWEST, WIDEST, 2)
        drawn = house(random, left, wide, ground)
        if tints:
            drawn = f'<g class="wk-tint--{tints[number % len(tints)]}">{drawn}</g>'
        yield drawn
        left, number = left + wide, number + 1


def _sign(name, random):
    x = random.randrange(60, WIDTH - 60)
    if name == "sun":
        return f'<circle class="wk-scene__sign" cx="{x}" cy="{random.randrange(36, 60)}" r="24"/>'
    if name == "kite":
        return (
            f'<path class="wk-scene__sign" d="M{x} 18l18 22-18 30-18-30z"/>'
            f'<path class="wk-scene__wire" d="M{x} 70q14 24-6 60"/>'
        )
    if name == "crane":
        return (
            f'<path class="wk-scene__wire" d="M{x} {GROUND}V20M{x - 46} 34H{x + 92}'
            f'M{x} 20l-46 14M{x} 20l92 14M{x + 66} 34v34"/>'
            f'<rect class="wk-scene__sign" x="{x + 58}" y="68" width="16" height="12"/>'
        )
    if name == "lamp":
        return (
            f'<path class="wk-scene__wire" d="M{x} {GROUND}V40q0-16 16-16h8"/>'
            f'<path class="wk-scene__sign" d="M{x + 18} 24h16l6 12h-28z"/>'
        )
    return (
        f'<path class="wk-scene__wire" d="M{x} {GROUND}V60"/>'
        f'<circle class="wk-scene__sign" cx="{x}" cy="54" r="34"/>'
    )
