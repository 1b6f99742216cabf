"""The catalogue in the words of DCAT-AP-NL 3.0 (Geonovum, adopted on 12 December 2024).

Everything has a name of its own, so that the parts of the catalogue can be written one by one.
"""

from django.conf import settings
from django.urls import reverse
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext as _
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCAT, DCTERMS, FOAF, PROV, RDF, RDFS, SKOS

from content import concepts
from content.addresses import absolute
from indicators import definitions
from indicators.opendata import licences, vocabularies
from indicators.opendata.vocabularies import VCARD


def catalogue(entries):
    """Return the catalogue itself as a graph, without what it says of each dataset."""
    graph, uri = _graph(), catalogue_uri()
    name = {"site": settings.WAGTAIL_SITE_NAME}
    homepage = URIRef(absolute("/"))
    graph.add((uri, RDF.type, DCAT.Catalog))
    _say(graph, uri, DCTERMS.title, _("Open data van %(site)s") % name)
    _say(graph, uri, DCTERMS.description, _("De cijfers over wijken van %(site)s.") % name)
    graph.add((uri, FOAF.homepage, homepage))
    graph.add((homepage, RDF.type, FOAF.Document))
    _add_what_all_share(graph, uri)
    _add_licence(graph, uri, licences.CC0)
    _add_country(graph, uri)
    _add_taxonomies(graph, uri, entries)
    days = [entry.modified for entry in entries if entry.modified]
    if days:
        graph.add((uri, DCTERMS.modified, Literal(max(days))))
    for entry in entries:
        graph.add((uri, DCAT.dataset, URIRef(entry.identifier)))
    return graph


def catalogue_uri():
    """Return the name of the catalogue; it leads to the page that shows it."""
    return URIRef(absolute(reverse("datasets")))


def dataset(entry):
    """Return an indicator as a dataset, with its distributions, as a graph."""
    graph, uri = _graph(), URIRef(entry.identifier)
    indicator, page = entry.indicator, URIRef(entry.address)
    graph.add((uri, RDF.type, DCAT.Dataset))
    graph.add((uri, DCTERMS.identifier, Literal(entry.identifier)))
    _say(graph, uri, DCTERMS.title, indicator.name)
    _say(graph, uri, DCTERMS.description, _described(indicator))
    for word in entry.keywords:
        _say(graph, uri, DCAT.keyword, word)
    graph.add((uri, DCAT.landingPage, page))
    graph.add((page, RDF.type, FOAF.Document))
    graph.add((uri, DCTERMS.accessRights, vocabularies.PUBLIC))
    graph.add((vocabularies.PUBLIC, RDF.type, DCTERMS.RightsStatement))
    _add_what_all_share(graph, uri)
    _add_maker(graph, uri, entry)
    _add_themes(graph, uri, indicator.theme)
    _add_time(graph, uri, entry)
    _add_places(graph, uri, entry)
    for number, delivery in enumerate(entry.deliveries, start=1):
        _add_delivery(graph, uri, delivery, URIRef(f"{entry.address}#levering-{number}"))
    for form, download in entry.downloads:
        _add_distribution(graph, uri, entry, form, URIRef(download))
    return graph


def _described(indicator):
    told = (indicator.definition, indicator.method, indicator.caveat)
    return "\n\n".join(filter(None, [*told, *definitions.notes(indicator.changes)]))


def _graph():
    graph = Graph(bind_namespaces="none")
    for prefix, namespace in vocabularies.PREFIXES.items():
        graph.bind(prefix, namespace)
    return graph


def _say(graph, uri, predicate, text):
    graph.add((uri, predicate, Literal(text, lang="nl")))


def _add_what_all_share(graph, uri):
    """Add who publishes it, whom to ask, and in which language it is."""
    publisher = URIRef(f"{catalogue_uri()}#uitgever")
    homepage = URIRef(iri_to_uri(settings.PUBLISHER_URL))
    graph.add((uri, DCTERMS.publisher, publisher))
    graph.add((publisher, RDF.type, FOAF.Agent))
    _say(graph, publisher, FOAF.name, settings.PUBLISHER)
    graph.add((publisher, FOAF.homepage, homepage))
    graph.add((homepage, RDF.type, FOAF.Document))
    contact = URIRef(f"{catalogue_uri()}#contact")
    graph.add((uri, DCAT.contactPoint, contact))
    graph.add((contact, RDF.type, VCARD.Kind))
    _say(graph, contact, VCARD.fn, settings.PUBLISHER)
    graph.add((contact, VCARD.hasURL, URIRef(absolute("/contact/"))))
    graph.add((uri, DCTERMS.language, vocabularies.DUTCH))
    graph.add((vocabularies.DUTCH, RDF.type, DCTERMS.LinguisticSystem))


def _add_taxonomies(graph, uri, entries):
    graph.add((uri, DCAT.themeTaxonomy, vocabularies.DATA_THEMES))
    graph.add((vocabularies.DATA_THEMES, RDF.type, SKOS.ConceptScheme))
    _say(graph, vocabularies.DATA_THEMES, DCTERMS.title, _("Thema's van de Europese Unie"))
    for scheme in dict.fromkeys(entry.indicator.theme.scheme for entry in entries):
        graph.add((uri, DCAT.themeTaxonomy, concepts.name_scheme(graph, scheme)))


def _add_licence(graph, uri, licence):
    name = URIRef(licence.uri)
    graph.add((uri, DCTERMS.license, name))
    graph.add((name, RDF.type, DCTERMS.LicenseDocument))
    if licence.is_open:
        graph.add((name, SKOS.exactMatch, URIRef(licence.european)))
        graph.add((name, RDFS.seeAlso, URIRef(licence.deed)))


def _add_maker(graph, uri, entry):
    publisher = entry.indicator.publisher
    maker = URIRef(
        absolute(publisher.get_absolute_url()) if publisher else f"{entry.address}#vervaardiger"
    )
    graph.add((uri, DCTERMS.creator, maker))
    graph.add((maker, RDF.type, FOAF.Agent))
    _say(graph, maker, FOAF.name, entry.maker)


def _add_themes(graph, uri, theme):
    code = vocabularies.data_theme(theme)
    european = URIRef(f"{vocabularies.DATA_THEMES}/{code}")
    graph.add((european, RDF.type, SKOS.Concept))
    _say(graph, european, SKOS.prefLabel, vocabularies.THEME_LABELS[code])
    graph.add((european, SKOS.inScheme, vocabularies.DATA_THEMES))
    for concept in (european, concepts.name(graph, theme)):
        graph.add((uri, DCAT.theme, concept))


def _add_time(graph, uri, entry):
    if entry.modified:
        graph.add((uri, DCTERMS.modified, Literal(entry.modified)))
    if not entry.dates:
        return
    period = URIRef(f"{entry.address}#periode")
    graph.add((uri, DCTERMS.temporal, period))
    graph.add((period, RDF.type, DCTERMS.PeriodOfTime))
    graph.add((period, DCAT.startDate, Literal(entry.begin)))
    graph.add((period, DCAT.endDate, Literal(entry.end)))
    often = vocabularies.frequency(entry.dates)
    if often:
        graph.add((uri, DCTERMS.accrualPeriodicity, often))
        graph.add((often, RDF.type, DCTERMS.Frequency))


def _add_places(graph, uri, entry):
    for area in entry.municipalities:
        place = vocabularies.place(area)
        graph.add((uri, DCTERMS.spatial, place))
        graph.add((place, RDF.type, DCTERMS.Location))
        _say(graph, place, SKOS.prefLabel, area.name)
    if not entry.municipalities:
        _add_country(graph, uri)


def _add_country(graph, uri):
    graph.add((uri, DCTERMS.spatial, vocabularies.NETHERLANDS))
    graph.add((vocabularies.NETHERLANDS, RDF.type, DCTERMS.Location))


def _add_delivery(graph, uri, delivery, source):
    """Add what the figures came in, with its own licence, and where that came from."""
    graph.add((uri, PROV.wasDerivedFrom, source))
    graph.add((source, RDF.type, PROV.Entity))
    _say(graph, source, DCTERMS.title, delivery.title)
    _add_licence(graph, source, licences.of(delivery))
    _add_rights(graph, source, URIRef(f"{source}-rechten"), licences.statement(delivery))
    if delivery.url:
        graph.add((source, DCTERMS.source, URIRef(iri_to_uri(delivery.url))))
    origin = URIRef(f"{source}-herkomst")
    graph.add((uri, DCTERMS.provenance, origin))
    graph.add((origin, RDF.type, DCTERMS.ProvenanceStatement))
    _say(graph, origin, RDFS.label, _origin(delivery))


def _origin(delivery):
    """Return in words where a delivery came from."""
    parts = [f"{_('Bron')}: {delivery.source}", delivery.get_kind_display().capitalize()]
    if delivery.retrieved_at:
        parts.append(_("Opgehaald op %(day)s") % {"day": delivery.retrieved_at.isoformat()})
    if delivery.boundary_year:
        parts.append(_("Grenzen van %(year)s") % {"year": delivery.boundary_year})
    return " ".join([*(f"{part}." for part in parts), delivery.note]).strip()


def _add_rights(graph, uri, rights, text):
    graph.add((uri, DCTERMS.rights, rights))
    graph.add((rights, RDF.type, DCTERMS.RightsStatement))
    _say(graph, rights, RDFS.label, text)


def _add_distribution(graph, uri, entry, form, download):
    distribution = URIRef(f"{entry.address}#{form.suffix}")
    graph.add((uri, DCAT.distribution, distribution))
    graph.add((distribution, RDF.type, DCAT.Distribution))
    title = _("%(indicator)s als %(form)s") % {
        "indicator": entry.indicator.name,
        "form": form.name,
    }
    _say(graph, distribution, DCTERMS.title, title)
    graph.add((distribution, DCAT.accessURL, URIRef(entry.address)))
    graph.add((distribution, DCAT.downloadURL, download))
    for predicate, name, kind in (
        (DCAT.mediaType, vocabularies.media_type(form), DCTERMS.MediaType),
        (DCTERMS["format"], vocabularies.file_type(form), DCTERMS.MediaTypeOrExtent),
        (DCTERMS.language, vocabularies.DUTCH, DCTERMS.LinguisticSystem),
    ):
        graph.add((distribution, predicate, name))
        graph.add((name, RDF.type, kind))
    _add_licence(graph, distribution, entry.licence)
    text = " ".join(licences.statement(delivery) for delivery in entry.deliveries)
    _add_rights(graph, distribution, URIRef(f"{distribution}-rechten"), text)
