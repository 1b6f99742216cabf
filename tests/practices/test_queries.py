"""What the pages gather, that nothing hidden is among it, and with how many queries."""

import pytest
from django.core.cache import cache

from practices import queries
from practices.models import Evidence, PracticePage
from tests.factories import (
    MethodFactory,
    MunicipalityFactory,
    OrganisationFactory,
    PracticeFactory,
    ResearchFactory,
    ThemeFactory,
)
from tests.practices.conftest import close


def fresh(page):
    return type(page).objects.get(pk=page.pk)


def overview(practice):
    return queries.practice_overview(fresh(practice))


def titles(pages):
    return [page.title for page in pages]


def test_a_practice_gives_away_no_hidden_page(site):
    method = MethodFactory(parent=site.methods, title="Geheime werkwijze")
    draft = ResearchFactory(parent=site.research, title="Concept", live=False)
    research = ResearchFactory(parent=site.research, title="Geheim onderzoek")
    known = ResearchFactory(parent=site.research, title="Bekend onderzoek")
    practice = PracticeFactory(
        parent=site.practices,
        title="Deze",
        method=method,
        evidence=[Evidence(research=study) for study in (draft, research, known)],
    )
    for page in (method, research):
        close(page)

    found = overview(practice)

    assert found["method"] is None
    assert titles(record.research for record in found["evidence"]) == ["Bekend onderzoek"]


def test_a_closed_section_hides_everything_below_it(site):
    method = MethodFactory(parent=site.methods)
    PracticeFactory(parent=site.practices, title="Andere", method=method)
    close(site.practices)
    assert titles(queries.practices_by_method(method)) == []


def test_a_method_names_the_public_practices_that_follow_it(site):
    method, other = MethodFactory(parent=site.methods), MethodFactory(parent=site.methods)
    for title in ("Zuilen", "Overvecht", "Geheim"):
        PracticeFactory(parent=site.practices, title=title, method=method)
    PracticeFactory(parent=site.practices, title="Concept", method=method, live=False)
    PracticeFactory(parent=site.practices, title="Anders", method=other)
    close(PracticePage.objects.get(title="Geheim"))
    assert titles(queries.practices_by_method(method)) == ["Overvecht", "Zuilen"]


def test_a_study_names_the_public_practices_it_is_evidence_for(site):
    research = ResearchFactory(parent=site.research)
    for title in ("Zuilen", "Overvecht", "Geheim"):
        PracticeFactory(
            parent=site.practices,
            title=title,
            evidence=[Evidence(research=research, note=f"Over {title}.")],
        )
    close(PracticePage.objects.get(title="Geheim"))
    found = queries.practices_with_evidence(research)
    assert [(record.page.title, record.note) for record in found] == [
        ("Overvecht", "Over Overvecht."),
        ("Zuilen", "Over Zuilen."),
    ]


def test_texts_without_words_are_not_told(site):
    practice = PracticeFactory(
        parent=site.practices, problem="<p></p>", approach="<p>Samen.</p>", result="<p> </p>"
    )
    assert queries.told(practice, "problem", "approach", "result") == {"approach": "<p>Samen.</p>"}


@pytest.mark.parametrize("number", [1, 3])
def test_a_practice_with_any_number_of_everything_takes_fourteen_queries(
    whole, number, django_assert_num_queries
):
    practice = fresh(whole(number))
    with django_assert_num_queries(14):
        found = queries.practice_overview(practice)
        for name in ("partners", "adoptions", "evidence", "figures", "target_groups"):
            assert len(found[name]) == number


@pytest.mark.parametrize("number", [1, 3])
def test_the_whole_page_of_a_practice_stays_within_twenty_five_queries(
    client, whole, number, django_assert_num_queries
):
    practice = whole(number)
    client.get(practice.url)  # draws the sizes of the pictures
    cache.clear()
    with django_assert_num_queries(25):
        client.get(practice.url)


@pytest.mark.parametrize("number", [1, 3])
def test_a_practice_without_pictures_takes_twenty_one_queries(
    client, whole, number, django_assert_num_queries
):
    practice = whole(number, cover=None, gallery=[], attachments=[])
    client.get(practice.url)
    with django_assert_num_queries(21):
        client.get(practice.url)


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_a_method_takes_fourteen_queries(
    client, site, number, django_assert_num_queries
):
    method = MethodFactory(parent=site.methods, themes=[ThemeFactory()])
    for _ in range(number):
        PracticeFactory(parent=site.practices, method=method, areas=[MunicipalityFactory()])
    client.get(method.url)
    with django_assert_num_queries(14):
        client.get(method.url)


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_of_a_study_takes_twelve_queries(client, site, number, django_assert_num_queries):
    study = ResearchFactory(parent=site.research, commissioner=OrganisationFactory())
    for _ in range(number):
        PracticeFactory(parent=site.practices, evidence=[Evidence(research=study)])
    client.get(study.url)
    with django_assert_num_queries(12):
        client.get(study.url)
