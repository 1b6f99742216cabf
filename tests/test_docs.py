"""What the documents tell people to type exists, and what exists is told."""

import re
from importlib import import_module
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import get_commands, load_command_class

from cms import environment

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *(ROOT / "docs").glob("*.md"),
]
TEXT = "\n".join(document.read_text(encoding="utf-8") for document in DOCUMENTS)
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def make_targets():
    return set(re.findall(r"^([a-z][a-z-]*):", MAKEFILE, re.MULTILINE))


def our_commands():
    return {name for name, app in get_commands().items() if app in settings.OUR_APPS}


@pytest.mark.parametrize(
    "target", sorted(set(re.findall(r"(?:`|^)make ([a-z][a-z-]+)", TEXT, re.MULTILINE)))
)
def test_every_make_command_in_the_documents_exists(target):
    assert target in make_targets()


@pytest.mark.parametrize("command", sorted(set(re.findall(r"manage\.py ([a-z_]+)", TEXT))))
def test_every_manage_command_in_the_documents_exists(command):
    assert command in get_commands()


@pytest.mark.parametrize("command", sorted(our_commands()))
def test_every_command_of_ours_is_documented_and_explains_itself(command):
    assert f"manage.py {command}" in TEXT
    assert len(load_command_class(get_commands()[command], command).help) > 40


def test_every_option_in_the_documents_exists():
    for command, options in re.findall(r"manage\.py ([a-z_]+)((?: --[a-z-]+)+)", TEXT):
        parser = load_command_class(get_commands()[command], command).create_parser("", command)
        known = {option for action in parser._actions for option in action.option_strings}
        assert set(options.split()) <= known


SEARCH = {"SEARCH_URL", "SEARCH_STANDBY", "SEARCH_CA_FILE", "SEARCH_API_KEY"}


@pytest.mark.parametrize("variable", sorted(environment.KNOWN | SEARCH | {"DATABASE_URL"}))
def test_every_setting_is_documented(variable):
    assert f"| `{variable}` |" in (ROOT / "docs/operators.md").read_text(encoding="utf-8")


def test_every_file_in_the_documents_exists():
    named = set(re.findall(r"`((?:[\w-]+/)+[\w-]+\.\w+)`", TEXT))
    ours = {name for name in named if not name.startswith("var/")}
    places = (ROOT, ROOT / "templates")
    assert [name for name in ours if not any((place / name).exists() for place in places)] == []


def exists(name):
    app, _, rest = name.partition(".")
    if rest.lower() in apps.all_models[app]:
        return True
    module, _, last = name.rpartition(".")
    try:
        return hasattr(import_module(module), last) or import_module(name)
    except ImportError:
        return False


def test_every_name_of_ours_in_the_documents_exists():
    ours = "|".join(settings.OUR_APPS)
    named = set(re.findall(rf"`((?:{ours})(?:\.\w+)+)`", TEXT)) - {"cms.wsgi"}
    assert [name for name in sorted(named) if not exists(name)] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(document):
    links = re.findall(r"\]\((?!http)([^)#]+)", document.read_text(encoding="utf-8"))
    assert [link for link in links if not (document.parent / link).exists()] == []
