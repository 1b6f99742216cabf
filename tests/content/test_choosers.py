"""The windows in which an editor chooses a theme, an area or an organisation."""

import json

import pytest
from bs4 import BeautifulSoup

from content.models import Organisation, Theme, ThemeLabel
from tests.factories import (
    GroupFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    OrganisationFactory,
    PracticeFactory,
    ThemeFactory,
)


@pytest.fixture
def editor(client, eva):
    client.force_login(eva)
    return client


def offered(client, name, question=""):
    """Return the rows that a window offers, and that it holds after typing a question."""
    answer = client.get(f"/beheer/{name}/results/?q={question}")
    soup = BeautifulSoup(answer.content, "html.parser")
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.select("td")]
        for row in soup.select("tbody tr")
    ]


def test_an_area_is_offered_with_its_municipality_kind_and_code(editor):
    utrecht = MunicipalityFactory(name="Utrecht", code="GM0344")
    NeighbourhoodFactory(name="Overvecht", code="AW38", parent=utrecht)
    GroupFactory(name="G4", code="G4")
    assert offered(editor, "area_chooser") == [
        ["G4", "Groep", "G4"],
        ["Overvecht (Utrecht)", "Wijk", "AW38"],
        ["Utrecht", "Gemeente", "GM0344"],
    ]
    assert offered(editor, "area_chooser", "vecht") == [["Overvecht (Utrecht)", "Wijk", "AW38"]]
    assert [row[0] for row in offered(editor, "area_chooser", "utrecht")] == [
        "Overvecht (Utrecht)",
        "Utrecht",
    ]
    assert offered(editor, "area_chooser", "xyz") == []


def test_a_theme_is_offered_with_its_scheme_and_found_by_its_other_words(editor):
    school = ThemeFactory(label="School", scheme=Theme.Scheme.PILLAR, position=2)
    leaving = ThemeFactory(label="Schooluitval", position=1)
    leaving.alternative_labels = [ThemeLabel(label="vsv")]
    leaving.save()
    assert offered(editor, "theme_chooser", "school") == [
        ["Schooluitval", "Beleidsthema's"],
        [school.label, "Programmapijlers"],
    ]
    assert offered(editor, "theme_chooser", "vsv") == [["Schooluitval", "Beleidsthema's"]]


def test_an_organisation_is_offered_with_its_kind(editor):
    OrganisationFactory(name="Platform31", abbreviation="P31", kind=Organisation.Kind.KNOWLEDGE)
    assert offered(editor, "organisation_chooser", "p31") == [
        ["Platform31", "Kennisinstituut", "P31"]
    ]


def test_several_areas_are_chosen_at_once(editor):
    utrecht = MunicipalityFactory(name="Utrecht")
    overvecht = NeighbourhoodFactory(name="Overvecht", parent=utrecht)
    window = BeautifulSoup(
        json.loads(editor.get("/beheer/area_chooser/?multiple=1").content)["html"], "html.parser"
    )
    boxes = window.select("tbody input[type=checkbox]")
    assert {int(box["value"]) for box in boxes} == {utrecht.pk, overvecht.pk}
    address = f"/beheer/area_chooser/chosen-multiple/?id={utrecht.pk}&id={overvecht.pk}"
    chosen = json.loads(editor.get(address).content)["result"]
    assert {found["title"] for found in chosen} == {"Utrecht", "Overvecht (Utrecht)"}


def test_the_form_of_a_practice_chooses_in_these_windows(editor, site):
    practice = PracticeFactory(
        parent=site.practices, themes=[ThemeFactory()], areas=[MunicipalityFactory()]
    )
    form = editor.get(f"/beheer/pages/{practice.pk}/edit/").content.decode()
    for name in ("theme_chooser", "area_chooser", "organisation_chooser"):
        assert f"/beheer/{name}/" in form


def test_a_new_organisation_is_made_without_leaving_the_page(client, anna):
    client.force_login(anna)
    window = json.loads(client.get("/beheer/organisation_chooser/").content)["html"]
    fields = BeautifulSoup(window, "html.parser").select("#tab-create [name]")
    names = {field["name"].rsplit("-", 1)[-1]: field["name"] for field in fields}
    form = {names["name"]: "Mitros", names["slug"]: "mitros", names["kind"]: "housing"}
    client.post("/beheer/organisation_chooser/create/", form)
    assert Organisation.objects.get(slug="mitros").kind == Organisation.Kind.HOUSING


@pytest.mark.parametrize("number", [1, 3])
def test_a_window_of_any_length_takes_as_many_queries(editor, number, django_assert_num_queries):
    for _ in range(number):
        NeighbourhoodFactory()
    editor.get("/beheer/area_chooser/results/")
    with django_assert_num_queries(7):
        assert len(offered(editor, "area_chooser", "wijk")) == number


def test_whoever_may_not_edit_chooses_nothing(client, bas):
    client.force_login(bas)
    assert client.get("/beheer/area_chooser/results/").status_code == 302
