"""What editors see of shared content: the menu of terms, and the windows to choose one."""

from wagtail import hooks

from content.choosers import AreaChooser, OrganisationChooser, ThemeChooser
from content.viewsets import TermGroup


@hooks.register("register_admin_viewset")
def terms():
    """Add the menu with every list of terms."""
    return TermGroup()


@hooks.register("register_admin_viewset")
def choosers():
    """Add the windows in which pages choose a term."""
    return [ThemeChooser(), AreaChooser(), OrganisationChooser()]
