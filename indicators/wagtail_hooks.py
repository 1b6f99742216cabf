"""What editors see of figures: the menu, and the windows to choose an indicator or a snapshot."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from indicators.choosers import IndicatorChooser, SnapshotChooser
from indicators.models import IndicatorSnapshot
from indicators.permissions import SnapshotPolicy
from indicators.viewsets import FigureGroup

register_permission_policy(IndicatorSnapshot, SnapshotPolicy(IndicatorSnapshot))


@hooks.register("register_admin_viewset")
def figures():
    """Add the menu with every list of figures."""
    return FigureGroup()


@hooks.register("register_admin_viewset")
def choosers():
    """Add the windows in which pages choose an indicator or a snapshot."""
    return [IndicatorChooser(), SnapshotChooser()]


@hooks.register("register_icons")
def icons(icons):
    """Add the icon of figures: three bars."""
    return [*icons, "indicators/icons/figures.svg"]
