"""What may be done with figures, as the source says it.

A licence is called open only when its text begins with the name of one. All else, such as a
report that names no licence, is told in the words of the delivery and claims nothing.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _

# The list of licences of DCAT-AP-NL 3.0.
LIST = "https://definities.geostandaarden.nl/dcat-ap-nl/id/waardelijst/licenties/"
EU = "http://publications.europa.eu/resource/authority/licence/"
DEEDS = "https://creativecommons.org/"


@dataclass(frozen=True)
class Licence:
    """A licence: its name, its name in two lists, and the page that explains it.

    Of the one that stands for every other there is no page and no name in the European list.
    """

    name: str
    uri: str
    european: str = ""
    deed: str = ""

    @property
    def is_open(self):
        """Tell whether everybody may use what has this licence."""
        return bool(self.deed)


CC0 = Licence("CC0 1.0", f"{LIST}cc0", f"{EU}CC0", f"{DEEDS}publicdomain/zero/1.0/deed.nl")
OPEN = (
    Licence(
        "CC BY 4.0",
        f"{LIST}naamsvermelding40",
        f"{EU}CC_BY_4_0",
        f"{DEEDS}licenses/by/4.0/deed.nl",
    ),
    Licence(
        "CC BY-SA 4.0",
        f"{LIST}naamsvermelding_gelijkdelen40",
        f"{EU}CC_BYSA_4_0",
        f"{DEEDS}licenses/by-sa/4.0/deed.nl",
    ),
    CC0,
)
NOT_OPEN = Licence("", f"{LIST}niet_open")


def of(dataset):
    """Return the licence of a delivery of figures."""
    text = dataset.licence.strip().upper()
    for licence in OPEN:
        # Not "CC BY 4.0" in the middle of a sentence, and not the beginning of "CC BY 4.0-x".
        if re.match(rf"{re.escape(licence.name)}(?![\w.-])", text):
            return licence
    return NOT_OPEN


def of_all(datasets):
    """Return the one licence that deliveries share, or the one that claims nothing."""
    shared = {of(dataset) for dataset in datasets}
    return shared.pop() if len(shared) == 1 else NOT_OPEN


def told(dataset):
    """Return in words under which licence a delivery came."""
    if of(dataset).is_open:
        return f"{dataset.title}: {dataset.licence}."
    return _("%(title)s: geen open licentie. De bron zegt: “%(licence)s”.") % {
        "title": dataset.title,
        "licence": dataset.licence,
    }


def statement(dataset):
    """Return the same, with what to do when that says nothing."""
    if of(dataset).is_open:
        return told(dataset)
    return f"{told(dataset)} {_('Vraag de bron wat u met deze cijfers mag doen.')}"
