"""The pages of snapshots, as a visitor gets them."""

import hashlib
from datetime import date

from tests.indicators.conftest import END, START
from tests.indicators.pages import cells, queries_of, read, texts
from tests.reading import facts, section, words


def test_a_snapshot_has_a_page_of_its_own(client, site, take):
    snapshot = take(caveat="Alleen van de G18 bekend.")
    address = f"/cijfers/{snapshot.hash[:16]}/"
    assert snapshot.get_absolute_url() == address
    page = read(client, address)
    assert words(page.h1) == "Leerlingen op havo of vwo, Oost (Amsterdam)"
    assert cells(page.table) == [
        ["Periode", "Oost (Amsterdam)", "Amsterdam", "Verschil met Amsterdam"],
        ["oktober 2006", "28%", "41%", "13 procentpunt lager"],
        ["oktober 2012", "38%", "niet genoemd in het rapport", "–"],
    ]
    assert words(page.find("figcaption").p) == (
        "Let op. Cijfers laten zien wat er veranderde, niet waardoor. Alleen van de G18 bekend."
    )
    assert words(page.find("p", class_="wk-snapshot__address")) == f"http://testserver{address}"


def test_a_snapshot_can_be_checked(client, site, take):
    snapshot = take(caveat="Let op <dit>.")
    page = read(client, snapshot.get_absolute_url())
    assert words(page.code) == snapshot.hash
    assert hashlib.sha256(page.pre.get_text().encode()).hexdigest() == snapshot.hash


def test_newer_figures_stand_beside_a_snapshot(client, site, take, measure, oost, amsterdam):
    snapshot = take()
    measure(oost, END.replace(year=2014), "oktober 2014", 40, provisional=True)
    measure(amsterdam, END.replace(year=2014), "oktober 2014", 45)
    page = read(client, snapshot.get_absolute_url())
    assert texts(page.find("div", class_="wk-figure__newer").find_all(["p", "li"])) == [
        "Er zijn nieuwere cijfers",
        "oktober 2014: 40% (Amsterdam: 45%) voorlopig Outcomemonitor",
    ]
    assert cells(page.table)[2][1] == "38%"


def test_a_provisional_snapshot_says_so(client, site, take, measure, oost):
    measure(oost, START.replace(year=2007), "oktober 2007", 29, provisional=True)
    snapshot = take(baseline=START.replace(year=2007), comparator=None)
    page = read(client, snapshot.get_absolute_url())
    assert facts(page)["Status"] == "Voorlopig"
    assert cells(page.table)[1] == ["oktober 2007 voorlopig", "29%"]


def test_a_snapshot_of_two_deliveries_shows_both_with_source_and_licence(client, site, take_of_two):
    page = read(client, take_of_two(caveat="Op school.").get_absolute_url())
    assert texts(page.find("figcaption").find_all("p"))[:4] == [
        "Let op. Cijfers laten zien wat er veranderde, niet waardoor. Op school.",
        "Begin en vervolg komen uit twee leveringen: ‘Kerncijfers 2016’ en ‘Kerncijfers 2018’.",
        "2016 – Bron: CBS, 2016. Levering van de bron. Licentie: CC BY 4.0, CBS.",
        "2018 – Bron: CBS, 2018. Levering van de bron. Licentie: CC BY 4.0, CBS.",
    ]
    origin = section(page, "herkomst")
    assert texts(origin.find_all("h3")) == ["Het cijfer van 2016", "Het cijfer van 2018"]
    _both, *each = origin.find_all("dl")
    assert [texts(delivery.find_all("dd")) for delivery in each] == [
        ["Kerncijfers 2016", "Levering van de bron", "CC BY 4.0, CBS", "2016"],
        ["Kerncijfers 2018", "Levering van de bron", "CC BY 4.0, CBS", "2018"],
    ]


def test_a_snapshot_of_one_delivery_has_one_origin(client, site, take):
    page = read(client, take().get_absolute_url())
    assert section(page, "herkomst").h3 is None
    assert list(facts(page)) == ["Status", "Vastgelegd op", "Dataset", "Soort", "Licentie"]
    assert texts(page.find("figcaption").find_all("p"))[1] == (
        "Bron: Outcomemonitor. Zoals een rapport het meldt. Licentie: CC BY 4.0."
    )


def test_two_deliveries_cost_one_query_more(
    client, site, take, take_of_two, django_assert_max_num_queries
):
    one, two = (
        queries_of(client, found.get_absolute_url(), django_assert_max_num_queries)
        for found in (take(), take_of_two())
    )
    assert two == one + 1


def test_the_page_of_a_snapshot_costs_as_many_queries_whatever_is_newer(
    client, site, take, measure, oost, django_assert_max_num_queries
):
    address = take().get_absolute_url()
    measure(oost, date(2014, 10, 1), "2014", 40)
    one = queries_of(client, address, django_assert_max_num_queries)
    for year in (2015, 2016):
        measure(oost, date(year, 10, 1), str(year), 40)
    assert queries_of(client, address, django_assert_max_num_queries) == one
