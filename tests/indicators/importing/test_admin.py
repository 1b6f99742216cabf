"""An editor brings a file in: chooses it, says what is in it, looks, and loads or throws away."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from indicators import current
from indicators.importing import arriving
from indicators.models import ColumnMapping, Dataset, FileImport
from tests.factories import UserFactory
from tests.indicators.admin import soup
from tests.reading import words
from tests.robustness.forms import Form

pytestmark = pytest.mark.usefixtures("site")

TABLE = "gebied;schoolverlaters;WOZ\nGM0344;6,0;217\nWK034404;8,3;159,5\n"


def upload(client, content=TABLE, name="wijken.csv", **fields):
    told = {
        "title": "Wijken 2012",
        "source": "CBS",
        "licence": "CC BY 4.0",
        "period": "2012",
        "boundary_year": "2022",
        "status_after": "final",
    }
    file = SimpleUploadedFile(name, content.encode())
    return client.post(reverse("imports:add"), told | {"file": file} | fields)


def columns(client):
    """Return the form about the columns of the last file."""
    imported = FileImport.objects.first()
    return Form(client, reverse("imports:columns", args=[imported.pk]))


def act(client, name):
    imported = FileImport.objects.first()
    return client.post(reverse("imports:act", args=[imported.pk, name]), follow=True)


def heading(answer):
    return [words(block) for block in soup(answer).select(".help-block")]


def test_a_file_goes_all_the_way(editor):
    assert upload(editor).status_code == 302
    answer = columns(editor).post(
        area="gebied", indicator_1="vsv", indicator_2="woz", factor_2="1000", name="Onze wijken"
    )
    answer = editor.get(answer.url)
    assert heading(answer) == ["Alles klopt. Er is nog niets ingelezen."]
    assert not current.measurements().exists()

    answer = act(editor, "load")

    assert heading(answer) == ["Ingelezen. De cijfers van ‘Wijken 2012’ tellen mee."]
    assert current.measurements().count() == 4
    assert FileImport.objects.get().created_by.username == "eva"


def test_a_mapping_is_remembered_for_the_next_file(editor):
    upload(editor)
    columns(editor).post(area="gebied", indicator_1="vsv", name="Onze wijken")
    assert ColumnMapping.objects.get().name == "Onze wijken"

    upload(editor, TABLE.replace("6,0", "5,0"), title="Wijken 2013", period="2013")

    fields = columns(editor).fields
    assert (fields["area"], fields["indicator_1"], fields["indicator_2"]) == ("gebied", "vsv", "")


def test_a_known_kind_of_file_needs_no_pointing_out_and_brings_its_indicators(editor):
    upload(editor, "code;KL02;KL08;KL12;KL14;KL16\nWK034404;3;4;4;4;5\n", boundary_year="2016")
    columns(editor).post()

    act(editor, "load")

    assert list(current.measurements().values_list("indicator__code", "period", "value")) == [
        ("leefbaarometer-2", "2002", 3),
        ("leefbaarometer-2", "2008", 4),
        ("leefbaarometer-2", "2012", 4),
        ("leefbaarometer-2", "2014", 4),
        ("leefbaarometer-2", "2016", 5),
    ]


def test_what_is_wrong_is_shown_and_keeps_the_file_out(editor):
    upload(editor, TABLE.replace("GM0344", "0344"))
    answer = editor.get(columns(editor).post(area="gebied", indicator_1="vsv").url)

    assert heading(answer)[0].startswith("Er is 1 fout. Er wordt niets ingelezen.")
    rows = [
        [words(cell) for cell in row.select("td")]
        for row in soup(answer).select("table")[0].select("tbody tr")
    ]
    expected = "een volledige code, met letters en nullen; bedoelt u GM0344?"
    assert rows == [["2", "gebied", "0344", expected, "fout"]]

    assert "Dat kan nu niet" in act(editor, "load").content.decode()
    assert not current.measurements().exists()


def test_the_report_can_be_downloaded(editor):
    upload(editor, TABLE.replace("GM0344", "0344"))
    columns(editor).post(area="gebied", indicator_1="vsv")

    answer = editor.get(reverse("imports:report", args=[FileImport.objects.get().pk]))

    assert answer["Content-Disposition"] == 'attachment; filename="verslag-Wijken 2012.csv"'
    assert b"bedoelt u GM0344?" in b"".join(answer.streaming_content)


def test_undoing_and_doing_it_again(editor):
    upload(editor)
    columns(editor).post(area="gebied", indicator_1="vsv")
    act(editor, "load")

    assert heading(act(editor, "undo"))[-1].startswith("Teruggedraaid")
    assert not current.measurements().exists()

    act(editor, "redo")
    assert current.measurements().count() == 2


def test_throwing_a_file_away(editor):
    upload(editor)
    path = FileImport.objects.get().file.path

    act(editor, "discard")

    assert not Dataset.objects.exists()
    assert not arriving.Path(path).exists()


@pytest.mark.parametrize(
    ("fields", "field", "message"),
    [
        ({"name": "wijken.pdf"}, "file", "Kies een CSV- of XLSX-bestand."),
        (
            {"period": "kwartaal 3"},
            "period",
            "Vul een periode in zoals 2022, begin 2007 of 1-10-2012.",
        ),
        ({"title": ""}, "title", "Dit is een verplicht veld."),
        (
            {"boundary_year": "22"},
            "boundary_year",
            "Vul een jaar in met vier cijfers, zoals 2013.",
        ),
    ],
)
def test_what_is_wrong_with_an_upload_stands_beside_its_field(editor, fields, field, message):
    answer = upload(editor, **fields)

    assert answer.status_code == 400
    assert answer.context["form"].errors[field] == [message]
    assert not FileImport.objects.exists()


def test_the_same_file_is_refused_a_second_time(editor):
    upload(editor)
    columns(editor).post(area="gebied", indicator_1="vsv")
    act(editor, "load")

    answer = upload(editor, title="Nog eens")

    assert answer.status_code == 400
    assert answer.context["form"].errors["file"] == [
        "Precies dit bestand is al ingelezen, als ‘Wijken 2012’."
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"indicator_1": ""}, "Kies voor minstens één kolom welke indicator erin staat."),
        ({"period_1": "ooit"}, "Vul een periode in zoals 2022."),
        ({"only": "WATER = NEE"}, "Er is geen kolom ‘WATER’."),
        ({"same": "zonder teken"}, "Schrijf op elke regel: naam = waarde."),
        ({"value": "WOZ"}, "Kies de kolom van de indicator en die van het cijfer."),
    ],
)
def test_columns_that_make_no_sense_are_asked_about(editor, changes, message):
    upload(editor)
    answer = columns(editor).post(**{"area": "gebied", "indicator_1": "vsv"} | changes)

    assert answer.status_code == 400
    assert message in answer.content.decode()
    assert FileImport.objects.get().mapping == {}


def test_what_cannot_be_read_says_why_and_where(editor):
    upload(editor, "één kolom\nmeer niet\n")

    answer = editor.get(reverse("imports:columns", args=[FileImport.objects.get().pk]))

    assert answer.status_code == 400
    assert heading(answer)[0].startswith("Regel 1: Hier staan geen twee kolommen.")


@pytest.mark.parametrize("name", ["index", "add"])
def test_who_is_no_editor_sees_none_of_it(client, name):
    client.force_login(UserFactory())

    assert client.get(reverse(f"imports:{name}")).status_code == 302


def test_the_list_says_what_there_is(editor):
    assert (
        "Er is nog geen bestand ingelezen." in editor.get(reverse("imports:index")).content.decode()
    )

    upload(editor)

    rows = soup(editor.get(reverse("imports:index"))).select("tbody tr")
    assert words(rows[0]).startswith("wijken.csv Wijken 2012 kies de kolommen 0")
