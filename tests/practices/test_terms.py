"""Editors keep the target groups themselves."""

from bs4 import BeautifulSoup
from django.urls import reverse

from accounts.domain import grant_editor_permissions
from tests.factories import TargetGroupFactory
from tests.reading import words


def test_editors_keep_the_target_groups_under_the_terms(editor):
    grant_editor_permissions()
    group = TargetGroupFactory(name="Jongeren")
    listing = editor.get(reverse("target_groups:index"))
    table = BeautifulSoup(listing.content, "html.parser").select_one("table.listing")
    assert [words(row.a) for row in table.select("tbody tr")] == ["Jongeren"]
    answer = editor.post(
        reverse("target_groups:edit", args=[group.pk]), {"name": "Jeugd", "slug": group.slug}
    )
    group.refresh_from_db()
    assert (answer.status_code, group.name) == (302, "Jeugd")


def test_the_target_groups_are_in_the_menu_of_terms(editor):
    grant_editor_permissions()
    home = editor.get("/beheer/").content.decode()
    assert reverse("target_groups:index") in home
