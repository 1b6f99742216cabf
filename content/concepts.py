"""The themes as a vocabulary that others can refer to (SKOS, W3C Recommendation of 2009)."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from content.addresses import absolute
from content.models import Theme


def theme_uri(theme):
    """Return the name of a theme on the web; it leads to the page about the theme."""
    return URIRef(absolute(theme.get_absolute_url()))


def scheme_uri(scheme):
    """Return the name of a scheme of themes; it leads to the file with all of them."""
    return URIRef(f"{absolute(reverse('vocabulary'))}#{scheme}")


def name_scheme(graph, scheme):
    """Add to a graph what a scheme of themes is called; return its name there."""
    uri = scheme_uri(scheme)
    title = _("%(scheme)s van %(site)s") % {
        "scheme": Theme.Scheme(scheme).label,
        "site": settings.WAGTAIL_SITE_NAME,
    }
    graph.add((uri, RDF.type, SKOS.ConceptScheme))
    # SKOS names things by their label, DCAT by their title.
    for predicate in (SKOS.prefLabel, DCTERMS.title):
        graph.add((uri, predicate, Literal(title, lang="nl")))
    return uri


def name(graph, theme):
    """Add to a graph what a theme is called and which scheme it is in; return its name there."""
    uri = theme_uri(theme)
    graph.add((uri, RDF.type, SKOS.Concept))
    graph.add((uri, SKOS.prefLabel, Literal(theme.label, lang="nl")))
    graph.add((uri, SKOS.inScheme, scheme_uri(theme.scheme)))
    return uri


def vocabulary():
    """Return all themes in their schemes as a graph (three queries)."""
    graph = Graph(bind_namespaces="none")
    graph.bind("skos", SKOS)
    graph.bind("dct", DCTERMS)
    themes = list(Theme.objects.prefetch_related("alternative_labels", "related"))
    by_number = {theme.pk: theme for theme in themes}
    for scheme in dict.fromkeys(theme.scheme for theme in themes):
        name_scheme(graph, scheme)
    for theme in themes:
        _add_theme(graph, theme, by_number.get(theme.broader_id))
    return graph


def _add_theme(graph, theme, broader):
    uri = name(graph, theme)
    for other in theme.alternative_labels.all():
        graph.add((uri, SKOS.altLabel, Literal(other.label, lang="nl")))
    if theme.definition:
        graph.add((uri, SKOS.definition, Literal(theme.definition, lang="nl")))
    for related in theme.related.all():
        graph.add((uri, SKOS.related, theme_uri(related)))
    if broader:
        graph.add((uri, SKOS.broader, theme_uri(broader)))
        graph.add((theme_uri(broader), SKOS.narrower, uri))
    # Below a theme of another scheme it is still the first of its own.
    if broader is None or broader.scheme != theme.scheme:
        graph.add((uri, SKOS.topConceptOf, scheme_uri(theme.scheme)))
        graph.add((scheme_uri(theme.scheme), SKOS.hasTopConcept, uri))
