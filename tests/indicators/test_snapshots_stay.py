"""Whatever is edited afterwards, a snapshot says what it said and its hash can be checked."""

import hashlib
from decimal import Decimal

import pytest

from indicators.domain import take_snapshot
from practices.models import PracticeFigure, PracticePage
from tests.factories import DatasetFactory, PracticeFactory
from tests.indicators.admin import errors
from tests.indicators.conftest import END
from tests.indicators.pages import cells, read
from tests.reading import words
from tests.robustness.forms import Form

RENAMED = "Sinds het vastleggen kreeg de indicator, een gebied of de dataset een andere code"


def rename(record, **fields):
    for name, value in fields.items():
        setattr(record, name, value)
    record.full_clean()
    record.save()


def rename_area(snapshot):
    rename(snapshot.area, name="Nieuw-Oost", code="AW99")


def rename_comparator(snapshot):
    rename(snapshot.comparator, code="GM9999")


def rename_indicator(snapshot):
    rename(snapshot.indicator, name="Havisten", code="havisten", decimals=2)


def rename_dataset(snapshot):
    rename(snapshot.dataset, title="Anders", status="withdrawn")


@pytest.mark.parametrize("edit", [rename_area, rename_comparator, rename_indicator, rename_dataset])
def test_it_can_be_checked_after_other_words_were_given(client, site, take, edit):
    snapshot = take()
    said = snapshot.statement
    edit(snapshot)
    page = read(client, snapshot.get_absolute_url())
    assert page.pre.get_text() == said
    assert hashlib.sha256(said.encode()).hexdigest() == words(page.code) == snapshot.hash
    assert RENAMED in words(page)
    shown = [row[1].replace(",00", "") for row in cells(page.table)[1:]]
    assert shown == ["28%", "38%"]


def test_it_says_nothing_of_other_words_where_there_are_none(client, site, take):
    assert RENAMED not in words(read(client, take().get_absolute_url()))


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("unit", "‰", "In deze eenheid zijn cijfers vastgelegd. Maak een nieuwe indicator."),
        ("decimals", 0, "Zo zijn cijfers vastgelegd. Minder decimalen kan niet meer."),
    ],
)
def test_what_figures_were_said_in_stays(editor, havo, take, field, value, message):
    address = f"/beheer/indicators/edit/{havo.pk}/"
    Form(editor, address).post(decimals=1)
    assert Form(editor, address).post(**{field: value}).status_code == 302

    Form(editor, address).post(unit="%", decimals=1)
    take()
    assert errors(Form(editor, address).post(**{field: value})) == {field: message}


def test_a_delivery_that_supersedes_it_leaves_it_and_stands_beside_it(
    client, site, take, measure, oost, report
):
    snapshot = take(comparator=None)
    measure(oost, END, "oktober 2012", 37, dataset=DatasetFactory(supersedes=report))
    page = read(client, snapshot.get_absolute_url())
    assert cells(page.table)[2][1] == "38%"
    assert "oktober 2012: 37%" in words(page.select_one(".wk-figure__newer"))


@pytest.mark.parametrize("name", ["dataset", "baseline_dataset"])
def test_undoing_either_of_two_deliveries_leaves_it(client, site, take_of_two, name):
    snapshot = take_of_two()
    rename(getattr(snapshot, name), title="Teruggedraaid", status="withdrawn")
    page = read(client, snapshot.get_absolute_url())
    assert [row[1:3] for row in cells(page.table)[1:]] == [["28%", "41%"], ["33%", "43%"]]
    assert page.pre.get_text() == snapshot.statement
    assert snapshot.statement.splitlines()[3:5] == [
        "dataset=Kerncijfers 2018",
        "baseline_dataset=Kerncijfers 2016",
    ]
    assert page.select_one(".wk-figure__newer") is None
    assert RENAMED in words(page)


def test_a_page_that_goes_back_shows_the_snapshot_it_showed_then(site, take, havo, oost, measure):
    old = take(comparator=None)
    practice = PracticeFactory(parent=site.practices, figures=[PracticeFigure(snapshot=old)])
    before = practice.save_revision()
    measure(oost, END.replace(year=2014), "oktober 2014", 40)
    newer = take_snapshot(
        indicator=havo,
        area=oost,
        comparator=None,
        baseline=END,
        follow_up=END.replace(year=2014),
        dataset=old.dataset,
    )
    practice.figures = [PracticeFigure(snapshot=newer)]
    practice.save_revision().publish()
    practice = PracticePage.objects.get(pk=practice.pk)

    copy = practice.copy(update_attrs={"title": "Kopie", "slug": "kopie"})
    assert [figure.snapshot for figure in copy.figures.all()] == [newer]
    before.as_object().save_revision().publish()
    practice = PracticePage.objects.get(pk=practice.pk)
    assert [figure.snapshot for figure in practice.figures.all()] == [old]
    old.refresh_from_db()
    assert (old.baseline_value, old.follow_up_value) == (Decimal(28), Decimal(38))
