"""Sharing by link: who has it reads what they may see, and nothing else."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from plans import domain
from plans.models import Plan
from tests.factories import MethodFactory
from tests.plans.pages import queries_of, read, titles
from tests.plans.test_plan_pages import fill
from tests.practices.conftest import close
from tests.reading import unmarked, words

FORMS = ("plan.csv", "plan.docx", "plan.odt")


@pytest.fixture
def shared(plan, put, practice, site):
    """Return the plan of Bas, shared: a practice, a method for who signs in, one for nobody."""
    put(practice, "Begin hier")
    for title, kind in (("Voor leden", "login"), ("Voor niemand", "groups")):
        page = MethodFactory(parent=site.methods, title=title)
        PageViewRestriction.objects.create(page=page, restriction_type=kind)
        put(page, f"Notitie {title}")
    domain.share(plan, "Team Overvecht")
    return plan


def share(member, plan, **sent):
    member.post(f"{plan.get_absolute_url()}delen/", sent)
    return Plan.objects.get(pk=plan.pk)


def test_a_plan_is_shared_under_the_name_that_the_owner_chose(member, plan, put, practice):
    put(practice)
    plan = share(member, plan, shown_name="Team Overvecht", token="a" * 32)
    assert plan.token != "a" * 32
    page = read(Client().get(plan.shared_url))
    assert words(page.select_one(".wk-opening__kind")) == (
        "Plan van Team Overvecht · gedeeld met een link"
    )
    assert (words(page.h1), titles(page)) == ("Overvecht vooruit", ["Samen fietsen"])


def test_without_a_name_there_is_none_and_never_a_mail_address(member, bas, plan):
    plan = share(member, plan, shown_name="")
    told = Client().get(plan.shared_url).content.decode()
    found = [word for word in (bas.email, bas.first_name, bas.last_name) if word in told]
    assert found == []


def test_the_link_can_be_renewed_and_switched_off(member, plan):
    first = share(member, plan).shared_url
    member.post(f"{plan.get_absolute_url()}delen/vernieuwen/")
    second = Plan.objects.get().shared_url
    assert [Client().get(link).status_code for link in (first, second)] == [404, 200]
    member.post(f"{plan.get_absolute_url()}delen/stoppen/")
    nowhere = Client().get(f"/plan/{'0' * 32}/")
    assert unmarked(Client().get(second)) == unmarked(nowhere)
    assert Client().get(f"{second}plan.csv").status_code == 404


def test_a_reader_sees_what_that_reader_may_see_as_if_the_rest_was_never_there(shared, eva):
    stranger, eva_reads = Client(), Client()
    eva_reads.force_login(eva)
    page = read(stranger.get(shared.shared_url))
    assert titles(page) == ["Samen fietsen"]
    assert [words(note) for note in page.select(".wk-plan__note")] == ["Aantekening Begin hier"]
    assert titles(read(eva_reads.get(shared.shared_url))) == ["Samen fietsen", "Voor leden"]


@pytest.mark.parametrize("form", FORMS)
def test_a_file_holds_no_more_than_the_page(shared, form):
    assert Client().get(f"{shared.shared_url}{form}").status_code == 200
    with_all = Client().get(f"{shared.shared_url}{form}").content
    shared.items.exclude(note="Begin hier").delete()
    without = Client().get(f"{shared.shared_url}{form}").content
    assert told(with_all, form) == told(without, form)
    assert "Begin hier" in told(without, form)


def told(content, form):
    """Return the words of a file."""
    from tests.plans.test_files import text_of

    return text_of(content, form)


def test_what_was_deleted_is_not_there_for_others(shared, practice):
    practice.delete()
    page = read(Client().get(shared.shared_url))
    assert titles(page) == []
    assert words(page.select_one(".wk-section")) == "In dit plan staat nog niets."


def test_it_offers_nothing_to_change(shared):
    page = read(Client().get(shared.shared_url))
    assert page.select("form, button, textarea") == []


@pytest.mark.parametrize("end", ["", *FORMS])
def test_the_address_is_told_to_nobody_and_kept_by_nobody(shared, end):
    answer = Client().get(f"{shared.shared_url}{end}")
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in answer["Cache-Control"]
    assert list(answer.cookies) == []


def test_a_link_reads_in_as_many_queries_for_three_of_everything_as_for_one(
    client, site, plan, put, django_assert_max_num_queries
):
    domain.share(plan, "")
    fill(site, put, 1)
    one = queries_of(client, plan.shared_url, django_assert_max_num_queries)
    fill(site, put, 2)
    three = queries_of(client, plan.shared_url, django_assert_max_num_queries)
    assert (one, three) == (14, 14)


def test_a_page_that_is_closed_later_goes_from_the_link(shared, practice):
    close(practice)
    assert titles(read(Client().get(shared.shared_url))) == []
