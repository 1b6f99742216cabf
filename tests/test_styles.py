"""The style sheets and what names their classes belong together."""

import re
from pathlib import Path

from cms.navigation import STYLE_SHEETS
from programmes.reporting.pdf import SHEETS as ON_PAPER

ROOT = Path(__file__).resolve().parent.parent
SHEETS = {path: path.read_text(encoding="utf-8") for path in (ROOT / "assets/css").glob("*.css")}
RULES = {name for text in SHEETS.values() for name in re.findall(r"\.(wk-[\w-]+)", text)}
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(", re.IGNORECASE)
# Of Wagtail's pages, not of the site.
ADMIN = "admin.css"


def names():
    """Return every class that a template, a module or a script names, or begins to name."""
    places = (("templates", "*.html"), ("assets/js", "*.js"), ("content", "*.py"))
    files = [path for folder, kind in places for path in (ROOT / folder).rglob(kind)]
    text = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return set(re.findall(r"(?<![\w-])wk-[\w-]+", text))


def test_every_sheet_is_on_every_page():
    apart = {f"css/{ADMIN}", *ON_PAPER} - {"css/tokens.css"}
    assert {f"css/{path.name}" for path in SHEETS} - apart == set(STYLE_SHEETS)


def test_only_the_tokens_name_colours():
    others = {path.name: text for path, text in SHEETS.items() if path.name != ADMIN}
    assert [name for name, text in others.items() if COLOUR.search(text)] == ["tokens.css"]


def test_every_class_with_a_rule_is_used():
    used = names()
    begun = tuple(name for name in used if name.endswith("-"))
    assert {name for name in RULES - used if not name.startswith(begun)} == set()


def test_every_class_and_token_in_the_documents_is_in_a_sheet():
    text = (ROOT / "docs/look.md").read_text(encoding="utf-8")
    tokens = SHEETS[ROOT / "assets/css/tokens.css"]
    assert set(re.findall(r"(?<![\w-])wk-[\w-]*\w", text)) - RULES == set()
    assert [name for name in re.findall(r"--wk-[\w-]*\w", text) if name not in tokens] == []


def test_every_block_of_a_sheet_is_closed():
    unbalanced = [path.name for path, text in SHEETS.items() if text.count("{") != text.count("}")]
    assert unbalanced == []
