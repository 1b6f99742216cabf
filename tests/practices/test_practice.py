from tests.factories import PracticeFactory


def test_tree(site):
    p = PracticeFactory(parent=site.practices, title="Een praktijk")
    assert p.url == "/praktijken/een-praktijk/"
