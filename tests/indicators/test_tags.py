"""What templates of other apps show of figures."""

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template

from indicators import queries
from tests.indicators.conftest import END
from tests.reading import words


@pytest.fixture
def show(django_assert_num_queries):
    """Return a function that renders a template without any query."""

    def rendered(source, **context):
        template = Template("{% load indicators %}" + source)
        with django_assert_num_queries(0):
            html = template.render(Context(context))
        return BeautifulSoup(html, "html.parser")

    return rendered


def test_a_snapshot_is_shown_without_a_query(take, show):
    take(caveat="Geen bewijs.")
    figure = show(
        "{% snapshot_figure snapshot note %}", snapshot=queries.snapshots().get(), note="Op school."
    )
    assert words(figure.h3) == "Leerlingen op havo of vwo , Oost (Amsterdam)"
    assert [words(part) for part in figure.find_all("p")][:3] == [
        "Het aandeel steeg van 28% (oktober 2006) naar 38% (oktober 2012). Dat is een verbetering."
        " Het aandeel was 13 procentpunt lager dan in Amsterdam (oktober 2006).",
        "Op school.",
        "Let op. Cijfers laten zien wat er veranderde, niet waardoor. Geen bewijs.",
    ]
    assert len(figure.find_all("table")) == 1
    assert figure.find("svg")["aria-hidden"] == "true"


def test_a_snapshot_leads_to_its_address_and_says_when_it_was_taken(take, show):
    snapshot = take()
    about = show("{% snapshot_figure snapshot %}", snapshot=queries.snapshots().get()).figcaption
    assert about.find_all("a")[-1]["href"] == snapshot.get_absolute_url()
    assert "Vastgelegd op" in words(about)
    assert "Zoals een rapport het meldt." in words(about)


def test_newer_figures_are_shown_when_given(take, show, measure, oost):
    snapshot = take()
    measure(oost, END.replace(year=2014), "2014", 40)
    newer = queries.newer_figures(queries.snapshots())
    source = '{% snapshot_figure snapshot "" newer %}'
    shown = show(source, snapshot=queries.snapshots().get(pk=snapshot.pk), newer=newer)
    assert words(shown.find("div", class_="wk-figure__newer").li) == (
        "2014: 40% (Amsterdam: –) Outcomemonitor"
    )
    without = show(
        "{% snapshot_figure snapshot %}", snapshot=queries.snapshots().get(pk=snapshot.pk)
    )
    assert without.find("div", class_="wk-figure__newer") is None


def test_two_snapshots_on_a_page_share_no_id(take, show):
    take(), take(caveat="Anders.")
    page = show(
        "{% for found in found %}{% snapshot_figure found %}{% endfor %}",
        found=list(queries.snapshots()),
    )
    ids = [element["id"] for element in page.find_all(id=True)]
    assert len(ids) == len(set(ids)) == 4


def test_the_heading_of_a_snapshot_has_the_level_that_the_page_asks_for(take, show):
    take()
    assert show("{% snapshot_figure s level=2 %}", s=queries.snapshots().get()).h2 is not None
    assert (
        show("{% snapshot_figure s level=0 %}", s=queries.snapshots().get()).find(["h2", "h3"])
        is None
    )


def test_the_figures_of_an_area_are_shown_at_their_anchor(measured, oost, show):
    (figures,) = queries.area_figures(oost)
    article = show("{% area_figure figures %}", figures=figures).article
    assert article["id"] == "cijfer-havo-vwo"
    assert article.h3.a["href"] == "/indicatoren/havo-vwo/"
    assert article.table.caption["id"] == "cijfer-havo-vwo-tabel"
    assert words(article.find_all("p")[-1]) == "Bron: Outcomemonitor. Zoals een rapport het meldt."


def test_text_of_editors_is_no_markup(take, show):
    take(caveat="<script>alert(1)</script>")
    shown = show(
        "{% snapshot_figure snapshot note %}", snapshot=queries.snapshots().get(), note="<b>vet</b>"
    )
    assert shown.find(["script", "b"]) is None
