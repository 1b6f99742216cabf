"""The list of notifications, what is read of it, and the count in the head."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from following import delivering
from following.models import Notification
from tests.factories import PracticeFactory, ThemeFactory
from tests.reading import main_of, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def theme(bas, follows):
    """Return a theme that Bas follows."""
    theme = ThemeFactory(label="Leren")
    follows(bas, theme=theme)
    return theme


def happen(site, theme, number):
    before = Notification.objects.count()
    for n in range(number):
        title = f"Praktijk {before + n + 1}"
        PracticeFactory(parent=site.practices, title=title, themes=[theme])
    delivering.deliver()


def shown(browser, address="/meldingen/"):
    return [
        (words(item.h2), "ongelezen" in words(item.p))
        for item in main_of(browser, address).select("li.wk-rows__item")
    ]


def counted(browser):
    page = BeautifulSoup(browser.get("/").content, "html.parser")
    found = page.select_one(".wk-header__notices")
    return found and words(found)


def test_what_happened_stands_there_until_it_is_read(site, bas, theme, browser_of):
    happen(site, theme, 2)
    browser = browser_of(bas)
    assert shown(browser) == [("Praktijk 2", True), ("Praktijk 1", True)]
    assert counted(browser) == "Meldingen 2 ongelezen"
    newest = Notification.objects.order_by("pk").last()
    answer = browser.post(f"/meldingen/{newest.pk}/gelezen/", {"gelezen": "ja", "pagina": "1"})
    assert answer["Location"] == f"/meldingen/?pagina=1#melding-{newest.pk}"
    assert shown(browser) == [("Praktijk 2", False), ("Praktijk 1", True)]
    assert counted(browser) == "Meldingen 1 ongelezen"
    browser.post(f"/meldingen/{newest.pk}/gelezen/", {"gelezen": "nee"})
    assert shown(browser) == [("Praktijk 2", True), ("Praktijk 1", True)]


def test_reading_all_reads_no_more_than_was_on_the_page(site, bas, theme, browser_of):
    happen(site, theme, 2)
    browser = browser_of(bas)
    form = main_of(browser, "/meldingen/").select_one("form")
    happen(site, theme, 1)
    browser.post(form["action"], {"tot": form.select_one("[name=tot]")["value"]})
    assert shown(browser) == [
        ("Praktijk 3", True),
        ("Praktijk 2", False),
        ("Praktijk 1", False),
    ]


@pytest.mark.parametrize("value", ["", "x", "-1", "9" * 30])
def test_reading_all_of_nothing_is_refused(site, bas, theme, browser_of, value):
    happen(site, theme, 1)
    answer = browser_of(bas).post("/meldingen/alles-gelezen/", {"tot": value})
    assert answer.status_code == 400
    assert Notification.objects.filter(read_at=None).count() == 1


def test_nobody_reads_for_somebody_else(site, bas, eva, theme, browser_of):
    happen(site, theme, 1)
    number = Notification.objects.get().pk
    assert browser_of(eva).post(f"/meldingen/{number}/gelezen/").status_code == 404
    browser_of(eva).post("/meldingen/alles-gelezen/", {"tot": str(number)})
    assert Notification.objects.filter(read_at=None).count() == 1
    assert browser_of(bas).post("/meldingen/99999999999999999999/gelezen/").status_code == 404


def test_a_long_list_comes_in_parts(site, bas, theme, browser_of):
    happen(site, theme, 21)
    browser = browser_of(bas)
    assert len(shown(browser)) == 20
    assert shown(browser, "/meldingen/?pagina=2") == [("Praktijk 1", True)]
    assert shown(browser, "/meldingen/?pagina=900") == [("Praktijk 1", True)]


def test_the_count_has_an_end(site, bas, theme, browser_of):
    happen(site, theme, 1)
    notification = Notification.objects.get()
    for n in range(105):
        happening = type(notification.happening)(
            kind="changed", page=notification.happening.page, once=f"proef:{n}"
        )
        happening.save()
        Notification.objects.create(user=bas, happening=happening)
    assert counted(browser_of(bas)) == "Meldingen 99+ ongelezen"


def test_a_stranger_sees_no_count_and_pays_for_none(site, bas, browser_of):
    assert counted(Client()) is None
    assert counted(browser_of(bas)) == "Meldingen"


def test_who_has_none_reads_how_to_get_them(site, bas, browser_of):
    page = main_of(browser_of(bas), "/meldingen/")
    assert words(page.select_one(".wk-lead")).startswith("U hebt geen meldingen.")


def test_what_is_somebodys_own_is_kept_by_nobody_on_the_way(site, bas, browser_of):
    for address in ("/meldingen/", "/mijn-volgen/", "/meldingen/instellingen/"):
        assert browser_of(bas).get(address)["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_takes_as_many_queries_for_any_number(
    site, bas, theme, browser_of, number, django_assert_num_queries
):
    happen(site, theme, number)
    browser = browser_of(bas)
    browser.get("/meldingen/")
    with django_assert_num_queries(10):
        assert len(shown(browser)) == number


def test_the_settings_say_how_often_and_keep_it(site, bas, browser_of):
    browser = browser_of(bas)

    def chosen():
        page = main_of(browser, "/meldingen/instellingen/")
        return page.select_one("input[checked]")["value"]

    assert chosen() == "weekly"
    assert browser.post("/meldingen/instellingen/", {"often": "daily"}).status_code == 302
    assert chosen() == "daily"
    refused = browser.post("/meldingen/instellingen/", {"often": "elk uur"})
    assert refused.status_code == 400
    assert "Kies een van deze mogelijkheden." in refused.content.decode()
    assert browser.post("/meldingen/instellingen/", {}).status_code == 400
    assert chosen() == "daily"
