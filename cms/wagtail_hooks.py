"""What the admin shows besides Wagtail's own: the panels of the dashboard, our colours."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from cms.dashboard import PANELS


@hooks.register("construct_homepage_panels")
def welcome(request, panels):
    """Put our panels with those of Wagtail; each has its place by its order."""
    panels.extend(panel() for panel in PANELS)


@hooks.register("insert_global_admin_css")
def colours():
    """Give the admin the colours of the site."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))
