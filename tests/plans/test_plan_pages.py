"""The plans of Bas as he sees and changes them."""

from bs4 import BeautifulSoup

from plans.models import Plan, PlanItem
from tests.factories import LearningMaterialFactory, MethodFactory, PracticeFactory, ResearchFactory
from tests.indicators.pages import cells
from tests.plans.pages import errors, notices, queries_of, read, titles
from tests.practices.conftest import close, snapshot
from tests.reading import links, words


def page_of(client, plan):
    return read(client.get(plan.get_absolute_url()))


def test_without_plans_it_says_how_to_begin(member, site):
    page = read(member.get("/mijn-plannen/"))
    assert words(page.select_one(".utrecht-paragraph")) == (
        "U hebt nog geen plan. Maak er een, of kies op de pagina van een praktijk of een cijfer "
        "‘Zet in mijn plan’."
    )


def test_the_list_shows_ones_own_plans_with_what_is_in_them(member, plan, put, practice, figure):
    put(practice)
    put(figure)
    page = read(member.get("/mijn-plannen/"))
    assert links(page, ".wk-rows") == [("Overvecht vooruit", plan.get_absolute_url())]
    day = words(page.select_one(".wk-rows .wk-meta")).split(" · ")
    assert day[0] == "2 onderdelen"


def test_a_plan_is_made_and_begins_empty(member, bas, site):
    sent = {"title": "Nieuw plan", "introduction": "Waarom.", "owner": "1", "token": "x" * 32}
    answer = member.post("/mijn-plannen/nieuw/", sent)
    plan = Plan.objects.get()
    assert answer["Location"] == plan.get_absolute_url()
    assert (plan.owner, plan.title, plan.introduction, plan.token) == (
        *(bas, "Nieuw plan", "Waarom.", ""),
    )
    page = page_of(member, plan)
    assert words(page.h1) == "Nieuw plan"
    assert titles(page) == []
    assert "In dit plan staat nog niets." in words(page)


def test_a_form_that_is_not_right_keeps_what_was_typed(member, plan):
    page = read(member.post("/mijn-plannen/nieuw/", {"introduction": "Blijft"}), 400)
    assert errors(page) == {"title": "Dit is een verplicht veld."}
    assert words(page.textarea) == "Blijft"
    page = read(member.post("/mijn-plannen/nieuw/", {"title": "overvecht VOORUIT"}), 400)
    assert errors(page) == {
        "title": "U hebt al een plan met de naam ‘overvecht VOORUIT’. Kies een andere naam."
    }
    assert page.input.find_next("input", {"name": "title"})["value"] == "overvecht VOORUIT"
    assert Plan.objects.count() == 1


def test_a_plan_gets_another_name(member, plan):
    address = f"{plan.get_absolute_url()}wijzigen/"
    page = read(member.get(address))
    assert page.select_one("[name=title]")["value"] == "Overvecht vooruit"
    member.post(address, {"title": "Overvecht samen", "introduction": "Regel 1\r\nRegel 2"})
    plan.refresh_from_db()
    assert (plan.title, plan.introduction) == ("Overvecht samen", "Regel 1\nRegel 2")
    assert errors(read(member.post(address, {"title": ""}), 400)) == {
        "title": "Dit is een verplicht veld."
    }


def test_a_plan_goes_after_a_question(member, plan, put, practice):
    put(practice, "Mijn gedachte")
    address = f"{plan.get_absolute_url()}weggooien/"
    page = read(member.get(address))
    assert words(page.select_one(".wk-lead")) == (
        "Wilt u het plan ‘Overvecht vooruit’ weggooien? Ook het onderdeel dat erin staat en uw "
        "aantekening verdwijnen. Dit kunt u niet ongedaan maken."
    )
    assert Plan.objects.count() == 1
    assert member.post(address)["Location"] == "/mijn-plannen/"
    assert (Plan.objects.count(), PlanItem.objects.count()) == (0, 0)
    assert notices(read(member.get("/mijn-plannen/"))) == [
        "Het plan ‘Overvecht vooruit’ is weggegooid."
    ]


def test_a_page_stands_in_a_plan_with_its_kind_and_summary(member, plan, put, practice):
    put(practice, "Eerste regel\n\n<b>Tweede</b>")
    (item,) = page_of(member, plan).select(".wk-plan__item")
    assert words(item.select_one(".wk-meta")) == "Praktijk"
    assert links(item, ".wk-plan__title") == [("Samen fietsen", practice.url)]
    assert words(item.select_one(".utrecht-paragraph")) == "Buurtbewoners leren elkaar fietsen."
    assert [words(p) for p in item.select(".wk-plan__note > p")] == [
        *("Uw aantekening", "Eerste regel", "<b>Tweede</b>")
    ]


def test_a_figure_stands_there_in_words_and_as_its_table(member, plan, put, figure):
    put(figure)
    (item,) = page_of(member, plan).select(".wk-plan__item")
    area, city = figure.area.full_name, figure.comparator.full_name
    assert words(item.select_one(".wk-plan__title")) == f"Verzuim, {area}"
    assert words(item.select_one(".wk-figure__sentence")) == (
        "Het aandeel daalde van 20% (2007) naar 12% (2013). Dat is een verbetering. "
        f"De afstand tot {city} werd kleiner: van 6 naar 1 procentpunt."
    )
    assert cells(item.table) == [
        ["Periode", area, city, f"Verschil met {city}"],
        ["2007", "20%", "14%", "6 procentpunt hoger"],
        ["2013", "12%", "11%", "1 procentpunt hoger"],
    ]


def test_what_is_gone_or_closed_keeps_its_place_and_its_note(member, plan, put, practice, site):
    gone = MethodFactory(parent=site.methods, title="Geheime werkwijze")
    withdrawn = MethodFactory(parent=site.methods, title="Ingetrokken werkwijze")
    for page in (gone, withdrawn, practice):
        put(page, f"Bij {page.title}")
    gone.delete()
    withdrawn.unpublish()
    page = page_of(member, plan)
    assert titles(page) == ["Niet meer beschikbaar", "Niet meer beschikbaar", "Samen fietsen"]
    assert [words(note.find_all("p")[1]) for note in page.select(".wk-plan__note")] == [
        *("Bij Geheime werkwijze", "Bij Ingetrokken werkwijze", "Bij Samen fietsen")
    ]


def test_a_page_for_who_signs_in_is_there_for_its_owner(member, plan, put, practice):
    close(practice)
    put(practice)
    assert titles(page_of(member, plan)) == ["Samen fietsen"]


def test_nothing_of_a_plan_is_kept_on_the_way(member, plan):
    answer = member.get(plan.get_absolute_url())
    assert "no-store" in answer["Cache-Control"]
    assert "Cookie" in answer["Vary"]


def test_the_trail_leads_back_to_the_plans(member, plan):
    answer = member.get(f"{plan.get_absolute_url()}delen/")
    trail = BeautifulSoup(answer.content, "html.parser").select_one(".wk-trail")
    assert [words(step) for step in trail.find_all("li")] == [
        *("Wat werkt in de wijken", "Mijn plannen", "Overvecht vooruit", "Plan delen")
    ]


def fill(site, put, number):
    for _ in range(number):
        for factory, section in (
            (PracticeFactory, site.practices),
            (MethodFactory, site.methods),
            (ResearchFactory, site.research),
            (LearningMaterialFactory, site.learning),
        ):
            put(factory(parent=section, sources=[("source", {"title": "Bron"})]), "Let op")
        put(snapshot(), "Let op")


def test_a_plan_takes_as_many_queries_for_three_of_everything_as_for_one(
    member, site, plan, put, django_assert_max_num_queries
):
    fill(site, put, 1)
    one = queries_of(member, plan.get_absolute_url(), django_assert_max_num_queries)
    fill(site, put, 2)
    three = queries_of(member, plan.get_absolute_url(), django_assert_max_num_queries)
    assert (one, three) == (20, 20)


def test_the_list_takes_as_many_queries_for_three_plans_as_for_one(
    member, bas, plan, django_assert_max_num_queries
):
    one = queries_of(member, "/mijn-plannen/", django_assert_max_num_queries)
    for number in range(2):
        Plan.objects.create(owner=bas, title=f"Plan {number}")
    three = queries_of(member, "/mijn-plannen/", django_assert_max_num_queries)
    assert (one, three) == (8, 8)
