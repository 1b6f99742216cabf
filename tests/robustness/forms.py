"""Fills in a form of the admin as a browser would, and reads what it answers."""

import json

from tests.reading import words
from tests.robustness.reading import soup_of

REQUIRED = "Dit is een verplicht veld."


class Form:
    """A form on a page of the admin."""

    def __init__(self, client, address):
        self.client = client
        self.address = address
        self.opened = client.get(address)
        self.fields = sent_by_a_browser(form_in(self.opened))

    def post(self, **changes):
        """Send the form as it was opened, with these fields filled in otherwise."""
        return self.client.post(self.address, self.fields | changes)

    def publish(self, **changes):
        """Send the form with the button that publishes."""
        return self.post(**{"action-publish": "1"} | changes)


def form_in(answer):
    """Return the form that an editor fills in."""
    return soup_of(answer).select_one("main form[method=post i]:has([name=csrfmiddlewaretoken])")


def sent_by_a_browser(form):
    """Return the fields of a form with what stands in them; scripts add the lists of blocks."""
    fields = {}
    for field in form.select("[name]"):
        if field.name in ("button", "template") or field.get("type") in ("submit", "file"):
            continue
        if field.get("type") in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        fields[field["name"]] = value_of(field)
    for block in form.select("[data-block]"):
        fields[f"{block['id']}-count"] = "0"
    return {name: value for name, value in fields.items() if value is not None}


def value_of(field):
    """Return what stands in a field now."""
    if field.name == "textarea":
        return field.get_text().removeprefix("\n")
    if field.name == "select":
        chosen = [option["value"] for option in field.select("option[selected]")]
        if field.has_attr("multiple"):
            return chosen
        return (chosen or [option.get("value", "") for option in field.select("option")][:1])[0]
    return field.get("value", "on" if field.get("type") == "checkbox" else "")


def problems(answer):
    """Return the messages of a form by the name of the field that they stand at."""
    form = form_in(answer)
    found = {}
    for message in form.select(".error-message"):
        place = message.find_parent(attrs={"data-field": True})
        field = place.select_one("[name]")["name"] if place else ""
        found.setdefault(field, []).append(words(message))
    for block in form.select("[data-block]"):
        errors = json.loads(block["data-w-block-arguments-value"])[1]
        if errors:
            found[block["id"]] = told_by_a_block(errors)
    return found


def told_by_a_block(errors):
    """Return the messages in what a list of blocks is told by its script."""
    if not isinstance(errors, dict):
        return []
    found = list(errors.get("messages", []))
    for part in (errors.get("blockErrors") or {}).values():
        found += told_by_a_block(part)
    return found
