"""What somebody may not see is found nowhere: no answer of the site holds a word of it."""

import pytest
from django.db import transaction
from wagtail.models import Page, PageViewRestriction

from programmes.models import ReportEdition
from search import rebuilding
from search.engines import selection
from tests.factories import CommunityFactory, MemberFactory
from tests.reading import browser_of, words
from tests.robustness.everything import PUBLIC
from tests.robustness.hidden import (
    BEGINNING,
    CHANGED,
    MEMBERS,
    REASONS,
    change_without_publishing,
    hide,
    refer,
    tell_members,
    word,
)
from tests.robustness.reading import soup_of, told

pytestmark = pytest.mark.django_db

QUESTIONS = [
    f"/zoeken?q={BEGINNING}",
    *(f"/zoeken?pagina={page}" for page in range(1, 6)),
    *(f"/zoeken.{form}?q={BEGINNING}" for form in ("csv", "json", "atom")),
    f"/zoeken?weergave=kaart&q={BEGINNING}",
    "/zoeken?thema=leren",
    "/zoeken?ontwikkeling=vsv:dichterbij&indicator=vsv",
    "/zoeken?gebied=overvecht&sorteer=datum",
    "/zoeken?werkwijze=frontlijn",
    f"/zoeken/suggesties?q={BEGINNING[:3]}",
    f"/zoeken/suggesties?q={BEGINNING}",
]
LISTS = [f"/{section}/?pagina=2" for section in ("praktijken", "agenda", "leermateriaal")]


@pytest.fixture(scope="module")
def hidden(made, django_db_blocker):
    """Return the hidden pages by reason, with an index that has heard of them."""
    with django_db_blocker.unblock():
        with transaction.atomic():
            found = hide(made)
            for reason, pages in found.items():
                refer(made, reason, pages)
            change_without_publishing(made.practice)
            made.members_only = tell_members(made)
            rebuilding.rebuild(selection.engine())
            yield found
            transaction.set_rollback(True)
        rebuilding.rebuild(selection.engine())


def every_address(site):
    """Return every address there is: those known, of all pages and their files, and questions."""
    pages = [page.get_url() for page in Page.objects.filter(depth__gt=1)]
    files = [f"{url}agenda.ics" for url in pages if url.startswith("/agenda/")]
    editions = [edition.get_absolute_url() for edition in ReportEdition.objects.all()]
    # Whoever holds the address of somebody's own calendar reads what that person may see.
    own = site.address("/agenda/{feed}.ics")
    known = [place for place in map(site.address, PUBLIC) if place != own]
    members = [*site.members_only, "/ervaringen/", "/ervaringen/?thema=leren&pagina=2"]
    return dict.fromkeys([*known, *LISTS, *QUESTIONS, *pages, *files, *editions, *members])


def told_in(client, site):
    """Return the addresses that tell each word."""
    found = {}
    for address in every_address(site):
        text = client.get(address).getvalue().decode(errors="replace")
        for canary in [*map(word, REASONS), CHANGED, word(MEMBERS)]:
            if canary in text:
                found.setdefault(canary, set()).add(address)
    return found


def test_a_stranger_is_told_nothing_of_what_is_hidden(site, hidden):
    assert told_in(browser_of(), site) == {}


@pytest.mark.parametrize("name", ["bas", "eva"])
def test_who_signs_in_is_told_of_what_asks_for_no_more_than_that(site, hidden, request, name):
    person = request.getfixturevalue(name)
    found = told_in(browser_of(person), site)
    assert set(found) == {word("aanmelding")}
    elsewhere = {
        address
        for address in found[word("aanmelding")]
        if not address.startswith(("/zoeken", "/plan/")) and "/dicht-aanmelding-" not in address
    }
    assert elsewhere == set()


def test_who_belongs_to_another_community_is_told_nothing_of_the_members(site, hidden):
    elsewhere = CommunityFactory(parent=site.communities, title="CoP 40+")
    neighbour = MemberFactory(community=elsewhere, role="coordinator").user
    expelled = MemberFactory(community=site.community, state="expelled").user
    for person in (neighbour, expelled):
        assert word(MEMBERS) not in told_in(browser_of(person), site)


def test_a_member_is_told_of_what_members_tell_and_not_of_what_is_not_placed(site, hidden):
    reader = MemberFactory(community=site.community).user
    browser = browser_of(reader)
    read = {place for place in site.members_only if browser.get(place).status_code == 200}
    shown = {
        place
        for place, told in site.members_only.items()
        if getattr(told, "state", "shown") == "shown"
    }
    assert read == shown
    assert word(MEMBERS) in browser.get(f"/zoeken?q={BEGINNING}").content.decode()


@pytest.mark.parametrize("reason", ["concept", "ingetrokken", "verlopen"])
@pytest.mark.parametrize("name", [None, "bas", "eva", "anna"])
def test_what_is_not_published_is_not_there_for_anybody(site, hidden, request, name, reason):
    client = browser_of(request.getfixturevalue(name) if name else None)
    for page in hidden[reason].values():
        answer = client.get(page.url)
        assert (page.url, answer.status_code) == (page.url, 404)
        assert told(answer) == ("nl", "Deze pagina bestaat niet")


def where_to(client, pages):
    """Return where each page leads, or its own heading."""
    answers = {page.url: client.get(page.url) for page in pages.values()}
    return {
        url: answer.headers.get("Location") or told(answer)[1] for url, answer in answers.items()
    }


def nowhere(pages):
    return dict.fromkeys([page.url for page in pages.values()], "Deze pagina bestaat niet")


def test_what_is_closed_to_strangers_is_not_there_for_them(site, hidden, bas):
    pages = hidden["aanmelding"]
    assert where_to(browser_of(), pages) == nowhere(pages)
    assert set(where_to(browser_of(bas), pages).values()) == {word("aanmelding")}


def test_what_is_closed_to_others_is_not_there_for_them(site, hidden, bas, eva):
    pages = hidden["groep"]
    for person in (None, bas, eva):
        assert where_to(browser_of(person), pages) == nowhere(pages)
    bas.groups.add(PageViewRestriction.objects.get(page=pages["practices"]).groups.get())
    assert set(where_to(browser_of(bas), pages).values()) == {word("groep")}


def test_what_has_a_password_asks_for_it(site, hidden):
    client, page = browser_of(), hidden["wachtwoord"]["practices"]
    question = soup_of(client.get(page.url))
    assert words(question.h1) == "Hiervoor is een wachtwoord nodig"
    address = question.select_one("form.wk-ask")["action"]
    wrong = client.post(address, {"password": "fout", "return_url": page.url})
    assert words(soup_of(wrong).select_one(".utrecht-form-field-error-message")) == (
        "Het wachtwoord dat je hebt ingevuld is niet juist. Probeer opnieuw."
    )
    right = client.post(address, {"password": "sleutel", "return_url": page.url})
    assert right.headers["Location"] == page.url
    assert told(client.get(page.url)) == ("nl", word("wachtwoord"))
