"""Commands bring figures in as the admin does, from a file or straight from the source."""

from decimal import Decimal
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from indicators import current
from indicators.models import Dataset, FileImport
from tests.indicators.sources.server import Source
from tests.indicators.sources.statline import table_v3, table_v4
from tests.indicators.sources.test_leefbaarometer import AREAS, collection

pytestmark = pytest.mark.usefixtures("site")


@pytest.fixture
def source():
    with Source().running() as source:
        yield source


def written(folder, text, name="klassen.csv"):
    path = Path(folder, name)
    path.write_text(text, encoding="utf-8")
    return path


def values():
    rows = current.measurements().order_by("area__code", "indicator__code", "period_date")
    return [tuple(row) for row in rows.values_list("area__code", "indicator__code", "value")]


def test_a_file_of_a_known_kind_is_loaded(tmp_path, capsys):
    path = written(tmp_path, "code;KL02;KL08;KL12;KL14;KL16\nWK034404;3;4;4;;5\nWK1;1;1;1;1;1\n")

    call_command("figures_import", str(path), boundary_year=2016, title="Leefbaarometer")

    assert capsys.readouterr().out.splitlines() == [
        "2 lines: 4 figures, 1 missing with a reason, 1 left out, 0 wrong.",
        "Loaded 5 figures.",
    ]
    dataset = Dataset.objects.get()
    assert (dataset.title, dataset.status, dataset.boundary_year) == (
        "Leefbaarometer",
        "final",
        2016,
    )
    assert values()[0] == ("AW38", "leefbaarometer-2", Decimal(3))


def test_what_is_wrong_is_told_and_nothing_is_kept(tmp_path, capsys):
    path = written(tmp_path, "code;KL02;KL08;KL12;KL14;KL16\nWK034404;drie;4;4;4;5\n")

    with pytest.raises(CommandError, match="Nothing was loaded"):
        call_command("figures_import", str(path), boundary_year=2016)

    assert capsys.readouterr().out.splitlines()[1] == (
        "  line 2, KL02: 'drie'; expected een getal met een decimale punt, zoals 12.5"
    )
    assert not Dataset.objects.exists()
    assert not FileImport.objects.exists()


def test_checking_alone_keeps_nothing(tmp_path):
    path = written(tmp_path, "code;KL02;KL08;KL12;KL14;KL16\nWK034404;3;4;4;4;5\n")

    call_command("figures_import", str(path), boundary_year=2016, check=True)

    assert not Dataset.objects.exists()


@pytest.mark.parametrize(
    ("text", "options", "message"),
    [
        ("a;b\n1;2\n", {}, r"No mapping fits the columns of this file \(a, b\)"),
        ("a\n1\n", {}, "Line 1: Hier staan geen twee kolommen"),
        ("code;population\n1;2\n", {"mapping": "geen"}, "There is no mapping geen"),
        ("code;population\n1;2\n", {"period": "ooit"}, "ooit is no period"),
        ("code;population\n1;2\n", {"supersedes": "niets"}, "no delivery called niets"),
        ("code;population\n1;2\n", {"boundary_year": 22}, "vier cijfers"),
    ],
)
def test_what_cannot_be_done_is_told(tmp_path, text, options, message):
    with pytest.raises(CommandError, match=message):
        call_command("figures_import", str(written(tmp_path, text)), **options)


def test_the_mappings_are_listed(capsys):
    call_command("figures_import", list=True)

    assert "rivm-gezondheid          RIVM, Gezondheid per wijk en buurt" in capsys.readouterr().out


@pytest.mark.parametrize(("service", "serve"), [("statline", table_v3), ("statline-v4", table_v4)])
def test_a_table_of_statline_is_fetched_and_loaded(source, settings, tmp_path, service, serve):
    settings.DATA_DIR = tmp_path
    address = serve(source)

    call_command("figures_fetch", service, "2024", base_url=address)

    assert values() == [
        ("GM0363", "cbs-inwoners", Decimal(931298)),
        ("GM0363", "cbs-woz", Decimal(551000)),
        ("NL00", "cbs-inwoners", Decimal(17942942)),
        ("NL00", "cbs-woz", Decimal(398000)),
    ]
    dataset = Dataset.objects.get()
    assert dataset.title == "Kerncijfers wijken en buurten 2024"
    assert dataset.licence == "CC BY 4.0, naamsvermelding: CBS"
    assert dataset.boundary_year == 2024
    assert list(tmp_path.joinpath("fetched").iterdir()) == []


def test_the_leefbaarometer_is_fetched_and_loaded(source, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    areas = [{**AREAS[0], "id": "WK0363FA"}]
    source.on(
        "/wfs",
        lambda query: collection(
            [{"type": "Feature", "properties": {**area, "year": "2024"}} for area in areas], 1
        ),
    )

    call_command(
        "figures_fetch",
        "leefbaarometer",
        "wijk",
        "2024",
        base_url=f"{source.url}/wfs",
        boundary_year=2024,
    )

    assert values() == [("AW05", "leefbaarometer-3", Decimal(6))]


def test_a_source_that_does_not_answer_is_told(settings, tmp_path, source):
    settings.DATA_DIR = tmp_path

    with pytest.raises(CommandError, match="85984NED"):
        call_command("figures_fetch", "statline", "85984NED", base_url=f"{source.url}/niets")
    assert not Dataset.objects.exists()
