"""Following with a plain link and a form, the list, and letting go."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from following import domain
from following.models import Follow
from tests.factories import (
    CommunityFactory,
    MethodFactory,
    MunicipalityFactory,
    PracticeFactory,
    ProgrammeFactory,
    ThemeFactory,
    ThemePageFactory,
)
from tests.reading import links, main_of, unmarked, words
from tests.robustness import hidden

pytestmark = pytest.mark.django_db


def listed(client):
    return [
        (words(item.p), words(item.h2)) for item in main_of(client, "/mijn-volgen/").select("li")
    ]


def link_of(address):
    return BeautifulSoup(Client().get(address).content, "html.parser").select_one(".wk-follow a")


def test_every_page_with_content_a_theme_and_an_area_can_be_followed(site):
    theme = ThemeFactory(label="Leren")
    for page in (
        PracticeFactory(parent=site.practices),
        MethodFactory(parent=site.methods),
        ProgrammeFactory(parent=site.programmes),
        CommunityFactory(parent=site.communities),
    ):
        assert link_of(page.url)["href"] == f"/volgen/?pagina={page.pk}"
    ThemePageFactory(parent=site.themes, title="Leren", theme=theme)
    MunicipalityFactory(name="Utrecht")
    assert link_of("/themas/leren/")["href"] == "/volgen/?thema=leren"
    assert link_of("/gebieden/utrecht/")["href"] == "/volgen/?gebied=utrecht"


def test_who_follows_something_finds_it_in_the_list(site, bas, browser_of):
    practice = PracticeFactory(parent=site.practices, title="Samen fietsen")
    ThemeFactory(label="Leren")
    MunicipalityFactory(name="Utrecht")
    browser = browser_of(bas)
    for named in (f"pagina={practice.pk}", "thema=leren", "gebied=utrecht"):
        asked = main_of(browser, f"/volgen/?{named}")
        assert words(asked.select_one("form[action] button")) == "Volgen"
        answer = browser.post(f"/volgen/?{named}", follow=True)
        assert "U volgt nu" in words(BeautifulSoup(answer.content, "html.parser").main)
    assert listed(browser) == [
        ("Gemeente", "Utrecht"),
        ("Thema", "Leren"),
        ("Praktijk", "Samen fietsen"),
    ]


def test_a_search_is_followed_in_one_form_whatever_way_it_was_asked(site, bas, browser_of):
    ThemeFactory(label="Leren")
    browser = browser_of(bas)
    first = {"zoek": "thema=leren&q=samen+fietsen&pagina=3&sorteer=datum&weergave=kaart"}
    second = {"zoek": "q=samen++fietsen&thema=leren&thema=bestaat-niet&utm=x"}
    for question in (first, second):
        address = browser.get("/volgen/", question).wsgi_request.get_full_path()
        assert browser.post(address).status_code == 302
    assert listed(browser) == [("Zoekvraag", "‘samen fietsen’ · Thema: Leren")]
    assert Follow.objects.get().search == "q=samen+fietsen&thema=leren"


@pytest.mark.parametrize("question", ["", "q=", "thema=bestaat-niet", "%00", "pagina=x", "&&&"])
def test_a_search_without_a_question_cannot_be_followed(site, bas, browser_of, question):
    for method in ("get", "post"):
        answer = getattr(browser_of(bas), method)(f"/volgen/?zoek={question.replace('&', '%26')}")
        assert answer.status_code == 400
        assert "Stel eerst een zoekvraag" in answer.content.decode()


def test_following_twice_is_following_once(site, bas, browser_of):
    ThemeFactory(label="Leren")
    browser = browser_of(bas)
    for _time in range(2):
        browser.post("/volgen/?thema=leren")
    assert Follow.objects.count() == 1
    assert "U volgt dit al." in words(main_of(browser, "/volgen/?thema=leren"))


def test_letting_go_can_be_undone(site, bas, browser_of, follows):
    follow = follows(bas, theme=ThemeFactory(label="Leren"))
    browser = browser_of(bas)
    answer = browser.post(f"/mijn-volgen/{follow.pk}/stoppen/", follow=True)
    page = BeautifulSoup(answer.content, "html.parser")
    assert words(page.select_one("[role=status] p")) == "U volgt ‘Leren’ niet meer."
    assert Follow.objects.count() == 0
    browser.post(page.select_one("[role=status] form")["action"])
    assert listed(browser) == [("Thema", "Leren")]


def test_nobody_lets_go_for_somebody_else(site, bas, eva, browser_of, follows):
    follow = follows(bas, theme=ThemeFactory())
    other = browser_of(eva).post(f"/mijn-volgen/{follow.pk}/stoppen/")
    nothing = browser_of(eva).post(f"/mijn-volgen/{follow.pk + 1}/stoppen/")
    assert (other.status_code, unmarked(other)) == (404, unmarked(nothing))
    assert Follow.objects.count() == 1


@pytest.mark.parametrize("reason", [name for name in hidden.REASONS if name != "aanmelding"])
def test_what_may_not_be_seen_is_followed_by_nobody_and_looks_like_nothing(
    site, bas, browser_of, reason
):
    practice = PracticeFactory(parent=site.practices, live=reason != "concept")
    if hidden.REASONS[reason]:
        hidden.REASONS[reason](practice)
    browser = browser_of(bas)
    for method in (browser.get, browser.post):
        secret, nothing = (method(f"/volgen/?pagina={n}") for n in (practice.pk, 999_999))
        assert (secret.status_code, unmarked(secret)) == (404, unmarked(nothing))
    assert Follow.objects.count() == 0


@pytest.mark.parametrize(
    "named",
    [
        "",
        "iets=1",
        "pagina=",
        "pagina=-1",
        "pagina=x",
        "pagina=99999999999999999999",
        "pagina=%00",
        "pagina=²",
        "thema=bestaat-niet",
        "thema=%00",
        "gebied=%00",
        "gebied=" + "a" * 5000,
    ],
)
def test_what_does_not_exist_is_not_found(site, bas, browser_of, named):
    assert browser_of(bas).get(f"/volgen/?{named}").status_code == 404


def test_a_section_cannot_be_followed(site, bas, browser_of):
    assert browser_of(bas).get(f"/volgen/?pagina={site.practices.pk}").status_code == 404


def test_who_did_not_sign_in_is_asked_to_and_comes_back(site):
    answer = Client().get("/volgen/?thema=leren")
    assert answer.status_code == 302
    assert answer["Location"].endswith("?next=/volgen/%3Fthema%3Dleren")
    assert list(answer.cookies) == []


def test_there_is_an_end_to_what_can_be_followed(site, bas, browser_of, monkeypatch):
    monkeypatch.setattr(domain, "MOST_FOLLOWED", 2)
    monkeypatch.setattr(domain, "MOST_SEARCHES", 1)
    ThemeFactory(label="Leren")
    ThemeFactory(label="Werken")
    browser = browser_of(bas)
    browser.post("/volgen/?zoek=q%3Dfietsen")
    answer = browser.post("/volgen/?zoek=q%3Dlopen")
    assert answer.status_code == 400
    assert "U volgt al 1 zoekvragen." in answer.content.decode()
    assert browser.post("/volgen/?thema=leren").status_code == 302
    answer = browser.post("/volgen/?thema=werken")
    assert answer.status_code == 400
    assert "U volgt al 2 onderwerpen." in answer.content.decode()


def test_a_question_of_which_nothing_is_left_can_still_be_let_go(site, bas, browser_of):
    theme = ThemeFactory(label="Leren")
    browser = browser_of(bas)
    browser.post("/volgen/?zoek=thema%3Dleren")
    theme.delete()
    assert listed(browser) == [("Zoekvraag", "Wat u hier koos, bestaat niet meer")]
    assert browser.post(f"/mijn-volgen/{Follow.objects.get().pk}/stoppen/").status_code == 302
    assert Follow.objects.count() == 0


def test_who_follows_nothing_reads_how_to(bas, site, browser_of):
    page = main_of(browser_of(bas), "/mijn-volgen/")
    assert words(page.select_one(".wk-lead")).startswith("U volgt nog niets.")
    assert links(page, "p") == [
        ("Uw meldingen", "/meldingen/"),
        ("Hoe vaak u mail krijgt", "/meldingen/instellingen/"),
        ("Zoek iets om te volgen", "/zoeken"),
    ]


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_for_any_number(
    site, bas, browser_of, follows, number, django_assert_num_queries
):
    for n in range(number):
        follows(bas, theme=ThemeFactory())
        follows(bas, area=MunicipalityFactory())
        follows(bas, page=PracticeFactory(parent=site.practices))
        follows(bas, search=f"q=fiets{n}", search_hash=str(n))
    browser = browser_of(bas)
    browser.get("/mijn-volgen/")
    with django_assert_num_queries(8):
        assert len(listed(browser)) == 4 * number
