"""What members say of themselves, and who sees it."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser

from accounts import entries
from accounts.models import Audience
from accounts.permissions import shown_fields
from tests.factories import UserFactory
from tests.reading import words

ALL = {
    "name": "Mira de Vries",
    "email": "mira@voorbeeld.example",
    "organisation": "Gemeente Utrecht",
    "job_title": "Wijkmanager",
    "about": "Ik werk in Overvecht.",
}

# What the other apps add to the overview, from the lowest to the highest.
ADDED = [
    "Wat u volgt",
    "Mail",
    "Uw plannen",
    "Uw gebieden en thema's",
    "Uw ervaringen",
    "Uw agenda",
    "Wat u meldde",
]


@pytest.fixture
def told(mira):
    """Return Mira, who told everything and left the choices as they come."""
    for field, value in ALL.items():
        if field != "name":
            setattr(mira, field, value)
    mira.save()
    return mira


def test_a_stranger_sees_a_name_alone(told, bas):
    for choice in told.AUDIENCES.values():
        setattr(told, choice, Audience.EVERYBODY)
    assert shown_fields(told, AnonymousUser(), share_community=False) == {"name": ALL["name"]}


def test_members_of_a_community_see_the_work_of_each_other_and_no_mail_address(told, bas):
    assert shown_fields(told, bas, share_community=False) == {"name": ALL["name"]}
    shown = {name: value for name, value in ALL.items() if name != "email"}
    assert shown_fields(told, bas, share_community=True) == shown


def test_everybody_sees_all_of_themselves(told):
    for choice in told.AUDIENCES.values():
        setattr(told, choice, Audience.NOBODY)
    assert shown_fields(told, told, share_community=False) == ALL


@pytest.mark.parametrize("field", ["email", "organisation", "job_title", "about"])
@pytest.mark.parametrize(
    ("audience", "to_anybody", "to_members"),
    [
        (Audience.NOBODY, False, False),
        (Audience.MEMBERS, False, True),
        (Audience.EVERYBODY, True, True),
    ],
)
def test_each_field_is_shown_as_its_owner_chose(told, bas, field, audience, to_anybody, to_members):
    setattr(told, told.AUDIENCES[field], audience)
    assert (field in shown_fields(told, bas, share_community=False)) == to_anybody
    assert (field in shown_fields(told, bas, share_community=True)) == to_members


def test_what_is_empty_is_not_shown(bas):
    nobody = UserFactory(username="leeg", organisation_shown_to=Audience.EVERYBODY)
    assert shown_fields(nobody, bas, share_community=True) == {"name": "leeg"}


def test_a_member_changes_the_profile(client, mira):
    client.force_login(mira)
    fields = {
        "first_name": "Mira",
        "last_name": "Jansen",
        "organisation": "Mitros",
        "organisation_shown_to": "everybody",
        "job_title": "",
        "job_title_shown_to": "members",
        "about": "",
        "about_shown_to": "nobody",
        "email_shown_to": "nobody",
        # What is not on the form is not taken.
        "username": "beheerder",
        "is_superuser": "on",
        "email": "ander@voorbeeld.example",
    }
    assert client.post("/account/profiel/", fields)["Location"] == "/account/profiel/"
    mira.refresh_from_db()
    assert (str(mira), mira.organisation, mira.organisation_shown_to) == (
        "Mira Jansen",
        "Mitros",
        "everybody",
    )
    assert (mira.username, mira.is_superuser, mira.email) == (
        "mira",
        False,
        "mira@voorbeeld.example",
    )
    page = BeautifulSoup(client.get("/account/profiel/").content, "html.parser")
    assert words(page.select_one("main .wk-notice")) == "Uw profiel is bewaard."


def test_a_profile_that_is_refused_keeps_what_was_typed(client, mira):
    client.force_login(mira)
    fields = {"first_name": "", "organisation": "Mitros", "organisation_shown_to": "iedereen"}
    answer = client.post("/account/profiel/", fields)
    assert answer.status_code == 400
    page = BeautifulSoup(answer.content, "html.parser")
    assert words(page.find(id="id_first_name_error")) == "Dit is een verplicht veld."
    assert page.find(id="id_organisation")["value"] == "Mitros"
    assert words(page.select_one(".wk-you__link")) == "Uw account: Mira de Vries"


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("address", ["/account/", "/account/profiel/"])
def test_the_pages_take_as_many_queries_however_many_members_there_are(
    client, site, mira, number, address, django_assert_num_queries
):
    for _ in range(number):
        UserFactory()
    client.force_login(mira)
    client.get(address)
    with django_assert_num_queries(8):
        client.get(address)


def test_other_apps_add_what_is_theirs_to_the_overview(client, mira, monkeypatch):
    monkeypatch.setattr(entries, "_ENTRIES", list(entries.entries()))
    mine = entries.Entry("Mijn plan", "Wat u bewaarde.", "home_of_this_test")
    entries.register(mine)
    entries.register(mine)
    names = [entry.url_name for entry in entries.entries()]
    assert names[0] == "account_profile"
    assert (names[-1], names.count("home_of_this_test")) == ("home_of_this_test", 1)


def test_the_overview_shows_every_entry(client, mira):
    client.force_login(mira)
    page = BeautifulSoup(client.get("/account/").content, "html.parser")
    assert [words(link) for link in page.select("main h2 a")] == [
        "Profiel",
        "E-mailadres",
        "Wachtwoord",
        "Tweede stap",
        "Apparaten",
        "Uw gegevens",
        *ADDED,
    ]
