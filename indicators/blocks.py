"""Blocks with which pages show figures."""

from content.blocks import TermChooserBlock


class IndicatorChooserBlock(TermChooserBlock):
    """An indicator."""

    window = "indicators.choosers.IndicatorChooser"

    class Meta:
        icon = "figures"
