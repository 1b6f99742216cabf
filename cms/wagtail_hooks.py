"""What the admin shows besides Wagtail's own: the panels of the dashboard."""

from wagtail import hooks

from cms.dashboard import PANELS


@hooks.register("construct_homepage_panels")
def welcome(request, panels):
    """Put our panels with those of Wagtail; each has its place by its order."""
    panels.extend(panel() for panel in PANELS)
