"""Loads which pages editors put above the results, after the pages themselves."""

from wagtail.models import Page

from cms.models import HomePage
from search.models import Promotion


def load(store):
    """Create or refresh the promotions; those that editors added stay."""
    _remember_pages(store)
    with store.content.blaming("promotions.toml"):
        for data in store.content.table("promotions")["promotions"]:
            store.put(Promotion, {"words": data.pop("words")}, {"reason": ""} | data)


def _remember_pages(store):
    """Let files call a page by its path: two pages may have one slug."""
    home = HomePage.objects.get()
    for page in Page.objects.descendant_of(home):
        store.references.add(page, page.url_path.removeprefix(home.url_path).strip("/"))
