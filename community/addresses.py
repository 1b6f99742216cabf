"""How addresses name a community: by the last part of the address of its page."""

from django.urls import register_converter


class PageSlug:
    """What Wagtail takes for that part: letters of every alphabet, digits and dashes."""

    regex = r"[-\w]+"

    def to_python(self, value):
        """Return it as it is."""
        return value

    def to_url(self, value):
        """Return it as it is."""
        return value


def register():
    """Let patterns say `<page_slug:…>`; before the first of them is read."""
    register_converter(PageSlug, "page_slug")
