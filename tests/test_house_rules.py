"""The rules of the house that a machine can check."""

import subprocess
import sys
import tomllib
from io import StringIO
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def source_files():
    return [
        path
        for app in settings.OUR_APPS
        for path in (ROOT / app).rglob("*.py")
        if "migrations" not in path.parts
    ]


def test_every_app_has_its_layer_in_the_order_of_the_settings():
    linter = PROJECT["tool"]["importlinter"]
    (contract,) = linter["contracts"]
    layers = [app for layer in contract["layers"] for app in layer.split(" | ")]
    assert layers == linter["root_packages"] == settings.OUR_APPS
    assert sorted(settings.OUR_APPS) == sorted(path.parent.name for path in ROOT.glob("*/apps.py"))


def test_imports_run_one_way():
    lint = Path(sys.executable).parent / "lint-imports"
    result = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout


def test_no_app_imports_from_the_tests():
    offenders = [
        str(path.relative_to(ROOT))
        for path in source_files()
        if "from tests" in path.read_text(encoding="utf-8")
    ]
    assert offenders == []


def test_no_module_is_named_after_nothing_in_particular():
    vague = {"utils.py", "helpers.py", "common.py", "misc.py"}
    assert [str(path) for path in source_files() if path.name in vague] == []


def test_every_model_has_a_name_in_dutch():
    unnamed = [
        model._meta.label
        for app in settings.OUR_APPS
        for model in apps.get_app_config(app).get_models()
        if str(model._meta.verbose_name) == model._meta.object_name.lower()
        and model._meta.object_name
        not in {"Dataset", "Indicator", "Partner", "Plan", "SiteRendition", "Version"}
    ]
    assert unnamed == []


@pytest.mark.django_db
def test_models_and_migrations_agree():
    output = StringIO()
    call_command("makemigrations", "--check", "--dry-run", stdout=output)
    assert output.getvalue().strip() == "No changes detected"


def test_lock_files_pin_every_package_with_hashes_and_name_no_host():
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        for line in text.splitlines():
            if "==" in line:
                assert line.endswith("\\"), f"{lock.name}: {line} has no hash"
    assert "resolved" not in (ROOT / "package-lock.json").read_text(encoding="utf-8")
