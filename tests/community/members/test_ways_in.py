"""The page of a community says how to take part, and why a part of it is closed."""

import pytest
from bs4 import BeautifulSoup

from tests.factories import MemberFactory
from tests.reading import links, main_of, section, words

pytestmark = pytest.mark.django_db

PAGE = "/communities/cop-18/"
HOW = {
    "open": ("Iedereen met een account kan meedoen.", ["Doe mee"]),
    "request": (
        "U kunt vragen of u mee mag doen. De coördinator beslist.",
        ["Vraag om mee te doen"],
    ),
    "invitation": ("Meedoen kan als u een uitnodiging krijgt van de coördinator.", []),
}


def ways_in(client, page=PAGE):
    return section(main_of(client, page), "meedoen")


@pytest.mark.parametrize("how", HOW)
def test_a_stranger_reads_how_to_take_part(client, community, how):
    type(community).objects.filter(pk=community.pk).update(admission=how)
    part = ways_in(client)
    assert (words(part.p), [words(link) for link in part.select("a")]) == HOW[how]


def test_a_stranger_reads_why_a_part_is_closed(client, community, room):
    notice = ways_in(client).select_one(".wk-notice")
    assert words(notice) == "Een deel is alleen voor leden Het is privé."
    room.unpublish()
    assert ways_in(client).select(".wk-notice") == []


def test_a_member_finds_the_way_in(browser, lisa, room):
    part = ways_in(browser(lisa))
    assert links(part, "ul") == [
        ("Besloten", "/communities/cop-18/besloten/"),
        ("Leden", "/community/cop-18/leden/"),
        ("Deel een ervaring", "/ervaringen/schrijven/"),
        ("Weggaan", "/community/cop-18/weggaan/"),
    ]
    assert part.select(".wk-notice") == []


def test_a_coordinator_finds_the_way_to_look_after_it(browser, karim, community):
    found = links(ways_in(browser(karim)), "ul")
    assert ("Beheer van de leden", "/community/cop-18/beheer/") in found


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("vera", "U hebt gevraagd om mee te doen. U krijgt antwoord per mail. Bekijk uw vraag"),
        ("wim", "U bent uit deze community gezet. Lees waarom"),
    ],
)
def test_who_asks_or_was_put_out_reads_so(browser, community, request, name, sentence):
    assert words(ways_in(browser(request.getfixturevalue(name))).p) == sentence


def test_members_change_nothing_of_what_a_stranger_reads(client, community, room):
    before = client.get(PAGE).content
    MemberFactory.create_batch(3, community=community)
    MemberFactory(community=community, state="asked")
    assert client.get(PAGE).content == before


def test_a_stranger_is_given_no_cookie(client, community, room):
    answer = client.get(PAGE)
    assert list(answer.cookies) == []
    assert BeautifulSoup(answer.content, "html.parser").select("input[name*=csrf]") == []


def test_a_community_may_have_an_address_of_any_alphabet(browser, karim, community):
    community.slug = "café-één"
    community.save()
    for _text, address in links(ways_in(browser(karim), "/communities/café-één/"), "ul"):
        if "/community/" in address:
            assert (address, browser(karim).get(address).status_code) == (address, 200)
