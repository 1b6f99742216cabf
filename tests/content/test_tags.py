"""What templates of every app may ask: the way back up, and data that scripts read."""

import json

import pytest
from django.template import Context, Template

from tests.factories import PracticeFactory


def trail(**context):
    template = Template(
        "{% load content %}{% trail as steps %}{% for step in steps %}{{ step.title }} "
        "{{ step.url }}\n{% endfor %}"
    )
    return template.render(Context(context)).splitlines()


def test_a_page_leads_back_up_to_the_home_page(site):
    practice = PracticeFactory(parent=site.practices, title="Zuilen")
    assert trail(page=practice) == ["Wat werkt in de wijken /", "Praktijken /praktijken/"]


def test_the_home_page_leads_nowhere(site):
    assert trail(page=site.home) == []


def test_a_view_gives_its_own_way_back():
    above = [{"title": "Gebieden", "url": "/gebieden/"}]
    assert trail(title="Overvecht", trail=above) == [
        "Wat werkt in de wijken /",
        "Gebieden /gebieden/",
    ]
    assert trail() == []


def test_the_way_to_a_page_is_not_read_again(site, django_assert_num_queries):
    practice = PracticeFactory(parent=site.practices)
    above = site.practices
    above._cached_parent_obj = site.home
    practice._cached_parent_obj = above
    trail(page=practice)
    with django_assert_num_queries(0):
        trail(page=practice)


@pytest.mark.parametrize("text", ["</script><script>", "<!--", "Jan & Piet", "‘wijk’"])
def test_data_for_scripts_cannot_end_the_script(text):
    template = Template("{% load content %}{{ data|script_json }}")
    written = template.render(Context({"data": {"name": text}}))
    assert json.loads(written) == {"name": text}
    assert not set("<>&") & set(written)
