"""Blocks of practices and methods."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks


class IngredientBlock(blocks.StructBlock):
    """One thing that makes an approach work."""

    name = blocks.CharBlock(label=_("werkzaam element"))
    explanation = blocks.TextBlock(label=_("waarom werkt dit"), required=False)

    class Meta:
        icon = "tick"
        label = _("Werkzaam element")
        template = "blocks/ingredient.html"


class PointBlock(blocks.StructBlock):
    """A condition or a pitfall, in a sentence or two."""

    text = blocks.TextBlock(label=_("in een of twee zinnen"))

    class Meta:
        icon = "list-ul"
        label = _("Punt")
        template = "blocks/point.html"
