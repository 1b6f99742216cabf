"""Of two deliveries the later one counts, as long as it says that it supersedes the other."""

import pytest
from django.db.models.signals import pre_save

from indicators.models import Dataset
from search import audit
from search.models import Change
from tests.factories import DatasetFactory
from tests.robustness.forms import Form
from tests.search.figures.test_indexing import values

pytestmark = pytest.mark.django_db


def test_a_delivery_that_is_superseded_gives_way_to_the_later_one(
    index, measured, measure, report, overvecht
):
    index.update()
    later = DatasetFactory(title="Nieuwe levering", supersedes=report)
    measure(overvecht, 15, 11, dataset=later)
    index.update()

    assert values(index) == [15, 11]
    assert values(index, "GM0344") == []


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_delivery_that_is_superseded_no_more_is_told_again(
    index, measured, measure, report, overvecht, editor, elsewhere
):
    other = DatasetFactory(title="Iets anders")
    later = DatasetFactory(title="Nieuwe levering", supersedes=report)
    measure(overvecht, 15, 11, dataset=later)
    index.update()
    assert values(index, "GM0344") == []

    form = Form(editor, f"/beheer/datasets/edit/{later.pk}/")
    assert form.post(supersedes=other.pk if elsewhere else "").status_code == 302
    index.update()

    assert values(index, "GM0344") == [9, 8]
    assert audit.audit(index.engine) == audit.Differences()


def test_a_new_delivery_lets_no_figures_of_others_be_indexed_again(index, measured):
    index.update()

    DatasetFactory(title="Iets anders")

    assert not Change.objects.exists()


def test_what_is_superseded_no_more_waits_from_when_that_is_saved(index, measured, report):
    later = DatasetFactory(title="Nieuwe levering", supersedes=report)
    index.update()

    def drains_before_it_is_saved(**_sent):
        index.update()

    pre_save.connect(drains_before_it_is_saved, sender=Dataset)
    later.supersedes = None
    later.save()
    pre_save.disconnect(drains_before_it_is_saved, sender=Dataset)
    index.update()

    assert values(index, "GM0344") == [9, 8]
