"""The plain text of the content files becomes the HTML that an editor would have made."""

import pytest

from cms.demo.markup import html

TEXTS = [
    ("Een zin.", "<p>Een zin.</p>"),
    ("Een zin\nover twee regels.", "<p>Een zin over twee regels.</p>"),
    ("Een alinea.\n\nNog een.", "<p>Een alinea.</p><p>Nog een.</p>"),
    ("- een\n- twee\n  gaat door", "<ul><li>een</li><li>twee gaat door</li></ul>"),
    ("Dit doen wij:\n- een\n- twee", "<p>Dit doen wij:</p><ul><li>een</li><li>twee</li></ul>"),
    ("### Een kop\nEn tekst.", "<h3>Een kop</h3><p>En tekst.</p>"),
    ("**Extra lestijd**: zes uur", "<p><b>Extra lestijd</b>: zes uur</p>"),
    ("Zie [Contact](/contact/).", '<p>Zie <a href="/contact/">Contact</a>.</p>'),
    ("Welzijn & zorg <niet>", "<p>Welzijn &amp; zorg &lt;niet&gt;</p>"),
    ("[klik](javascript:alert())", "<p>[klik](javascript:alert())</p>"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "expected"), TEXTS)
def test_text_becomes_html(text, expected):
    assert html(text) == expected
