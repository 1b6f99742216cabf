"""Indicators as data that search engines read (schema.org, JSON-LD)."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from content.addresses import absolute
from indicators import definitions
from indicators.opendata import licences


def dataset_data(entry):
    """Return an indicator as a dataset in the words of schema.org.

    A licence is named only when it is an open one that holds for all the figures; what the
    sources say of theirs is told in words either way.
    """
    indicator = entry.indicator
    publisher = indicator.publisher
    data = {
        "@context": "https://schema.org",
        "@type": "Dataset",
        "name": indicator.name,
        "description": " ".join([indicator.definition, *definitions.notes(indicator.changes)]),
        "url": entry.address,
        "identifier": entry.identifier,
        "inLanguage": "nl",
        "keywords": list(entry.keywords),
        "license": entry.licence.deed,
        "conditionsOfAccess": " ".join(map(licences.statement, entry.deliveries)),
        "isAccessibleForFree": True,
        "creator": _organisation(
            entry.maker, absolute(publisher.get_absolute_url()) if publisher else ""
        ),
        "publisher": _organisation(settings.PUBLISHER, settings.PUBLISHER_URL),
        "includedInDataCatalog": {
            "@type": "DataCatalog",
            "name": _("Open data van %(site)s") % {"site": settings.WAGTAIL_SITE_NAME},
            "url": absolute(reverse("datasets")),
        },
        "temporalCoverage": f"{entry.begin}/{entry.end}" if entry.dates else "",
        "spatialCoverage": _places(entry),
        "variableMeasured": _filled(
            {"@type": "PropertyValue", "name": indicator.short_name, "unitText": indicator.unit}
        ),
        "dateModified": entry.modified,
        "distribution": [_download(form, address) for form, address in entry.downloads],
    }
    return _filled(data)


def _organisation(name, url):
    return _filled({"@type": "Organization", "name": name, "url": url})


def _places(entry):
    names = [area.name for area in entry.municipalities] or [_("Nederland")]
    return [{"@type": "Place", "name": name} for name in names]


def _download(form, address):
    return {"@type": "DataDownload", "encodingFormat": form.media_type, "contentUrl": address}


def _filled(data):
    return {name: value for name, value in data.items() if value}
