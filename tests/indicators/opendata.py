"""Reads the catalogue of open data as a harvester does."""

from pathlib import Path

from pyshacl import validate
from rdflib import Graph, URIRef
from rdflib.namespace import SH

SITE = "http://127.0.0.1:8000"
CATALOGUE = URIRef(f"{SITE}/datasets/")
PAGE = f"{SITE}/indicatoren/havo-vwo/"
DATA, CSV, JSON = (URIRef(f"{PAGE}#{part}") for part in ("data", "csv", "json"))
LICENCES = "https://definities.geostandaarden.nl/dcat-ap-nl/id/waardelijst/licenties/"
SHAPES = Graph().parse(Path(__file__).parent / "dcat-ap-nl.shacl.ttl")


def harvest(client, address="/datasets.ttl", form="turtle"):
    answer = client.get(address)
    assert answer.status_code == 200
    return Graph().parse(data=answer.getvalue().decode(), format=form)


def values(graph, subject, predicate):
    """Return the values of a property as text, in order."""
    return sorted(map(str, graph.objects(URIRef(subject), predicate)))


def complaints(graph):
    """Return what the shapes find wrong, as pairs of a thing and a property."""
    _conforms, report, _text = validate(graph, shacl_graph=SHAPES)
    return {
        (node, path)
        for result in report.subjects(SH.focusNode)
        for node in report.objects(result, SH.focusNode)
        for path in report.objects(result, SH.resultPath)
    }
