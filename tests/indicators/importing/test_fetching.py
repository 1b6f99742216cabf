"""An editor has figures fetched where they are published, and then looks at them."""

from decimal import Decimal

import pytest
from django.urls import reverse

from indicators import current
from indicators.fetch_forms import FetchForm
from indicators.importing import arriving, running
from indicators.models import Dataset, FileImport
from tests.indicators.importing.test_admin import act, heading
from tests.indicators.sources.server import Source
from tests.indicators.sources.statline import table_v3

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def source():
    with Source().running() as source:
        yield source


@pytest.fixture
def fetched(source, settings, tmp_path):
    """Return a function that has the table of 2024 fetched, and then checked."""
    settings.DATA_DIR = tmp_path
    address = table_v3(source)

    def fetch(**fields):
        asked = {"source": "statline", "table": "2024", "base_url": address}
        imported = arriving.expect(asked, **fields)
        running.fetch(imported)
        return imported

    return fetch


def test_what_was_fetched_is_checked_and_waits_for_the_editor(editor, fetched):
    imported = fetched()

    assert (imported.state, imported.values, imported.missing) == ("checked", 4, 0)
    assert imported.dataset.title == "Kerncijfers wijken en buurten 2024"
    assert imported.dataset.licence == "CC BY 4.0, naamsvermelding: CBS"
    assert not current.measurements().exists()

    act(editor, "load")

    found = current.measurements().get(area__code="GM0363", indicator__code="cbs-woz")
    assert (found.value, found.period) == (Decimal(551000), "2024")


def test_a_source_that_has_nothing_new_says_so(editor, fetched):
    fetched()
    act(editor, "load")

    again = fetched()

    assert again.state == "failed"
    assert again.error == (
        "Dit is al ingelezen, als ‘Kerncijfers wijken en buurten 2024’: de bron heeft niets nieuws."
    )


def test_a_second_edition_gets_a_title_of_its_own(fetched):
    Dataset.objects.create(
        title="Kerncijfers wijken en buurten 2024", source="CBS", kind="measured"
    )

    assert fetched().dataset.title == "Kerncijfers wijken en buurten 2024 (2)"


def test_a_source_that_fails_is_told_and_can_be_asked_again(editor, settings, tmp_path, source):
    settings.DATA_DIR = tmp_path
    asked = {"source": "statline", "table": "85984NED", "base_url": f"{source.url}/niets"}
    imported = arriving.expect(asked)
    running.fetch(imported)

    answer = editor.get(reverse("imports:status", args=[imported.pk]))

    assert heading(answer)[0].startswith("Het ophalen lukte niet.")
    assert "Probeer opnieuw" in answer.content.decode()
    assert editor.get(reverse("imports:columns", args=[imported.pk])).status_code == 404
    arriving.folder_of(imported).mkdir(parents=True, exist_ok=True)
    act(editor, "discard")
    assert not arriving.folder_of(imported).exists()
    assert not FileImport.objects.exists()


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({}, "year", "Vul een jaar in, of het nummer van een tabel."),
        (
            {"year": "1999"},
            "year",
            "Van dit jaar kennen wij geen tabel. Vul het nummer van de tabel in.",
        ),
        ({"table": "../x"}, "table", "Een nummer is bijvoorbeeld 85984NED."),
        ({"source": "leefbaarometer-wijk"}, "year", "Vul een jaar in."),
        ({"source": "leefbaarometer-wijk", "year": "20222"}, "year", None),
        ({"source": "elders", "year": "2024"}, "source", None),
    ],
)
def test_what_is_missing_stands_beside_its_field(editor, fields, field, message):
    answer = editor.post(reverse("imports:fetch"), {"source": "statline"} | fields)

    errors = answer.context["form"].errors
    assert answer.status_code == 400
    assert list(errors) == [field]
    assert message is None or errors[field] == [message]
    assert not FileImport.objects.exists()


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        (
            {"source": "statline-v4", "year": "2024"},
            {"source": "statline-v4", "table": "2024"},
        ),
        (
            {"source": "statline", "table": "85984NED"},
            {"source": "statline", "table": "85984NED"},
        ),
        (
            {"source": "leefbaarometer-gemeente", "year": "2022", "boundary_year": "2021"},
            {
                "source": "leefbaarometer",
                "level": "gemeente",
                "year": 2022,
                "boundary_year": 2021,
            },
        ),
    ],
)
def test_what_an_editor_chooses_is_what_is_asked(fields, asked):
    form = FetchForm(fields)

    assert form.is_valid()
    assert form.asked == asked
