"""What was written out of figures is kept until anything it is made of changes, and no longer."""

from datetime import date

import pytest
from django.core.cache import caches

from content.models import AreaCode, Membership
from indicators.models import Dataset, Measurement, ReportedOutcome
from tests.factories import GroupFactory
from tests.indicators.conftest import END
from tests.indicators.reports import report_on

EXPLORER = "/indicatoren/verkennen?indicator=havo-vwo&groep=W1&vergelijk=GM0363"
PROFILE = "/gebieden/oost/"


@pytest.fixture
def kept(client, site, measured, havo, report, oost):
    """Return what visitors got of both pages, so that it is kept."""
    GroupFactory(name="Eén wijk", code="W1", members=[oost])
    report_on(havo, report, oost)
    return {address: text(client, address) for address in (EXPLORER, PROFILE)}


def text(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def another_name(record, field, name):
    setattr(record, field, name)
    record.save()


CHANGES = {
    "the name of an indicator": lambda found: another_name(found["havo"], "name", "Nieuwe naam"),
    "the name of an area": lambda found: another_name(found["oost"], "name", "Nieuwe naam"),
    "the name of its city": lambda found: another_name(found["amsterdam"], "name", "Nieuwe naam"),
    "the source of a delivery": lambda found: another_name(
        found["report"], "source", "Nieuwe naam"
    ),
    "a value": lambda found: another_name(Measurement.objects.get(value=38), "value", "37"),
    "a value that goes": lambda found: Measurement.objects.get(value=38).delete(),
    "a withdrawal": lambda found: another_name(found["report"], "status", Dataset.Status.WITHDRAWN),
}


@pytest.mark.parametrize("address", [EXPLORER, PROFILE])
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen_at_once(client, kept, havo, oost, amsterdam, report, change, address):
    assert text(client, address) == kept[address]
    CHANGES[change]({"havo": havo, "oost": oost, "amsterdam": amsterdam, "report": report})
    assert text(client, address) != kept[address]


def test_who_belongs_to_a_group_is_seen_at_once(client, kept):
    assert "28%" in kept[EXPLORER]
    Membership.objects.get().delete()
    assert "28%" not in text(client, EXPLORER)


def test_a_theme_and_what_a_report_says_are_seen_at_once(client, kept, leren):
    another_name(leren, "label", "Leren en opgroeien")
    assert "Leren en opgroeien" in text(client, EXPLORER)
    assert "Volgens het rapport" in kept[PROFILE]
    ReportedOutcome.objects.get().delete()
    assert "Volgens het rapport" not in text(client, PROFILE)


def test_other_borders_are_seen_at_once(client, kept, measure, oost, report):
    later = Dataset.objects.create(
        title="Later", source=report.source, licence="CC0", kind=report.kind, boundary_year=2020
    )
    report.boundary_year = 2010
    report.save()
    measure(oost, date(2020, 1, 1), "2020", 40, dataset=later)
    assert "grenzen veranderden" not in text(client, EXPLORER)
    AreaCode.objects.create(area=oost, code="WK036304", first_year=2004, last_year=2015)
    AreaCode.objects.create(area=oost, code="WK036399", first_year=2016, last_year=2022)
    assert "grenzen veranderden" in text(client, EXPLORER)


def test_what_is_kept_takes_few_queries(client, kept, django_assert_num_queries):
    with django_assert_num_queries(3):
        client.get(EXPLORER)
    with django_assert_num_queries(12):
        client.get(PROFILE)


def test_the_part_that_the_script_asks_for_is_what_the_page_has(client, kept):
    part = client.get(EXPLORER, headers={"HX-Request": "true"}).content.decode()
    shown = kept[EXPLORER].partition('<article class="wk-explore__shown"')[2]
    assert shown.partition("</article>")[0] in part


def test_one_choice_is_kept_once_however_it_is_written(client, kept, oost):
    before = len(caches["figures"]._cache)
    turned = "/indicatoren/verkennen?x=1&vergelijk=GM0363&groep=W1&indicator=havo-vwo"
    assert text(client, turned) == kept[EXPLORER]
    assert len(caches["figures"]._cache) == before


@pytest.mark.parametrize("wrong", ["groep=W9", "van=gisteren", "gebied=%3Cscript%3E"])
def test_a_choice_with_something_wrong_is_not_kept(client, kept, wrong):
    before = len(caches["figures"]._cache)
    for _ in range(2):
        assert client.get(f"/indicatoren/verkennen?indicator=havo-vwo&{wrong}").status_code == 400
    assert len(caches["figures"]._cache) == before


def test_an_editor_and_a_visitor_get_the_same_figures(client, kept, eva):
    client.force_login(eva)
    for address, seen in kept.items():
        article = seen.partition("<article")[2].partition("</article>")[0]
        assert article in text(client, address)


def test_figures_of_a_file_count_when_its_delivery_does(client, kept, measure, oost, report):
    incoming = Dataset.objects.create(
        title="Nieuw", source="Bron", licence="CC0", kind=report.kind,
        status=Dataset.Status.INCOMING, supersedes=report,
    )  # fmt: skip
    row = Measurement(
        indicator=Measurement.objects.first().indicator, area=oost, dataset=incoming,
        period="oktober 2012", period_date=END, value=33,
    )  # fmt: skip
    # As a file is loaded: no signal tells of its rows.
    Measurement.objects.bulk_create([row])
    assert "33%" not in text(client, PROFILE)
    another_name(incoming, "status", Dataset.Status.FINAL)
    assert "33%" in text(client, PROFILE)
