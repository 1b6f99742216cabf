"""What search is told of the pages of the site itself."""

import pytest

from content.models import ThemeLabel
from search.builders import details
from search.models import Change
from tests.factories import StandardPageFactory, ThemeFactory, ThemePageFactory


@pytest.fixture
def leren(db):
    theme = ThemeFactory(label="Leren")
    theme.alternative_labels = [ThemeLabel(label="onderwijs")]
    theme.save()
    return theme


def test_a_landing_page_is_found_by_every_word_for_its_theme_and_its_parts(site, leren):
    ThemeFactory(label="Schooluitval", broader=leren)
    page = ThemePageFactory(parent=site.themes, title="Iedereen leert", theme=leren)
    page.refresh_from_db()
    found = details.of(page)
    assert found.alternatives == ("Leren", "onderwijs", "Schooluitval")
    assert found.themes == (leren,)
    assert (found.type, found.published) == ("thema", page.first_published_at.date())


def test_a_standard_page_is_a_page(site):
    assert details.of(StandardPageFactory(parent=site.home)).type == "pagina"


def waiting():
    return set(Change.objects.values_list("key", flat=True))


def test_a_changed_theme_sends_its_landing_page_to_the_index_again(site, leren):
    page = ThemePageFactory(parent=site.themes, theme=leren)
    other = ThemePageFactory(parent=site.themes, theme=ThemeFactory(label="Werken"))
    Change.objects.all().delete()
    leren.save()
    assert f"page:{page.pk}" in waiting()
    assert f"page:{other.pk}" not in waiting()


def test_a_changed_part_does_so_too(site, leren):
    page = ThemePageFactory(parent=site.themes, theme=leren)
    Change.objects.all().delete()
    ThemeFactory(label="Schooluitval", broader=leren)
    assert f"page:{page.pk}" in waiting()
