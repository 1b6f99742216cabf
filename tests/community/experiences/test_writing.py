"""Markup of members becomes safe HTML, and words without markup."""

import pytest

from community.experiences.writing import html, plain

LINK = 'class="utrecht-link"'
REL = 'rel="nofollow ugc noopener noreferrer"'


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Eén.\n\nTwee.", "<p>Eén.</p>\n<p>Twee.</p>\n"),
        ("Regel\nregel", "<p>Regel<br>\nregel</p>\n"),
        ("- een\n- twee", "<ul>\n<li>een</li>\n<li>twee</li>\n</ul>\n"),
        ("Dit is **vet**.", "<p>Dit is <strong>vet</strong>.</p>\n"),
        (
            "[site](https://voorbeeld.example)",
            f'<p><a href="https://voorbeeld.example" {REL} {LINK}>site</a></p>\n',
        ),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
        ('<img src=x onerror="a">', "<p>&lt;img src=x onerror=&quot;a&quot;&gt;</p>\n"),
        ("[klik](javascript:alert(1))", "<p>[klik](javascript:alert(1))</p>\n"),
        ("[klik](data:text/html,x)", "<p>[klik](data:text/html,x)</p>\n"),
        ("![plaatje](https://elders.example/x.png)", None),
        ("# Kop", "<p># Kop</p>\n"),
        ("1 < 2 & 3 > 2", "<p>1 &lt; 2 &amp; 3 &gt; 2</p>\n"),
    ],
)
def test_markup_becomes_safe_html(typed, shown):
    made = html(typed)
    assert "<img" not in made
    if shown is not None:
        assert made == shown


def test_words_are_left_without_markup():
    assert plain("Wij **fietsten**.\n\n- samen\n- elke dag") == "Wij fietsten. samen elke dag"
    assert plain("1 < 2 <b>") == "1 < 2 <b>"
