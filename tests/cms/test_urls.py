"""The addresses that are no page in the tree: files for machines, themes that lead on."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import PageViewRestriction

from tests.factories import (
    IndicatorFactory,
    MunicipalityFactory,
    OrganisationFactory,
    PracticeFactory,
    ThemeFactory,
    ThemePageFactory,
)

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
BASE = "http://127.0.0.1:8000"


def test_robots_may_read_everything_but_the_admin_and_endless_questions(client):
    answer = client.get("/robots.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer.content.decode().splitlines() == [
        "User-agent: *",
        "Disallow: /beheer/",
        "Disallow: /mijn-plan/erbij",
        "Disallow: /mijn-plannen/",
        "Disallow: /zoeken?",
        "Disallow: /zoeken.",
        "Disallow: /zoeken/suggesties",
        "Disallow: /volgen/",
        "",
        f"Sitemap: {BASE}/sitemap.xml",
    ]


def test_whoever_finds_a_weakness_is_told_where_to_report_it(client):
    answer = client.get("/.well-known/security.txt")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    fields = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())
    expires = parse_datetime(fields.pop("Expires"))
    assert timedelta(days=178) < expires - timezone.now() < timedelta(days=365)
    assert fields == {
        "Contact": f"{BASE}/contact/",
        "Preferred-Languages": "nl, en",
        "Canonical": f"{BASE}/.well-known/security.txt",
    }


def sitemap(client):
    answer = client.get("/sitemap.xml")
    assert answer.status_code == 200
    return [place.text for place in ElementTree.fromstring(answer.content).iter(f"{NAMESPACE}loc")]


LISTS = [
    f"{BASE}/{place}"
    for place in ("zoeken", "gebieden/", "indicatoren/", "datasets/", "organisaties/")
]


def test_the_sitemap_names_every_public_address_and_no_other(client, site):
    PracticeFactory(parent=site.practices, title="Openbaar")
    PracticeFactory(parent=site.practices, title="Concept", live=False)
    hidden = PracticeFactory(parent=site.practices, title="Besloten")
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    past = PracticeFactory(parent=site.practices, title="Verlopen")
    past.expire_at = timezone.now() - timedelta(hours=1)
    past.save()
    PageViewRestriction.objects.create(
        page=site.research, restriction_type=PageViewRestriction.PASSWORD, password="geheim"
    )
    MunicipalityFactory(name="Utrecht")
    OrganisationFactory(name="Platform31")
    IndicatorFactory(name="Verzuim")

    found = sitemap(client)

    assert sorted(found) == sorted(
        [
            *(page.full_url for page in vars(site).values() if page != site.research),
            "http://localhost/praktijken/openbaar/",
            *LISTS,
            f"{BASE}/gebieden/utrecht/",
            f"{BASE}/indicatoren/verzuim/",
            f"{BASE}/organisaties/platform31/",
        ]
    )


@pytest.mark.parametrize("number", [1, 3])
def test_a_sitemap_of_any_size_takes_as_many_queries(
    client, site, number, django_assert_num_queries
):
    for _ in range(number):
        PracticeFactory(parent=site.practices)
        OrganisationFactory()
        MunicipalityFactory()
        IndicatorFactory()
    with django_assert_num_queries(11):
        assert len(sitemap(client)) == len(vars(site)) + len(LISTS) + 4 * number


def test_a_page_of_the_sitemap_that_does_not_exist_is_not_found(client, site):
    assert client.get("/sitemap.xml?p=99").status_code == 404
    assert client.get("/sitemap.xml?p=x").status_code == 404


def leads_to(client, address):
    answer = client.get(address)
    return answer.status_code, answer.headers.get("Location")


def test_a_theme_leads_to_its_landing_page(client, site):
    theme = ThemeFactory(label="Leren")
    ThemePageFactory(parent=site.themes, title="Iedereen leert", theme=theme)
    assert leads_to(client, "/thema/leren/") == (302, "/themas/iedereen-leert/")


def test_a_theme_without_a_public_landing_page_leads_to_all_about_it(client, site):
    ThemeFactory(label="Werken")
    draft = ThemeFactory(label="Leren")
    ThemePageFactory(parent=site.themes, title="Concept", theme=draft, live=False)
    hidden = ThemePageFactory(parent=site.themes, theme=ThemeFactory(label="Wonen"))
    PageViewRestriction.objects.create(page=hidden, restriction_type=PageViewRestriction.LOGIN)
    for slug in ("werken", "leren", "wonen"):
        assert leads_to(client, f"/thema/{slug}/") == (302, f"/zoeken?thema={slug}")


def test_an_unknown_theme_is_not_found(client, site):
    assert leads_to(client, "/thema/bestaat-niet/") == (404, None)
