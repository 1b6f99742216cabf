"""The report told anew leaves out nothing that the platform has of it."""

import pytest

from cms.demo.reading import Content


@pytest.fixture(scope="module")
def content():
    return Content()


@pytest.fixture(scope="module")
def body(content):
    ((_path, report),) = content.items("reports")
    return [next(iter(block.items())) for block in report["body"]]


def named(body, kind, field):
    """Return what the blocks of a kind name one by one in a field."""
    return [name for block, value in body if block == kind for name in value.get(field, [])]


def below_programmes(content, folder):
    """Return the names of goals or news, by programme."""
    return {
        path.name: sorted(file.stem for file in (path / folder).glob("*.toml"))
        for path in (content.folder / "programmes").iterdir()
    }


def test_it_has_the_five_chapters_of_the_report(body):
    assert [value for block, value in body if block == "chapter"] == [
        "Voortgang meten en kennis delen",
        "Overlegronde met gemeenten, zomer 2013",
        "Wat werkt in de wijken?",
        "Nationaal Programma Rotterdam Zuid (NPRZ)",
        "Kennis delen over transitie",
    ]


def test_every_practice_stands_in_it_once(content, body):
    practices = [path.stem for path, _page in content.items("practices")]
    assert sorted(named(body, "practices", "practices")) == sorted(practices)


def test_every_indicator_that_the_report_tells_of_stands_in_it_once(content, body):
    shown = [value["indicator"] for block, value in body if block == "indicator"]
    told = [code for code in content.table("indicators") if not code.startswith("cbs-")]
    assert sorted(shown) == sorted(told)


def test_every_goal_stands_in_it(content, body):
    goals = below_programmes(content, "goals")
    whole = [
        value["programme"] for block, value in body if block == "goals" and "goals" not in value
    ]
    shown = named(body, "goals", "goals") + [goal for slug in whole for goal in goals[slug]]
    assert sorted(shown) == sorted(goal for found in goals.values() for goal in found)


def test_no_news_stands_in_it_twice(content, body):
    news = below_programmes(content, "updates")
    whole = [
        value["programme"] for block, value in body if block == "updates" and "programme" in value
    ]
    shown = named(body, "updates", "updates") + [update for slug in whole for update in news[slug]]
    assert len(shown) == len(set(shown)) > 0


def test_its_summary_is_short(content):
    ((_path, report),) = content.items("reports")
    assert len(report["summary"].split()) <= 60
