"""Keeps what stands in the room of members as closed as the room itself.

The room is closed page by page; its files lie in a collection of their own. A file outside that
collection can be opened by whoever knows its address.
"""

from django.utils.translation import gettext_lazy
from wagtail.documents import get_document_model
from wagtail.fields import StreamField
from wagtail.images import get_image_model

from content.forms import PageForm

OPEN_DOCUMENTS = gettext_lazy(
    "Wie het adres kent, kan dit openen: %(titles)s. Zet het bij Documenten eerst in "
    "de collectie ‘%(collection)s’."
)
OPEN_PICTURES = gettext_lazy(
    "Wie het adres kent, kan deze afbeelding zien: %(titles)s. Zet haar bij Afbeeldingen eerst in "
    "de collectie ‘%(collection)s’."
)


class RoomPageForm(PageForm):
    """The editor's form of a page that may stand in a room, and of the room itself."""

    def clean(self):
        """Refuse files that are not as closed as the page; take over the community around it."""
        cleaned = super().clean()
        community = self._community_around()
        if community is not None:
            if "community" in self.fields:
                cleaned["community"] = community
            for name, message in open_files(self._meta.model, cleaned, community).items():
                self.add_error(name, message)
        return cleaned

    def _community_around(self):
        """Return the community in whose room the page stands, or None."""
        from community.domain.rooms import community_around
        from community.models import MembersRoomPage

        if self.parent_page is None:
            return None
        if isinstance(self.instance, MembersRoomPage):
            return self.parent_page.specific
        is_inside = MembersRoomPage.objects.filter(pk=self.parent_page.pk).exists()
        return community_around(self.parent_page) if is_inside else None


def open_files(model, values, community):
    """Return a message by field for files and pictures that are not only for members.

    `values` are those of the fields of a page of this model, by name.
    """
    from community.domain.rooms import collection_of

    closed = collection_of(community)
    inside = closed.get_descendants(inclusive=True).values("pk")
    found = {}
    kinds = {get_document_model(): OPEN_DOCUMENTS, get_image_model(): OPEN_PICTURES}
    for kind, message in kinds.items():
        for name, numbers in _referred_to(model, values, kind).items():
            outside = kind.objects.filter(pk__in=numbers).exclude(collection__in=inside)
            titles = ", ".join(f"‘{title}’" for title in outside.values_list("title", flat=True))
            if titles:
                said = message % {"titles": titles, "collection": closed.name}
                # The editor of Wagtail shows the first message of a field and no other.
                found[name] = f"{found[name]} {said}" if name in found else said
    return found


def documents_of(page):
    """Return the numbers of the documents that a page refers to, whichever field they stand in."""
    return _shown_by(page, get_document_model())


def pictures_of(page):
    """Return the numbers of the pictures that a page shows, its cover too."""
    return _shown_by(page, get_image_model())


def _shown_by(page, kind):
    model = type(page)
    fields = {field.name: getattr(page, field.name) for field in _referring(model, kind)}
    return set().union(*_referred_to(model, fields, kind).values())


def _referred_to(model, values, kind):
    """Return the numbers of documents, or of pictures, by the name of the field that has them."""
    found = {}
    for field in _referring(model, kind):
        if values.get(field.name):
            numbers = _numbers(field, values[field.name], kind)
            if numbers:
                found[field.name] = numbers
    return found


def _numbers(field, value, kind):
    if field.many_to_one:
        return {value.pk}
    return {int(ref[1]) for ref in field.extract_references(value) if ref[0] is kind}


def _referring(model, kind):
    """Return the fields of a page in which files may stand: streams, and a picture of its own."""
    fields = model._meta.get_fields()
    return [field for field in fields if isinstance(field, StreamField) or _leads_to(field, kind)]


def _leads_to(field, kind):
    return bool(field.many_to_one and field.concrete and field.related_model is kind)
