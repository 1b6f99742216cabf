"""How fast documents that resemble one are found.

python -m benchmarks.similar --documents 20000
"""

from benchmarks import asking

DESCRIPTION = "Ask for four pages that resemble a page."


def main(arguments=None):
    """Measure and print."""
    asking.compare(DESCRIPTION, _pages, _similar, arguments)


def _pages(count):
    from practices.models import PracticePage

    numbers = PracticePage.objects.order_by("-pk").values_list("pk", flat=True)[:count]
    return [f"page:{number}" for number in numbers]


def _similar(engine, key):
    from search.scope import EVERYBODY

    engine.similar(key, EVERYBODY)


if __name__ == "__main__":
    main()
