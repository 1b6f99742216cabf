"""Editors keep terms themselves, in the menu “Begrippen”."""

import pytest
from bs4 import BeautifulSoup

from accounts.domain import grant_editor_permissions
from content.models import Area, Organisation, Theme, ThemeLabel
from practices.models import Partner
from tests.factories import (
    GroupFactory,
    IndicatorFactory,
    MeasurementFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    OrganisationFactory,
    PracticeFactory,
    ThemeFactory,
    ThemePageFactory,
)


def soup_of(answer):
    return BeautifulSoup(answer.content, "html.parser")


def rows(client, address):
    """Return the cells of a list in words; the first holds the name alone."""
    soup = soup_of(client.get(address))
    for menu in soup.select("main td .w-dropdown, main td [data-controller='w-dropdown']"):
        menu.decompose()
    return [
        [" ".join(cell.get_text(" ").split()) for cell in row.select("td")]
        for row in soup.select("main table tbody tr")
    ]


def formset(name, *forms):
    """Return the fields of an inline panel that a browser sends along."""
    fields = {f"{name}-TOTAL_FORMS": len(forms), f"{name}-INITIAL_FORMS": 0}
    for number, form in enumerate(forms):
        fields |= {f"{name}-{number}-{field}": value for field, value in form.items()}
        fields[f"{name}-{number}-ORDER"] = number + 1
    return fields


def theme_form(**changes):
    fields = {
        "label": "Schooluitval",
        "slug": "schooluitval",
        "scheme": "policy",
        "definition": "Jongeren die zonder diploma van school gaan.",
        "tint": "ochre",
        "position": 3,
    }
    return fields | formset("alternative_labels", {"label": "vsv"}) | changes


def area_form(**changes):
    fields = {"name": "Overvecht", "slug": "overvecht", "kind": "neighbourhood", "code": "AW38"}
    return fields | formset("designations") | formset("cbs_codes") | changes


@pytest.fixture
def editor(client, eva):
    """Return the browser of Eva, who has the permissions that `prepare` gives every editor."""
    grant_editor_permissions()
    client.force_login(eva)
    return client


def test_the_menu_has_every_list_that_an_editor_may_keep(editor):
    answer = editor.get("/beheer/themes/")
    page = answer.content.decode()
    for name in ("themes", "areas", "memberships", "organisations"):
        assert editor.get(f"/beheer/{name}/").status_code == 200
        assert f'"url": "/beheer/{name}/"' in page
    assert '"label": "Begrippen"' in page


def test_another_app_puts_its_terms_in_the_same_menu(editor):
    menu = editor.get("/beheer/themes/").content.decode()
    assert '"url": "/beheer/target_groups/"' in menu


def test_a_list_shows_what_tells_areas_apart_and_finds_parts_of_words(editor):
    utrecht = MunicipalityFactory(name="Utrecht", code="GM0344")
    NeighbourhoodFactory(name="Overvecht", code="AW38", parent=utrecht)
    GroupFactory(name="G4", code="G4")
    assert rows(editor, "/beheer/areas/") == [
        ["G4", "Groep", "", "G4"],
        ["Overvecht", "Wijk", "Utrecht", "AW38"],
        ["Utrecht", "Gemeente", "", "GM0344"],
    ]
    assert rows(editor, "/beheer/areas/?q=vecht+utr") == [["Overvecht", "Wijk", "Utrecht", "AW38"]]
    assert rows(editor, "/beheer/areas/?kind=municipality") == [
        ["Utrecht", "Gemeente", "", "GM0344"]
    ]


def test_a_theme_is_found_by_its_other_words(editor):
    theme = ThemeFactory(label="Schooluitval", broader=ThemeFactory(label="Leren"))
    theme.alternative_labels = [ThemeLabel(label="vsv"), ThemeLabel(label="vsv'er")]
    theme.save()
    assert rows(editor, "/beheer/themes/?q=vsv") == [["Schooluitval", "Beleidsthema's", "Leren"]]
    assert len(rows(editor, "/beheer/themes/?scheme=policy")) == 2
    assert rows(editor, "/beheer/themes/?scheme=pillar") == []


def test_members_are_narrowed_to_a_group(editor):
    utrecht, gouda = MunicipalityFactory(name="Utrecht"), MunicipalityFactory(name="Gouda")
    g4 = GroupFactory(name="G4", members=[utrecht])
    GroupFactory(name="Anders", members=[gouda])
    assert rows(editor, f"/beheer/memberships/?group={g4.pk}") == [["Utrecht", "G4", "", ""]]
    assert rows(editor, "/beheer/memberships/?q=gouda") == [["Gouda", "Anders", "", ""]]
    choices = soup_of(editor.get("/beheer/memberships/")).select("[name=group] option[value]")
    assert [choice.get_text() for choice in choices if choice["value"]] == ["Anders", "G4"]


def test_organisations_are_found_by_their_abbreviation(editor):
    OrganisationFactory(name="Platform31", abbreviation="P31", kind=Organisation.Kind.KNOWLEDGE)
    OrganisationFactory(name="Mitros")
    assert rows(editor, "/beheer/organisations/?q=p31") == [
        ["Platform31", "Kennisinstituut", "P31"]
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_a_list_of_any_length_takes_as_many_queries(editor, number, django_assert_num_queries):
    for _ in range(number):
        GroupFactory(members=[NeighbourhoodFactory()])
        ThemeFactory(broader=ThemeFactory())
    editor.get("/beheer/areas/")
    for address, queries in (("areas", 11), ("themes", 11), ("memberships", 12)):
        with django_assert_num_queries(queries):
            editor.get(f"/beheer/{address}/")


def test_an_editor_adds_a_theme_with_its_other_words(editor):
    leren, werken = ThemeFactory(label="Leren"), ThemeFactory(label="Werken")
    form = theme_form(broader=leren.pk, related=[werken.pk])
    assert editor.post("/beheer/themes/new/", form).status_code == 302
    theme = Theme.objects.get(slug="schooluitval")
    assert [found.label for found in theme.alternative_labels.all()] == ["vsv"]
    assert (theme.broader, list(theme.related.all())) == (leren, [werken])


def test_an_editor_adds_an_area_with_its_codes_and_designations(editor):
    utrecht = MunicipalityFactory(name="Utrecht")
    form = area_form(
        parent=utrecht.pk,
        **formset("designations", {"name": "Aandachtswijk", "started": "2007"}),
        **formset(
            "cbs_codes", {"code": "WK034403", "first_year": 2016, "last_year": 2022, "fit": "whole"}
        ),
    )
    assert editor.post("/beheer/areas/new/", form).status_code == 302
    area = Area.objects.get(code="AW38")
    assert [found.period for found in area.designations.all()] == ["sinds 2007"]
    assert [str(found) for found in area.cbs_codes.all()] == ["WK034403 (2016–2022)"]


NO_DAY = formset("designations", {"name": "Aandachtswijk", "started": "ooit"})


@pytest.mark.parametrize(
    ("address", "form", "messages"),
    [
        (
            "themes",
            theme_form(slug="leren"),
            ["Er bestaat al een Thema met eenzelfde Deel van het webadres."],
        ),
        ("areas", area_form(), ["Kies de gemeente waarin deze wijk ligt."]),
        (
            "areas",
            area_form(kind="municipality", latitude="52.1"),
            ["Vul breedtegraad en lengtegraad allebei in, of geen van beide."],
        ),
        (
            "areas",
            area_form(kind="municipality", **NO_DAY),
            ["Vul een jaar in of een datum, zoals 2007 of 2012-10-11."],
        ),
        (
            "memberships",
            {"group": "", "member": "", "first_year": "-1"},
            [
                "Dit is een verplicht veld.",
                "Dit is een verplicht veld.",
                "Zorg ervoor dat deze waarde minstens 0 is.",
            ],
        ),
    ],
)
def test_a_form_that_is_not_right_says_so_next_to_the_field(editor, address, form, messages):
    ThemeFactory(label="Leren")
    answer = editor.post(f"/beheer/{address}/new/", form)
    errors = [error.get_text(" ", strip=True) for error in soup_of(answer).select(".error-message")]
    assert errors == messages


def test_deleting_stays_with_administrators(editor, client, anna):
    theme = ThemeFactory()
    assert editor.post(f"/beheer/themes/delete/{theme.pk}/").status_code == 302
    assert Theme.objects.filter(pk=theme.pk).exists()
    client.force_login(anna)
    client.post(f"/beheer/themes/delete/{theme.pk}/")
    assert not Theme.objects.filter(pk=theme.pk).exists()


@pytest.fixture
def used(site):
    """Return terms that pages and figures refer to, each with what it is used by."""
    theme, area = ThemeFactory(label="Leren"), NeighbourhoodFactory(name="Overvecht")
    organisation = OrganisationFactory(name="Mitros")
    IndicatorFactory(name="Verzuim", theme=theme)
    ThemePageFactory(parent=site.themes, theme=theme)
    MeasurementFactory(area=area, indicator=IndicatorFactory(theme=theme))
    PracticeFactory(
        parent=site.practices,
        themes=[theme],
        areas=[area],
        partners=[Partner(organisation=organisation, role="Betaalt")],
    )
    return {
        "themes": (theme, ["Indicator: 2", "Thema: 1", "Themapagina: 1"]),
        "areas": (area, ["Gebied: 1", "Meting: 1"]),
        "organisations": (organisation, ["Partner: 1"]),
    }


@pytest.mark.parametrize("name", ["themes", "areas", "organisations"])
def test_a_term_in_use_is_not_deleted_and_says_where_it_is_used(client, anna, used, name):
    client.force_login(anna)
    term, uses = used[name]
    address = f"/beheer/{name}/delete/{term.pk}/"
    question = soup_of(client.get(address))
    assert [item.get_text() for item in question.select("main ul li")] == uses
    assert question.select_one(f"main form[action='{address}']") is None
    answer = client.post(address)
    assert answer.status_code == 409
    assert "kan daarom niet weg" in answer.content.decode()
    term.refresh_from_db()


def test_bas_may_not_see_any_of_it(client, bas):
    client.force_login(bas)
    assert client.get("/beheer/themes/").status_code == 302
