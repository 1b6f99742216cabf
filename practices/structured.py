"""Practices as data that search engines read (schema.org, JSON-LD)."""

from django.conf import settings


def article_data(practice):
    """Return a practice as an article in the words of schema.org."""
    data = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": practice.title,
        "description": practice.summary,
        "url": practice.full_url,
        "inLanguage": "nl",
        "datePublished": practice.first_published_at,
        "dateModified": practice.last_published_at,
        "publisher": {"@type": "Organization", "name": settings.WAGTAIL_SITE_NAME},
        "about": [{"@type": "Thing", "name": theme.label} for theme in practice.theme_list],
        "spatialCoverage": [
            {"@type": "Place", "name": area.full_name} for area in practice.area_list
        ],
        "citation": [_work(block.value) for block in practice.sources],
    }
    return {name: value for name, value in data.items() if value}


def _work(source):
    work = {
        "@type": "CreativeWork",
        "name": source["title"],
        "publisher": source["publisher"],
        "datePublished": source["year"],
        "url": source["url"],
    }
    return {name: value for name, value in work.items() if value}
