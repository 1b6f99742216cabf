"""How fast titles are suggested while somebody types.

python -m benchmarks.suggesting --documents 20000
"""

from benchmarks import asking

DESCRIPTION = "Ask for suggestions for the first two to seven letters of words in titles."


def main(arguments=None):
    """Measure and print."""
    asking.compare(DESCRIPTION, _beginnings, _suggest, arguments)


def _beginnings(count):
    from practices.models import PracticePage

    titles = PracticePage.objects.order_by("-pk").values_list("title", flat=True)[:count]
    return [_typed(title.split(), n) for n, title in enumerate(titles)]


def _typed(words, n):
    beginning = words[n % len(words)][: 2 + n % 6]
    # Every fourth time a whole word stands before it.
    return f"{words[0]} {beginning}" if n % 4 == 0 else beginning


def _suggest(engine, text):
    from search.scope import EVERYBODY

    engine.suggest(text, EVERYBODY)


if __name__ == "__main__":
    main()
