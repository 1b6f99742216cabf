"""No querystring, however strange, gives more than a page in Dutch that says what is wrong."""

import uuid
from xml.etree import ElementTree

import pytest
from django.urls import reverse

from search import rebuilding
from search.engines import selection
from search.facets import FACETS
from tests import services
from tests.reading import words
from tests.robustness.everything import ADDRESSES, LEADING, OWN, PUBLIC
from tests.robustness.hostile import QUERYSTRINGS, TOO_MANY, VALUES
from tests.robustness.reading import soup_of, told

pytestmark = pytest.mark.django_db

# The same question, answered as a page and as data.
SEARCHES = ["zoeken", "zoeken.csv", "zoeken.json", "zoeken.atom"]
# The same figures, as a page, as data and bare.
EXPLORED = [name for name in ADDRESSES if name.startswith("indicatoren/verkennen")]
# What says so when it cannot answer its querystring; all else leaves aside what it does not know.
READERS = {
    *(place for name in (*SEARCHES, *EXPLORED) for place in ADDRESSES[name]),
    "/sitemap.xml",
}
# Sections with pages, a list of datasets, and a list with a search field.
LISTS = ["/praktijken/", "/agenda/", "/datasets/", "/gebieden/"]
# Where one signs in first, and is brought back to the whole address.
BRINGING_BACK = {*OWN, "/mijn-plannen/"}
A_FEW = ["minus one", "400 digits", "nul", "not utf-8", "10,000 characters", "60 times the same"]


def ask(client, address, querystring):
    return client.get(f"{address}{'&' if '?' in address else '?'}{querystring}")


def statuses(client, address, names):
    return {name: ask(client, address, QUERYSTRINGS[name]).status_code for name in names}


@pytest.mark.parametrize("address", [place for place in PUBLIC if place not in READERS])
def test_an_address_leaves_aside_what_it_does_not_ask_for(client, site, address):
    expected = dict.fromkeys(A_FEW, LEADING.get(address, 200))
    if address in BRINGING_BACK:
        # Longer than an address that Django leads anybody to.
        expected |= dict.fromkeys(["10,000 characters", "60 times the same"], 400)
    assert statuses(client, site.address(address), A_FEW) == expected


def test_an_address_too_long_to_be_brought_back_to_is_said_to_be_wrong(client, site):
    answer = ask(client, "/mijn-plannen/", QUERYSTRINGS["60 times the same"])
    assert told(answer) == ("nl", "Deze vraag begrijpen wij niet")


@pytest.mark.parametrize("address", LISTS)
def test_a_list_takes_anything_for_its_page_or_its_words(client, site, address):
    assert statuses(client, address, QUERYSTRINGS) == dict.fromkeys(QUERYSTRINGS, 200)


def test_the_sitemap_has_no_such_page(client, site):
    expected = dict.fromkeys(QUERYSTRINGS, 404) | dict.fromkeys(
        ("lookups", "no names", "lists"), 200
    )
    assert statuses(client, "/sitemap.xml", QUERYSTRINGS) == expected


@pytest.mark.parametrize("address", ["/zoeken", *LISTS])
def test_more_parameters_than_anybody_has_are_not_read(client, site, address):
    answer = ask(client, address, TOO_MANY)
    assert answer.status_code == 400
    assert told(answer) == ("nl", "Deze vraag begrijpen wij niet")


@pytest.fixture(params=["embedded", "elastic"])
def engine(request, site, settings):
    """Let each engine in turn answer, from an index of everything on the site."""
    if request.param == "embedded":
        yield
        return
    server = services.elasticsearch_url().rsplit("/", 1)[0]
    settings.SEARCH_URL = f"{server}/test-{uuid.uuid4().hex[:12]}"
    selection.forget()
    rebuilding.rebuild(selection.engine())
    yield
    selection.engine().remove()
    selection.forget()


def answered(client, querystring):
    """Return the status of the search page and the problems that it names."""
    answer = client.get(f"{reverse('search')}?{querystring}")
    page = soup_of(answer)
    return answer.status_code, [words(item) for item in page.select("main .wk-notice li")]


def too_long(length):
    message = (
        f"Uw zoekvraag heeft {length} tekens. Gebruik er hoogstens 500; "
        "wij zochten met het begin ervan."
    )
    return 400, [message]


def test_search_takes_any_words(client, site, engine):
    found = {name: answered(client, f"q={value}") for name, value in VALUES.items()}
    assert found == dict.fromkeys(VALUES, (200, [])) | {
        "10,000 characters": too_long(10_000),
        "5,000 words": too_long(48_889),
    }


@pytest.mark.parametrize("form", SEARCHES[1:])
def test_data_and_feeds_take_any_words(client, site, engine, form):
    found = {name: client.get(f"/{form}?q={value}") for name, value in VALUES.items()}
    assert {name: answer.status_code for name, answer in found.items()} == dict.fromkeys(
        VALUES, 200
    ) | {"10,000 characters": 400, "5,000 words": 400}
    for answer in found.values():
        readable(form, answer)


def readable(form, answer):
    """Read an answer as whoever asks for this form does."""
    if form.endswith("json"):
        return answer.json()
    if answer.status_code == 200 and form.endswith("atom"):
        return ElementTree.fromstring(answer.content)
    return answer.content.decode()


@pytest.mark.parametrize("form", SEARCHES)
def test_no_querystring_is_too_strange_for_any_form(client, site, engine, form):
    expected = dict.fromkeys(QUERYSTRINGS, 400)
    expected |= dict.fromkeys(["lookups", "no names", "no values", "lists"], 200)
    assert statuses(client, f"/{form}", QUERYSTRINGS) == expected


def test_a_map_takes_any_words(client, site, engine):
    for value in VALUES.values():
        assert answered(client, f"weergave=kaart&q={value}")[0] in (200, 400)


def test_suggestions_take_any_words(client, site, engine):
    for value in VALUES.values():
        assert client.get(f"{reverse('suggestions')}?q={value}").json().keys() == {"suggestions"}


@pytest.mark.parametrize("parameter", ["pagina", "sorteer", "weergave"])
def test_search_knows_no_such_page_or_order(client, site, engine, parameter):
    message = {
        "pagina": "Deze bladzijde bestaat niet. U ziet de eerste bladzijde.",
        "sorteer": "Deze volgorde kennen wij niet. Kies een andere.",
        "weergave": "Deze weergave kennen wij niet. Kies een andere.",
    }[parameter]
    found = {name: answered(client, f"{parameter}={value}") for name, value in VALUES.items()}
    assert found == dict.fromkeys(VALUES, (400, [message]))


@pytest.mark.parametrize("facet", FACETS, ids=lambda facet: facet.name)
def test_search_says_which_choice_it_does_not_know(client, site, facet):
    for name in ("minus one", "400 digits", "nul", "not utf-8", "emoji", "markup", "sql"):
        value = VALUES[name]
        status, problems = answered(client, f"{facet.parameter}={value}")
        assert (name, status, len(problems)) == (name, 400, 1)
        assert problems[0].endswith(
            f"kennen wij niet bij ‘{facet.label}’. Wij zochten zonder deze keuze."
        )


def test_search_takes_so_many_choices_and_no_more(client, site):
    many = "&".join(f"thema=leren{number}" for number in range(60))
    status, problems = answered(client, many)
    assert status == 400
    assert problems[0] == "Kies hoogstens 50 waarden bij ‘Thema’."


@pytest.mark.parametrize("parameter", ["indicator", "groep", "gebied", "vergelijk", "van", "tot"])
def test_the_explorer_says_what_it_does_not_know(client, site, parameter):
    forms = [f"/{name}" for name in EXPLORED if not name.endswith("/")]
    for form in forms:
        found = {
            name: client.get(f"{form}?{parameter}={value}").status_code
            for name, value in VALUES.items()
        }
        assert found == dict.fromkeys(VALUES, 400)


def test_the_explorer_leaves_aside_what_it_does_not_ask_for(client, site):
    chosen = "indicator=verzuim&gebied=" + site.area.code
    for name in ("lookups", "no names"):
        answer = client.get(f"/indicatoren/verkennen?{chosen}&{QUERYSTRINGS[name]}")
        assert (name, answer.status_code) == (name, 200)
