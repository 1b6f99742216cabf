"""Withdrawing, moving, copying and deleting pages: done, or refused in words."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from practices.models import ResearchPage
from tests.reading import words
from tests.robustness.absurd import NO_SLUG
from tests.robustness.everything import PAGES, TELLING
from tests.robustness.forms import REQUIRED, problems
from tests.robustness.reading import soup_of, told

pytestmark = pytest.mark.django_db

CONTENT = {label: address for label, address in PAGES.items() if label != "cms.HomePage"}
COPIED = [
    address
    for label, address in CONTENT.items()
    if not label.endswith("IndexPage") and label != "cms.ThemePage"
]
# All but research that is evidence, a programme, whose news would go with it, and a report with
# editions.
KEPT = {"/onderzoek/studie/", "/programmas/wijkenaanpak/", "/voortgangsrapportages/stand/"}
# Who is no administrator removes no page with others below it, such as the part of the members.
WITH_MORE = {"/communities/cop-18/"}
GOING = [address for address in [*COPIED, "/themas/leren/"] if address not in {*KEPT, *WITH_MORE}]
NO_ACCESS = "Sorry, je hebt geen toegang tot dit gedeelte."


@pytest.fixture
def administrator(client, anna):
    client.force_login(anna)
    return client


def page_at(address):
    return Page.objects.get(url_path=f"/home{address}")


def act(client, name, *numbers, **fields):
    return client.post(reverse(f"wagtailadmin_pages:{name}", args=numbers), fields)


def messages(client):
    """Return what the next page of the admin says on top."""
    shown = soup_of(client.get("/beheer/")).select(".messages li")
    # Behind each stand buttons, such as to look at the page.
    return [words(message).removesuffix(" Ga naar eerste fout") for message in shown]


@pytest.mark.parametrize("address", PAGES.values())
def test_without_any_one_page_the_others_are_there(editor, client, site, address):
    page = page_at(address)
    assert act(editor, "unpublish", page.pk).status_code == 302
    client.logout()
    found = {place: client.get(place).status_code for place in TELLING}
    assert {place for place, status in found.items() if status == 404} <= {address}
    assert set(found.values()) <= {200, 302, 404}
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", CONTENT.values())
def test_a_page_is_not_moved_where_it_does_not_belong(editor, site, address):
    page = page_at(address)
    elsewhere = site.research if page.get_parent().pk != site.research.pk else site.methods
    act(editor, "move_confirm", page.pk, elsewhere.pk)
    assert messages(editor) == [NO_ACCESS]
    assert page_at(address).get_parent().pk == page.get_parent().pk
    act(editor, "move_confirm", page.pk, page.pk)
    assert messages(editor) == [NO_ACCESS]


@pytest.mark.parametrize("address", COPIED)
def test_a_copy_asks_for_a_title_and_an_address_of_its_own(editor, site, address):
    page = page_at(address)
    parent = page.get_parent()
    here = {"new_parent_page": parent.pk}
    answer = act(editor, "copy", page.pk, new_title="", new_slug="a b", **here)
    assert problems(answer) == {"new_title": [REQUIRED], "new_slug": [NO_SLUG[True]]}
    answer = act(editor, "copy", page.pk, new_title="Kopie", new_slug=page.slug, **here)
    assert problems(answer) == {
        "new_slug": [
            "Er bestaat al een pagina met deze slug binnen de context van de bovenliggende "
            f"pagina '{parent.title}'"
        ]
    }
    answer = act(
        editor, "copy", page.pk, new_title="Kopie", new_slug="kopie", publish_copies="on", **here
    )
    assert answer.status_code == 302
    assert told(editor.get(f"{parent.url}kopie/")) == ("nl", "Kopie")


def test_the_page_of_a_theme_has_no_copy(editor, site):
    page = page_at("/themas/leren/")
    assert act(editor, "copy", page.pk, new_title="Kopie", new_slug="kopie").status_code == 302
    assert messages(editor) == [
        "Een thema heeft één pagina, dus een kopie kan niet. Maak een nieuwe themapagina."
    ]


@pytest.mark.parametrize("address", GOING)
def test_a_page_goes_and_leaves_no_hole(editor, client, site, address):
    page = page_at(address)
    act(editor, "delete", page.pk)
    assert messages(editor) == [f"Pagina '{page.title}' verwijderd."]
    client.logout()
    found = {place: client.get(place).status_code for place in TELLING}
    assert {place for place, status in found.items() if status == 404} <= {address}
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", WITH_MORE)
def test_a_page_with_others_below_it_stays_for_an_editor(editor, client, site, address):
    act(editor, "delete", page_at(address).pk)
    assert messages(editor) == [NO_ACCESS]
    assert client.get(address).status_code == 200


EVIDENCE = "Dit kan niet weg: het is bewijs bij ‘Samen fietsen’. Haal het daar eerst weg."


@pytest.mark.parametrize("address", ["/onderzoek/studie/", "/onderzoek/", "/"])
def test_research_that_a_practice_rests_on_stays(administrator, site, address):
    act(administrator, "delete", page_at(address).pk)
    assert messages(administrator) == [EVIDENCE]
    assert ResearchPage.objects.filter(slug="studie").exists()


def test_research_that_a_practice_rests_on_stays_when_more_goes(administrator, site):
    chosen = "&".join(f"id={page_at(address).pk}" for address in ("/over/", "/onderzoek/"))
    administrator.post(f"/beheer/bulk/wagtailcore/page/delete/?{chosen}")
    assert messages(administrator) == [EVIDENCE]
    assert page_at("/over/").live


@pytest.mark.parametrize("name", ["delete", "move", "copy", "unpublish", "edit", "history"])
def test_a_page_that_is_not_there_is_not_found(editor, site, name):
    answer = editor.get(reverse(f"wagtailadmin_pages:{name}", args=[999_999]))
    assert answer.status_code == 404


def test_before_more_goes_it_says_what_stays(administrator, site):
    asked = administrator.get(f"/beheer/bulk/wagtailcore/page/delete/?id={site.study.pk}")
    assert words(soup_of(asked).main) == (
        "Verwijder Studie Er bestaat 1 verwijzing naar pagina. Pagina kan niet verwijderd worden "
        "omdat er een of meer verwijzingen naar bestaan. Ga terug"
    )
