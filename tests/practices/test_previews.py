"""What an editor sees before anybody else does."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import (
    inline_formset,
    nested_form_data,
    rich_text,
    streamfield,
)

from practices.models import Lesson, PracticePage
from tests.factories import MethodFactory, PracticeFactory, ResearchFactory, ThemeFactory
from tests.practices.posting import practice_form
from tests.reading import section, words


@pytest.mark.parametrize(
    ("factory", "section", "kind"),
    [
        (PracticeFactory, "practices", "Praktijk · momentopname"),
        (MethodFactory, "methods", "Werkwijze"),
        (ResearchFactory, "research", "Onderzoek"),
    ],
)
def test_a_draft_shows_its_preview(editor, site, factory, section, kind):
    page = factory(parent=getattr(site, section), title="Nog niet af", live=False)
    page.save_revision()
    answer = editor.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
    preview = BeautifulSoup(answer.content, "html.parser")
    assert words(preview.h1) == "Nog niet af"
    assert words(preview.select_one(".wk-opening__kind")) == kind


def test_a_new_practice_is_previewed_before_it_is_saved(editor, site):
    theme = ThemeFactory(label="Gezondheid")
    arguments = ["practices", "practicepage", site.practices.pk]
    address = reverse("wagtailadmin_pages:preview_on_add", args=arguments)
    form = practice_form(
        description_depth="full",
        theme_links=inline_formset([{"theme": theme.pk}]),
        lessons=inline_formset([{"kind": Lesson.Kind.WORKED, "text": "Samen oefenen."}]),
        ratings=inline_formset([{"level": "", "assessed_on": "2013-01-01"}]),
    )
    assert editor.post(address, form).json() == {"is_valid": True, "is_available": True}
    preview = BeautifulSoup(editor.get(address).content, "html.parser")
    assert words(preview.select_one(".wk-tags")) == "Gezondheid"
    assert words(preview.select_one(".wk-lessons__kind")) == "Werkte Samen oefenen."
    assert not PracticePage.objects.exists()


def test_a_preview_shows_what_is_in_the_form_and_not_what_is_published(editor, site):
    method = MethodFactory(parent=site.methods, title="Frontlijnsturing")
    practice = PracticeFactory(
        parent=site.practices, lessons=[Lesson(kind=Lesson.Kind.WORKED, text="Oude les.")]
    )
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[practice.pk])
    lesson = {"id": practice.lessons.get().pk, "kind": Lesson.Kind.DEPENDS, "text": "Nieuwe les."}
    editor.post(
        address, practice_form(page_method=method.pk, lessons=inline_formset([lesson], initial=1))
    )
    preview = BeautifulSoup(editor.get(address).content, "html.parser")
    assert [words(kind) for kind in preview.select(".wk-lessons__kind")] == [
        "Werkte Niets genoemd.",
        "Werkte niet Niets genoemd.",
        "Hangt ervan af Nieuwe les.",
    ]
    assert words(preview.select_one(".wk-about")).endswith("Werkwijze Frontlijnsturing")


def test_a_new_method_in_preview_is_followed_by_no_practice(editor, site):
    PracticeFactory(parent=site.practices, title="Zonder werkwijze")
    arguments = ["practices", "methodpage", site.methods.pk]
    address = reverse("wagtailadmin_pages:preview_on_add", args=arguments)
    lists = ("active_ingredients", "conditions", "pitfalls", "sources")
    form = nested_form_data(
        {
            "title": "Samen eten",
            "slug": "samen-eten",
            "summary": "Buren koken voor elkaar.",
            "when_it_fits": rich_text("<p>Als buren elkaar niet kennen.</p>"),
            "approach": rich_text(""),
            "known_effect": rich_text(""),
            **{name: inline_formset([]) for name in ("comments", "theme_links", "area_links")},
            **{name: streamfield([]) for name in lists},
        }
    )
    assert editor.post(address, form).json() == {"is_valid": True, "is_available": True}
    preview = BeautifulSoup(editor.get(address).content, "html.parser")
    assert words(section(preview, "praktijken").p) == (
        "Er staan nog geen praktijken met deze werkwijze op de site."
    )
