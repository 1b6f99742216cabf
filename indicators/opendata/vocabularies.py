"""Names of others that the catalogue refers to, as DCAT-AP-NL 3.0 asks for."""

from datetime import timedelta
from itertools import pairwise

from rdflib import Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, PROV, RDF, RDFS, SKOS, XSD

from content.addresses import absolute

VCARD = Namespace("http://www.w3.org/2006/vcard/ns#")
# The prefixes of the files; everything else that the catalogue names is written out.
PREFIXES = {
    "dcat": DCAT,
    "dct": DCTERMS,
    "foaf": FOAF,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "skos": SKOS,
    "vcard": VCARD,
    "xsd": XSD,
}
EU = "http://publications.europa.eu/resource/authority/"
DUTCH = URIRef(f"{EU}language/NLD")
NETHERLANDS = URIRef(f"{EU}country/NLD")
PUBLIC = URIRef(f"{EU}access-right/PUBLIC")
DATA_THEMES = URIRef(f"{EU}data-theme")
# Editors keep the themes of the site; those that it came with have a nearest theme of the EU.
# Of all others it is said that they are about the population.
NEAREST_THEMES = {
    "leren": "EDUC",
    "werken": "ECON",
    "veiligheid": "JUST",
    "inkomen-en-schulden": "ECON",
    "gezondheid": "HEAL",
}
POPULATION = "SOCI"
THEME_LABELS = {
    "ECON": "Economie en financiën",
    "EDUC": "Onderwijs, cultuur en sport",
    "HEAL": "Gezondheid",
    "JUST": "Justitie, rechtsstelsel en openbare veiligheid",
    "SOCI": "Bevolking en samenleving",
}
# How often there are figures, by the shortest and the longest time between two of them.
FREQUENCIES = {
    "MONTHLY": (timedelta(days=28), timedelta(days=31)),
    "QUARTERLY": (timedelta(days=89), timedelta(days=93)),
    "ANNUAL_2": (timedelta(days=180), timedelta(days=186)),
    "ANNUAL": (timedelta(days=364), timedelta(days=367)),
    "BIENNIAL": (timedelta(days=729), timedelta(days=732)),
    "TRIENNIAL": (timedelta(days=1094), timedelta(days=1097)),
}
# Two days tell one distance, which may be chance.
FEWEST_DAYS = 3


def data_theme(theme):
    """Return the code of the European theme that is nearest to one of ours."""
    return NEAREST_THEMES.get(theme.slug, POPULATION)


def frequency(days):
    """Return the name of how often there are figures, or None when the days do not tell.

    `days` are in order. Every distance between two of them has to fit.
    """
    steps = [later - earlier for earlier, later in pairwise(days)]
    if len(days) < FEWEST_DAYS:
        return None
    for name, (shortest, longest) in FREQUENCIES.items():
        if all(shortest <= step <= longest for step in steps):
            return URIRef(f"{EU}frequency/{name}")
    return None


def place(area):
    """Return the name of a municipality: that of the state (TOOI), else the page about it.

    The code of the CBS is what the state names it by.
    """
    code = area.code
    if code.startswith("GM") and len(code) == len("GM0363") and code[2:].isdecimal():
        return URIRef(f"https://identifier.overheid.nl/tooi/id/gemeente/{code.lower()}")
    return URIRef(absolute(area.get_absolute_url()))


def media_type(form):
    """Return the name of the type of a file (IANA)."""
    return URIRef(f"https://www.iana.org/assignments/media-types/{form.media_type}")


def file_type(form):
    """Return the name of the form of a file (EU)."""
    return URIRef(f"{EU}file-type/{form.name}")
