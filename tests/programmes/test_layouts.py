"""Editions of every layout there ever was can still be shown: they are for ever.

When the layout of editions changes (`programmes.domain.LAYOUT`), put an edition of the new one
beside the others, and leave those as they are.
"""

import json
from pathlib import Path

import pytest
from django.utils import timezone

from programmes.domain import LAYOUT
from programmes.models import ReportEdition
from tests.factories import ProgressReportFactory
from tests.reading import main_of, words

KEPT = sorted((Path(__file__).parent / "editions").glob("*.json"))


def test_there_is_an_edition_of_every_layout():
    assert [path.stem for path in KEPT] == [f"layout-{number}" for number in range(1, LAYOUT + 1)]


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_an_edition_of_an_old_layout_is_still_shown(client, site, path):
    report = ProgressReportFactory(parent=site.reports, title="Nu")
    edition = ReportEdition.objects.create(
        report=report,
        number=9,
        content=json.loads(path.read_text(encoding="utf-8")),
        made_at=timezone.now(),
        hash="0123456789abcdef" * 4,
    )
    page = main_of(client, edition.get_absolute_url())
    assert words(page.h1) == "Stand van zaken"
    text = words(page).replace("\N{NO-BREAK SPACE}", " ")
    for told in (
        "1 Werk",
        "Het aandeel daalde van 10% (begin 2007) naar 7% (begin 2013).",
        "Transvaal (Den Haag) 12% 8%",
        "Afstand kleiner 2",
        "Lestijd 17 van 34 scholen (50%)",
        "1 november 2011 Van start",
        "Aan het overleg (zomer 2013) deed 1 gemeente mee.",
        "Samen fietsen",
    ):
        assert told in text
