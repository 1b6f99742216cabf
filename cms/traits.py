"""What an area is like, beside its municipality, and which areas resemble it."""

from indicators import similarity, tables
from search import likeness

MOST_ALIKE = 5


def of(area, figures):
    """Return what the profile of an area shows of it (three queries more, when it has traits).

    `figures` are all figures of the area. What has no value is told once, with the reason.
    """
    traits = [found for found in figures if found.is_trait]
    known = [found for found in traits if found.latest.value is not None]
    datasets = tables.of_each_origin(each for found in traits for each in found.datasets)
    compares = bool(known) and area.kind in similarity.COMPARED
    return {
        "traits": known,
        "trait_benchmark": next((found.benchmark for found in known if found.benchmark), None),
        "unknown_traits": [found for found in traits if found.latest.value is None],
        "trait_datasets": datasets,
        "resembling": likeness.of(area, limit=MOST_ALIKE) if compares else None,
    }
