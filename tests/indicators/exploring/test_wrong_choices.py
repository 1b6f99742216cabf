"""What cannot be shown is told beside its field, and the rest is shown."""

import pytest
from bs4 import BeautifulSoup

from tests.factories import NeighbourhoodFactory
from tests.indicators.exploring.test_page import ADDRESS, ALL
from tests.reading import words

pytestmark = pytest.mark.django_db


def wrong(client, querystring):
    """Return the status and what stands beside each field that is wrong."""
    response = client.get(f"{ADDRESS}?{querystring}")
    page = BeautifulSoup(response.content, "html.parser")
    told = {tag["id"]: words(tag) for tag in page.select(".wk-explore__problem")}
    for name in told:
        assert page.select(f'[aria-describedby~="{name}"]') != []
    return response.status_code, told


UNKNOWN = {
    "indicator=x": {
        "fout-indicator": "De indicator ‘x’ kennen wij niet. Kies er een uit de lijst."
    },
    "groep=x": {"fout-groep": "De groep ‘x’ kennen wij niet. Kies er een uit de lijst."},
    "gebied=x": {"fout-gebied": "Het gebied ‘x’ kennen wij niet."},
    "vergelijk=x": {"fout-vergelijk": "Het gebied ‘x’ kennen wij niet."},
    "van=x": {
        "fout-van": "Dit is geen datum. Kies er een uit de lijst, of schrijf die als 2012-12-31."
    },
    "indicator=nww&groep=W3&tot=2012-01-01": {
        "fout-tot": "Van deze datum zijn er geen cijfers van deze gebieden. "
        "Kies er een uit de lijst."
    },
}


@pytest.mark.parametrize("querystring", UNKNOWN)
def test_what_is_unknown_is_told_beside_its_field(client, site, figures, querystring):
    assert wrong(client, querystring) == (400, UNKNOWN[querystring])


def test_what_is_right_of_a_wrong_choice_is_shown(client, site, figures):
    response = client.get(f"{ALL}&vergelijk=x&van=2013-02-30")
    page = BeautifulSoup(response.content, "html.parser")
    assert response.status_code == 400
    assert words(page.article.h2) == "Werkzoekenden: 3 wijken"
    assert page.select(".wk-explore__files a")[0]["href"] == (
        "/indicatoren/verkennen.csv?indicator=nww&groep=W3"
    )


def test_a_name_that_more_areas_have_is_not_guessed(client, site, figures):
    there = NeighbourhoodFactory(name="Overvecht", slug="elders")
    assert wrong(client, "indicator=nww&gebied=Overvecht")[1]["fout-gebied"] == (
        "Meer gebieden heten ‘Overvecht’. Schrijf erbij welke u bedoelt: "
        f"Overvecht ({there.parent.name}), Overvecht (Utrecht)."
    )


def test_a_day_without_figures_is_in_no_link_to_follow(client, site, figures):
    page = BeautifulSoup(client.get(f"{ALL}&tot=2012-01-01").content, "html.parser")
    assert page.select(".wk-explore__files a")[1]["href"] == (
        "/indicatoren/verkennen.xlsx?indicator=nww&groep=W3"
    )
