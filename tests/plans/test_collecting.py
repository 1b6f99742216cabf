"""From a page into a plan: for who is signed in, and for who does that on the way."""

from http.cookies import SimpleCookie

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from plans import domain
from plans.models import Plan
from tests.factories import LearningMaterialFactory, MethodFactory, ResearchFactory
from tests.plans.pages import errors, notices, read, titles
from tests.reading import unmarked, words


def address_of(page):
    return f"/mijn-plan/erbij?pagina={page.pk}"


def link_on(client, address):
    (link,) = read(client.get(address)).select(".wk-plan-link a")
    return words(link), link["href"]


def test_a_practice_offers_to_be_collected(client, practice):
    assert link_on(client, practice.url) == ("Zet in mijn plan", address_of(practice))


def test_methods_research_and_learning_material_do_too(client, site):
    for factory, section in (
        (MethodFactory, site.methods),
        (ResearchFactory, site.research),
        (LearningMaterialFactory, site.learning),
    ):
        page = factory(parent=section)
        assert link_on(client, page.url) == ("Zet in mijn plan", address_of(page))


def test_a_figure_is_named_by_its_address(client, figure):
    assert link_on(client, figure.get_absolute_url()) == (
        "Zet in mijn plan",
        f"/mijn-plan/erbij?cijfer={figure.hash[:16]}",
    )


def test_the_button_costs_no_query_and_no_cookie(client, practice, django_assert_num_queries):
    with django_assert_num_queries(0):
        answer = client.get(address_of(practice))
    assert answer.status_code == 302
    assert answer.cookies == SimpleCookie()


def test_who_is_not_signed_in_comes_back_to_the_same_thing(practice):
    answer = Client().get(address_of(practice))
    assert (
        answer["Location"] == f"/account/inloggen/?next=/mijn-plan/erbij%3Fpagina%3D{practice.pk}"
    )


def test_the_first_time_it_asks_for_a_name(member, practice):
    page = read(member.get(address_of(practice)))
    assert words(page.select_one(".wk-lead")) == "Samen fietsen"
    assert [field["name"] for field in page.select("input:not([type=hidden]), textarea")] == [
        *("title", "note")
    ]
    answer = member.post(address_of(practice), {"title": "Mijn wijk", "note": "Doen!"})
    plan = Plan.objects.get()
    item = plan.items.get()
    assert answer["Location"] == f"/mijn-plannen/{plan.key}/#onderdeel-{item.key}"
    assert (plan.title, item.page.title, item.note) == ("Mijn wijk", "Samen fietsen", "Doen!")
    page = read(member.get(plan.get_absolute_url()))
    assert notices(page) == ["‘Samen fietsen’ staat in dit plan."]


def test_the_plan_that_changed_last_is_chosen(member, bas, plan, practice):
    domain.make_plan(bas, "Later gemaakt")
    page = read(member.get(address_of(practice)))
    choices = [
        (words(box.find_parent("label")), box["value"]) for box in page.select("[name=plan]")
    ]
    assert [name for name, _key in choices] == [
        *("Later gemaakt", "Overvecht vooruit", "Een nieuw plan")
    ]
    assert page.select_one("[name=plan][checked]")["value"] == choices[0][1]


def test_a_figure_goes_into_a_plan_that_there_is(member, plan, figure):
    member.post(f"/mijn-plan/erbij?cijfer={figure.hash[:16]}", {"plan": plan.key})
    assert plan.items.get().snapshot == figure


@pytest.mark.parametrize(
    ("sent", "wrong"),
    [
        ({"plan": ""}, {"title": "Geef het nieuwe plan een naam."}),
        (
            {"plan": "own", "title": "Nog een naam"},
            {"title": "U koos een plan dat er al is. Maak dit leeg, of kies ‘Een nieuw plan’."},
        ),
    ],
)
def test_what_is_not_clear_is_asked_again(member, plan, practice, sent, wrong):
    sent = sent | {"note": "Blijft staan"} | ({"plan": plan.key} if sent["plan"] else {})
    page = read(member.post(address_of(practice), sent), 400)
    assert errors(page) == wrong
    assert words(page.select_one("[name=note]")) == "Blijft staan"
    assert page.select_one("[name=title]").get("value", "") == sent.get("title", "")
    assert plan.items.count() == 0


def test_a_plan_of_somebody_else_cannot_be_chosen(member, eva, practice):
    other = domain.make_plan(eva, "Van Eva")
    domain.make_plan(other.owner, "Nog een van Eva")
    answer = member.post(address_of(practice), {"plan": other.key, "note": "x"})
    assert answer.status_code == 400
    assert other.items.count() == 0


def test_sent_twice_it_stands_there_once(member, practice):
    sent = {"title": "Mijn wijk", "note": "Doen!"}
    first, second = (member.post(address_of(practice), sent) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert [plan.items.count() for plan in Plan.objects.all()] == [1]


def test_another_note_with_what_is_there_already_is_not_lost(member, plan, put, practice):
    put(practice, "Eerste gedachte")
    page = read(member.post(address_of(practice), {"plan": plan.key, "note": "Tweede"}), 400)
    assert words(page.find(id="id_plan_error")) == (
        "Dit staat al in het plan ‘Overvecht vooruit’. Schrijf uw aantekening daar."
    )
    assert words(page.select_one("[name=note]")) == "Tweede"


def test_a_full_plan_says_so(member, full, practice):
    page = read(member.post(address_of(practice), {"plan": full.key}), 400)
    assert words(page.find(id="id_plan_error")) == (
        "In dit plan staan al 200 onderdelen. Haal er eerst een weg."
    )


def test_who_has_too_many_plans_is_told_so(member, many, practice):
    page = read(member.post(address_of(practice), {"plan": "", "title": "Nieuw"}), 400)
    assert errors(page) == {"title": "U hebt al 50 plannen. Gooi eerst een plan weg."}
    assert many.count() == 50


@pytest.mark.parametrize(
    "question",
    [
        *("", "?pagina=", "?pagina=0", "?pagina=-1", "?pagina=a", "?pagina=%00", "?pagina=²"),
        *("?pagina=99999999999999999999", "?cijfer=0000000000000000", "?cijfer=x", "?iets=1"),
    ],
)
def test_what_does_not_exist_cannot_be_collected(member, site, question):
    assert member.get(f"/mijn-plan/erbij{question}").status_code == 404


def test_what_may_not_be_seen_answers_as_what_does_not_exist(member, site, practice):
    nothing = member.get("/mijn-plan/erbij?pagina=2147483647")
    section = member.get(address_of(site.practices))
    closed = MethodFactory(parent=site.methods, title="Dicht")
    restriction = PageViewRestriction.objects.create(page=closed, restriction_type="groups")
    practice.unpublish()
    for answer in (section, member.get(address_of(closed)), member.get(address_of(practice))):
        assert (answer.status_code, unmarked(answer)) == (404, unmarked(nothing))
    restriction.restriction_type = PageViewRestriction.LOGIN
    restriction.save()
    assert titles(read(member.get(address_of(closed)))) == []


def test_a_preview_of_a_new_page_has_no_button(rf, site):
    from practices.models import PracticePage

    page = PracticePage(title="Nieuw", slug="nieuw", summary="Nog niet bewaard.")
    page.set_url_path(site.practices)
    answer = page.make_preview_request(preview_mode="")
    assert "wk-plan-link" not in answer.render().content.decode()
