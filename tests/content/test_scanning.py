"""A program of the operator looks at what is uploaded, wherever that is."""

import sys
from io import BytesIO

import pytest
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from PIL import Image
from wagtail.admin.views.account import AvatarSettingsPanel
from wagtail.users.models import UserProfile

from cms import environment
from community.domain import attaching
from community.meetings import files
from content import scanning
from indicators.upload_forms import UploadForm
from tests.factories import CommunityFactory, ExperienceFactory
from tests.reading import words
from tests.robustness.forms import problems
from tests.robustness.reading import soup_of

FOUND = "Dit bestand is geweigerd: de virusscanner vond er iets in."
UNKNOWN = "De virusscanner kan dit bestand nu niet nakijken. Probeer het later opnieuw."
EVIL = b"KWAADAARDIG"
SCRIPT = f"""#!/bin/sh
# Refuses what holds a word; ends in other ways when a file asks for that.
[ "$1" = --stil ] && [ -z "$SECRET" ] || exit 3
grep -q {EVIL.decode()} "$2" && exit 1
grep -q KAPOT "$2" && exit 2
grep -q TRAAG "$2" && exec sleep 60
exit 0
"""


@pytest.fixture
def scanner(settings, tmp_path, monkeypatch):
    """Let a real program look at uploads."""
    program = tmp_path / "scan"
    program.write_text(SCRIPT)
    program.chmod(0o700)
    settings.UPLOAD_SCANNER = [str(program), "--stil"]
    monkeypatch.setenv("SECRET", "van de site")
    return program


def pdf(content=b"", name="plan.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.7 " + content)


def picture(content=b""):
    file = BytesIO()
    Image.new("RGB", (40, 30), "teal").save(file, "JPEG", comment=content)
    return SimpleUploadedFile("tuin.jpg", file.getvalue(), "image/jpeg")


def large(content):
    """Return an upload that lies on a disk, as large ones do."""
    upload = TemporaryUploadedFile("plan.pdf", "application/pdf", len(content), None)
    upload.write(content)
    upload.seek(0)
    return upload


def said(act, *given):
    """Return with which words something is refused, or nothing."""
    try:
        act(*given)
    except ValidationError as problem:
        return problem.messages
    return []


@pytest.mark.parametrize("make", [pdf, picture, large])
def test_what_the_scanner_finds_is_refused_and_the_rest_is_not(scanner, make):
    assert said(scanning.check, make(EVIL)) == [FOUND]
    clean = make(b"goed")
    assert said(scanning.check, clean) == []
    assert clean.read() != b""


@pytest.mark.parametrize(("content", "told"), [(b"KAPOT", "ended with 2"), (b"TRAAG", "Timeout")])
def test_what_the_scanner_cannot_judge_is_refused_in_other_words(
    scanner, content, told, monkeypatch, caplog
):
    monkeypatch.setattr(scanning, "SECONDS", 1)
    assert said(scanning.check, pdf(content)) == [UNKNOWN]
    assert told in caplog.text
    assert "plan.pdf" not in caplog.text


def test_a_scanner_that_is_gone_lets_nothing_in(scanner, caplog):
    scanner.unlink()
    assert said(scanning.check, pdf()) == [UNKNOWN]
    assert "gave no answer: FileNotFoundError" in caplog.text


def test_without_a_scanner_everything_comes_in(settings):
    assert settings.UPLOAD_SCANNER == []
    assert said(scanning.check, pdf(EVIL)) == []


@pytest.mark.django_db
def test_what_members_send_is_looked_at(scanner, site):
    community = CommunityFactory(parent=site.communities)
    told = ExperienceFactory(community=community)
    for content, expected in ((EVIL, [FOUND]), (b"goed", [])):
        assert said(attaching.add_file, told, pdf(content)) == expected
        assert said(attaching.add_image, told, picture(content)) == expected
        assert said(files.check, pdf(content)) == expected
    assert (told.files.count(), told.images.count()) == (1, 1)


@pytest.mark.django_db
def test_what_editors_send_is_looked_at(client, anna, site, scanner):
    client.force_login(anna)
    for kind, make in (("documents", pdf), ("images", picture)):
        fields = {"title": "Een bestand", "collection": "1", "description": "Wat het is"}
        place = f"/beheer/{kind}"
        refused = client.post(f"{place}/add/", fields | {"file": make(EVIL)})
        assert problems(refused) == {"file": [FOUND]}
        several = client.post(f"{place}/multiple/add/", fields | {"files[]": make(EVIL)})
        assert several.json() == {"success": False, "error_message": FOUND}
        assert client.post(f"{place}/add/", fields | {"file": make()}).status_code == 302
    form = UploadForm({}, {"file": SimpleUploadedFile("cijfers.csv", EVIL)})
    assert form.errors["file"] == [FOUND]


@pytest.mark.django_db
def test_the_picture_of_an_editor_is_looked_at(client, anna, site, scanner):
    client.force_login(anna)
    answer = client.post("/beheer/account/", {"avatar-avatar": picture(EVIL)})
    assert FOUND in [words(error) for error in soup_of(answer).select("p.error-message")]
    for content, errors in ((EVIL, {"avatar": [FOUND]}), (b"goed", {})):
        own = {"avatar": picture(content)}
        form = AvatarSettingsPanel.form_class({}, own, instance=UserProfile.get_for_user(anna))
        assert form.errors.get("avatar") == errors.get("avatar")


def test_a_command_is_read_as_a_shell_does_and_its_program_must_be_there(monkeypatch):
    for given, expected in (
        (f"{sys.executable} -c 'a b'", [sys.executable, "-c", "a b"]),
        ("", []),
    ):
        monkeypatch.setenv("WIJKKENNIS_UPLOAD_SCANNER", given)
        assert environment.command("WIJKKENNIS_UPLOAD_SCANNER") == expected
    for given in ("bestaat-niet --x", "'half"):
        monkeypatch.setenv("WIJKKENNIS_UPLOAD_SCANNER", given)
        with pytest.raises(ImproperlyConfigured, match="WIJKKENNIS_UPLOAD_SCANNER"):
            environment.command("WIJKKENNIS_UPLOAD_SCANNER")
