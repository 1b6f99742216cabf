"""Members find each other: by name, organisation and area, as far as each shows that."""

import pytest

from community.models import Member, Profile
from tests.community.members.reading import errors, names, page_of, said
from tests.factories import (
    ExperienceFactory,
    MemberFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    ThemeFactory,
    UserFactory,
)
from tests.reading import words

pytestmark = pytest.mark.django_db

MEMBERS = "/community/cop-18/leden/"
SUBJECTS = "/account/gebieden-en-themas/"


@pytest.fixture
def overvecht():
    return NeighbourhoodFactory(name="Overvecht", parent=MunicipalityFactory(name="Utrecht"))


def works_on(person, *areas, themes=(), shown_to="members"):
    profile = Profile.objects.create(user=person, shown_to=shown_to)
    profile.areas.add(*areas)
    profile.themes.add(*themes)


def shown_of(browser, person, key):
    return words(page_of(browser.get(f"{MEMBERS}{key(person)}/")).find("ul", "wk-tags"))


def test_members_see_who_takes_part_now(browser, lisa, karim, vera, wim):
    page = browser(lisa).get(MEMBERS)
    assert names(page) == ["Karim Amrani", "Lisa Lid"]
    assert "no-store" in page["Cache-Control"]
    row = page_of(page).select_one(".wk-rows__item")
    assert words(row) == "Karim Amrani Coördinator"


def test_somebody_is_found_by_name_organisation_and_area(browser, lisa, omar, overvecht):
    type(omar).objects.filter(pk=omar.pk).update(
        organisation="Portaal Utrecht", job_title="Regisseur"
    )
    works_on(omar, overvecht, themes=[ThemeFactory(label="Wonen")])
    site = browser(lisa)
    for text in ("bakri", "omar portaal", "overvecht", "utrecht", "over omar"):
        assert names(site.get(MEMBERS, {"q": text})) == ["Omar Bakri"]
    for text in ("\x00", "  "):
        assert names(site.get(MEMBERS, {"q": text})) == ["Omar Bakri", "Lisa Lid"]
    nobody = site.get(MEMBERS, {"q": "xylofoon%_'"})
    assert "0 leden gevonden" in words(page_of(nobody))
    row = page_of(site.get(MEMBERS)).select_one(".wk-rows__item")
    assert words(row) == "Omar Bakri Regisseur, Portaal Utrecht Overvecht (Utrecht) Wonen"


@pytest.mark.parametrize(("choice", "found"), [("nobody", []), ("members", ["Omar Bakri"])])
def test_what_somebody_does_not_show_finds_nobody(browser, lisa, omar, overvecht, choice, found):
    works_on(omar, overvecht, shown_to=choice)
    assert names(browser(lisa).get(MEMBERS, {"q": "overvecht"})) == found


@pytest.mark.parametrize(
    ("choice", "who"),
    [
        ("nobody", {"omar"}),
        ("members", {"omar", "lisa"}),
        ("everybody", {"omar", "lisa", "mona"}),
    ],
)
def test_subjects_are_shown_to_whom_they_are_for(
    browser, lisa, omar, mona, overvecht, key, choice, who
):
    works_on(omar, overvecht, shown_to=choice)
    seen = {
        person.username
        for person in (lisa, omar, mona)
        if page_of(browser(person).get(f"{MEMBERS}{key(omar)}/")).select(".wk-tag")
    }
    assert seen == who


def test_a_member_shows_what_others_may_read(browser, lisa, omar, ines, community, key):
    theirs = Member.objects.get(user=ines).community
    MemberFactory(community=theirs, user=omar)
    for title, place, audience, state in (
        ("Voor ons", community, "members", "shown"),
        ("Voor iedereen", theirs, "everybody", "shown"),
        ("Voor hen", theirs, "members", "shown"),
        ("Nog niet af", community, "members", "draft"),
    ):
        ExperienceFactory(author=omar, title=title, community=place, audience=audience, state=state)
    page = page_of(browser(lisa).get(f"{MEMBERS}{key(omar)}/"))
    assert [words(found) for found in page.select("h3")] == ["Voor iedereen", "Voor ons"]
    assert words(page.h1) == "Omar Bakri"


@pytest.mark.parametrize("name", ["vera", "wim"])
def test_who_does_not_take_part_has_no_page(browser, lisa, request, key, name):
    person = request.getfixturevalue(name)
    assert browser(lisa).get(f"{MEMBERS}{key(person)}/").status_code == 404


def test_the_list_goes_by_last_name_whatever_its_first_letter(browser, lisa, community):
    for first, last in (("Peter", "de Groot"), ("Zoë", "Dam"), ("Anna", "Evers")):
        MemberFactory(community=community, user=UserFactory(first_name=first, last_name=last))
    found = names(browser(lisa).get(MEMBERS))
    assert found == ["Zoë Dam", "Peter de Groot", "Anna Evers", "Lisa Lid"]


def test_a_long_list_comes_in_parts_and_keeps_what_was_asked(browser, lisa, community):
    for number in range(25):
        user = UserFactory(first_name="Jan", last_name=f"Jansen {number:02}")
        MemberFactory(community=community, user=user)
    page = browser(lisa).get(MEMBERS, {"q": "jan"})
    assert len(names(page)) == 24
    (following,) = page_of(page).select(".wk-pages a")
    assert following["href"] == "?q=jan&pagina=2"
    assert names(browser(lisa).get(MEMBERS + following["href"])) == ["Jan Jansen 24"]


def test_a_member_keeps_areas_and_themes(browser, lisa, overvecht):
    site, theme = browser(lisa), ThemeFactory(label="Wonen")
    chosen = {"another": "overvecht (utrecht)", "themes": [theme.pk], "shown_to": "everybody"}
    assert said(site.post(SUBJECTS, chosen, follow=True)) == [
        "Uw gebieden en thema's zijn bewaard."
    ]
    profile = Profile.objects.get(user=lisa)
    kept = list(profile.areas.all()), list(profile.themes.all()), profile.shown_to
    assert kept == ([overvecht], [theme], "everybody")
    site.post(SUBJECTS, {"areas": [], "shown_to": "nobody"})
    profile.refresh_from_db()
    kept = list(profile.areas.all()), list(profile.themes.all()), profile.shown_to
    assert kept == ([], [], "nobody")


def test_an_area_that_nobody_knows_or_that_is_there_twice_is_refused(browser, lisa, overvecht):
    site = browser(lisa)
    unknown = site.post(SUBJECTS, {"another": "Atlantis", "shown_to": "members"})
    assert (unknown.status_code, errors(unknown)) == (
        400,
        ["Wij kennen geen gebied met deze naam. Kies een uit de lijst."],
    )
    assert page_of(unknown).find("input", {"name": "another"})["value"] == "Atlantis"
    gouda = MunicipalityFactory(name="Gouda")
    NeighbourhoodFactory(name="Overvecht", slug="overvecht-gouda", parent=gouda)
    twice = site.post(SUBJECTS, {"another": "Overvecht", "shown_to": "members"})
    assert errors(twice) == ["Welk gebied bedoelt u: Overvecht (Utrecht), Overvecht (Gouda)?"]
    assert Profile.objects.count() == 0


def test_nobody_chooses_for_another(browser, lisa, omar, overvecht):
    works_on(omar, overvecht)
    sent = {"user": omar.pk, "areas": [overvecht.pk], "shown_to": "nobody"}
    answer = browser(lisa).post(SUBJECTS, sent)
    # An area of another is none of hers to keep.
    assert answer.status_code == 400
    assert Profile.objects.get(user=omar).shown_to == "members"


def test_a_stranger_signs_in_first(client, db):
    assert client.get(SUBJECTS).headers["Location"].endswith(f"?next={SUBJECTS}")


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(("place", "queries"), [("", 14), ("{key}/", 19)])
def test_the_pages_ask_as_much_whatever_the_size(
    browser, lisa, omar, community, key, number, place, queries, django_assert_num_queries
):
    works_on(omar, *NeighbourhoodFactory.create_batch(number), themes=[ThemeFactory()])
    for member in MemberFactory.create_batch(number, community=community):
        works_on(member.user, NeighbourhoodFactory(), themes=[ThemeFactory()])
    subjects = {"themes": [ThemeFactory()], "areas": [NeighbourhoodFactory()]}
    ExperienceFactory.create_batch(number, author=omar, community=community, **subjects)
    site, address = browser(lisa), MEMBERS + place.format(key=key(omar))
    site.get(address)
    with django_assert_num_queries(queries):
        site.get(address)
