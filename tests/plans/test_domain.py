"""What may be done with plans, and what the database refuses."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from wagtail.models import ReferenceIndex

from plans import domain
from plans.models import Plan, PlanItem
from tests.factories import PracticeFactory


def order(plan):
    return [item.page.title for item in plan.items.select_related("page")]


@pytest.fixture
def three(site, plan, put):
    """Return three items of the plan of Bas, in order."""
    return [put(PracticeFactory(parent=site.practices, title=name)) for name in ("A", "B", "C")]


def test_keys_tell_nothing(plan, bas):
    other = domain.make_plan(bas, "Nog een")
    assert (len(plan.key), len(other.key)) == (16, 16)
    assert plan.key != other.key
    assert plan.key.isalnum()


def test_a_name_is_taken_once_by_each_person_however_it_is_written(plan, bas, eva):
    with pytest.raises(ValidationError) as refused:
        domain.make_plan(bas, "OVERVECHT vooruit")
    assert refused.value.messages == [
        "U hebt al een plan met de naam ‘OVERVECHT vooruit’. Kies een andere naam."
    ]
    assert domain.make_plan(eva, "Overvecht vooruit").owner == eva


def test_a_plan_may_keep_its_own_name(plan):
    domain.describe(plan, "Overvecht Vooruit", "")
    assert Plan.objects.get().title == "Overvecht Vooruit"


def test_there_is_a_limit_to_the_number_of_plans(bas, many):
    assert many.count() == 50
    with pytest.raises(ValidationError) as refused:
        domain.make_plan(bas, "Een te veel")
    assert refused.value.messages == ["U hebt al 50 plannen. Gooi eerst een plan weg."]
    many.first().delete()
    assert domain.make_plan(bas, "Past weer").owner == bas


def test_there_is_a_limit_to_what_stands_in_a_plan(full, put, practice):
    assert full.items.count() == 200
    with pytest.raises(ValidationError) as refused:
        put(practice)
    assert refused.value.messages == ["In dit plan staan al 200 onderdelen. Haal er eerst een weg."]


def test_what_is_collected_twice_stands_there_once(plan, put, practice):
    first = put(practice, "Eerst")
    again = put(practice, "Nog eens")
    assert again == first
    assert [item.note for item in plan.items.all()] == ["Eerst"]


def test_items_go_up_and_down_and_stop_at_the_ends(plan, three):
    first, _second, last = three
    domain.move(first, domain.DOWN)
    assert order(plan) == ["B", "A", "C"]
    domain.move(last, domain.DOWN)
    assert order(plan) == ["B", "A", "C"]
    domain.move(last, domain.UP)
    domain.move(last, domain.UP)
    domain.move(last, domain.UP)
    assert order(plan) == ["C", "B", "A"]


def test_what_is_taken_out_comes_back_in_its_place_with_its_note(plan, three):
    domain.annotate(three[1], "Belangrijk")
    kept = domain.remove(PlanItem.objects.get(pk=three[1].pk))
    assert order(plan) == ["A", "C"]
    domain.put_back(plan, kept)
    assert order(plan) == ["A", "B", "C"]
    assert plan.items.all()[1].note == "Belangrijk"


def test_what_was_collected_again_is_not_put_back_twice(plan, three, put):
    page = three[0].page
    kept = domain.remove(three[0])
    put(page)
    domain.put_back(plan, kept)
    assert order(plan) == ["B", "C", "A"]


def test_what_went_meanwhile_comes_back_as_its_note(plan, three):
    page = three[0].page
    kept = domain.remove(three[0])
    page.delete()
    item = domain.put_back(plan, kept)
    assert (item.page, item.kind) == (None, PlanItem.Kind.PAGE)
    assert plan.items.first() == item


def test_deleting_a_page_leaves_the_note(plan, put, practice):
    put(practice, "Onthoud dit")
    practice.delete()
    item = plan.items.get()
    assert (item.page_id, item.note) == (None, "Onthoud dit")


@pytest.mark.parametrize("fields", [{}, {"kind": "figure"}, {"kind": "page", "both": True}])
def test_the_database_keeps_no_item_of_two_kinds_or_of_none(plan, practice, figure, fields):
    fields = dict(fields)
    if fields.pop("both", False):
        fields |= {"page": practice.page_ptr, "snapshot": figure}
    with pytest.raises(IntegrityError), transaction.atomic():
        PlanItem.objects.create(plan=plan, position=1, **fields)


def test_a_link_is_made_once_renewed_and_taken_away(plan):
    domain.share(plan, "Team Overvecht")
    first = plan.token
    assert len(first) == 32
    domain.share(plan, "")
    assert (plan.token, plan.shown_name) == (first, "")
    domain.renew_link(plan)
    assert len(plan.token) == 32
    assert plan.token != first
    domain.stop_sharing(plan)
    domain.renew_link(plan)
    assert Plan.objects.get().token == ""


def test_no_editor_learns_from_the_admin_who_uses_a_page(
    put, practice, figure, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        put(practice)
        put(figure)
    for found in (practice.page_ptr, figure):
        assert ReferenceIndex.get_references_to(found).count() == 0
