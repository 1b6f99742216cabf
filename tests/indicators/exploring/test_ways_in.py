"""The ways into the explorer, with the choice filled in; and what it costs with much to show."""

from datetime import date

import pytest

from indicators import queries
from indicators.exploring.choice import of_grid
from indicators.models import Indicator, Measurement
from tests.factories import DatasetFactory, IndicatorFactory
from tests.indicators.pages import queries_of, read
from tests.indicators.report_cases import forty_areas

pytestmark = pytest.mark.django_db


def ways_in(client, address):
    found = read(client, address).main.select('a[href^="/indicatoren/verkennen"]')
    return [link["href"] for link in found]


def test_the_list_of_indicators_leads_to_the_explorer(client, site, figures):
    assert ways_in(client, "/indicatoren/") == ["/indicatoren/verkennen"]


def test_an_indicator_leads_to_its_areas(client, site, figures):
    codes = "&".join(f"gebied={code}" for code in ("GM0344", "AW03", "AW01", "AW02"))
    assert ways_in(client, "/indicatoren/nww/") == [f"/indicatoren/verkennen?indicator=nww&{codes}"]


def test_an_area_and_a_group_lead_to_themselves(client, site, figures, store, places):
    store(places["group"], 2013, 8)
    assert ways_in(client, places["Overvecht"].get_absolute_url()) == [
        "/indicatoren/verkennen?indicator=nww&gebied=AW01"
    ]
    assert ways_in(client, places["group"].get_absolute_url()) == [
        "/indicatoren/verkennen?indicator=nww&groep=W3"
    ]


@pytest.fixture
def much(site):
    """Fill 20 indicators with the figures of 40 areas and their cities in 15 years."""
    group, dataset = forty_areas(), DatasetFactory()
    members = [each.member for each in group.memberships.select_related("member__parent")]
    areas = [*members, *{area.parent for area in members}]
    for number in range(20):
        indicator = IndicatorFactory(code=f"i{number}")
        Measurement.objects.bulk_create(
            Measurement(
                indicator=indicator,
                area=area,
                dataset=dataset,
                period=str(year),
                period_date=date(year, 1, 1),
                value=(area.pk * 7 + year) % 40,
            )
            for area in areas
            for year in range(2006, 2021)
        )
    return group


def test_forty_areas_fifteen_years_and_twenty_indicators_cost_few_queries(
    client, much, django_assert_max_num_queries
):
    explorer = f"/indicatoren/verkennen?indicator=i3&groep={much.code}"
    assert queries_of(client, explorer, django_assert_max_num_queries) == 12
    profile = much.memberships.first().member.get_absolute_url()
    assert queries_of(client, profile, django_assert_max_num_queries) == 20


def test_of_an_indicator_with_many_neighbourhoods_the_group_is_shown(client, much):
    assert ways_in(client, "/indicatoren/i3/")[0].count("gebied=") == 40
    indicator = Indicator.objects.get(code="i3")
    grid = queries.indicator_overview(indicator)["grid"]
    assert of_grid(grid, much).as_querystring() == "indicator=i3&groep=W40"
