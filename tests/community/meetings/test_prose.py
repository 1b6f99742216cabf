"""Typed text and the blocks it becomes, there and back."""

import pytest
from wagtail.blocks import StreamValue

from community.meetings import prose
from community.models import EventPage

STREAM = EventPage._meta.get_field("body").stream_block


def stream(*blocks):
    return StreamValue(STREAM, list(blocks))


def html_of(text):
    return "".join(block[1].source for block in prose.blocks(text))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("  \n ", ""),
        ("Een regel.\nNog een.", "<p>Een regel.<br/>\nNog een.</p>"),
        ("Een.\n\nTwee.", "<p>Een.</p><p>Twee.</p>"),
        ("# Ochtend\nKoffie", "<h3>Ochtend</h3><p>Koffie</p>"),
        ("- a\n- b", "<ul>\n<li>a</li><li>b</li></ul>"),
        ("1. a\n\n2. b", "<ol>\n<li>a</li><li>b</li></ol>"),
        ("**vet** en *schuin*", "<p><b>vet</b> en <i>schuin</i></p>"),
        ("[hier](https://a.nl 'titel')", '<p><a href="https://a.nl">hier</a></p>'),
        ("[hier](/agenda/)", '<p><a href="/agenda/">hier</a></p>'),
        ("[x](javascript:alert)", "<p>[x](javascript:alert)</p>"),
        ("[x](data:text/html,x)", "<p>[x](data:text/html,x)</p>"),
        ("![x](https://a.nl/b.png)", '<p>!<a href="https://a.nl/b.png">x</a></p>'),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        (
            '<a linktype="document" id="1">x</a>',
            "<p>&lt;a linktype=&quot;document&quot; id=&quot;1&quot;&gt;x&lt;/a&gt;</p>",
        ),
        ("<https://a.nl>", '<p><a href="https://a.nl">https://a.nl</a></p>'),
        ("a `b` & c", "<p>a `b` &amp; c</p>"),
    ],
)
def test_typed_text_becomes_safe_rich_text(text, html):
    assert html_of(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Een regel.\nNog een.\n\nEn een.",
        "### Ochtend\n\n9.30 koffie\n\n- a\n- b **vet**\n\nDaarna *verder*.",
        "1. a\n2. b",
        "Zie [hier](https://a.nl/b?c=d&e=f).",
        "2 * 3 * 4 is 24; [geen link], a_b_c",
        "<b>geen vet</b> & zo",
        "- a\n   - b\n   - c\n- d",
        "1) geen lijst?",
    ],
)
def test_what_was_typed_comes_back_the_same_on_the_page(text):
    back = prose.typed(stream(*prose.blocks(text)))
    assert html_of(back) == html_of(text)


def test_what_an_editor_wrote_in_the_admin_can_be_typed_on():
    html = '<p data-block-key="a1b2c">Welkom.</p><ul><li data-block-key="x">een</li></ul>'
    assert prose.typed(stream(("text", html))) == "Welkom.\n\n- een"


@pytest.mark.parametrize(
    "blocks",
    [
        [("text", '<p><a linktype="page" id="3">een pagina</a></p>')],
        [("text", "<p>a</p>"), ("heading", "Kop")],
        [("quote", {"text": "a", "speaker": "b"})],
        [("text", "<h4>te diep</h4>")],
    ],
)
def test_what_only_the_admin_can_show_is_left_to_the_admin(blocks):
    assert prose.typed(stream(*blocks)) is None
