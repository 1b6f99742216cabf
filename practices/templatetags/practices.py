"""What templates of every app may ask of practices."""

from decimal import Decimal

from django import template

from content.templatetags.content import script_json
from indicators.formatting import number
from practices.structured import article_data

register = template.Library()


@register.simple_tag
def practice_json(practice):
    """Return a practice as JSON-LD, safe to put in a script element."""
    return script_json(article_data(practice))


@register.filter
def euro(amount):
    """Return an amount as the Dutch write it: € 2.000.000, € 2,50 and € −450."""
    amount = Decimal(amount)
    decimals = 0 if amount == amount.to_integral_value() else 2
    sign = "−" if amount < 0 else ""
    return f"€ {sign}{number(abs(amount), decimals)}"
