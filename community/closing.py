"""Keeps what stands in the room of members as closed as the room itself.

The room is closed page by page; its files lie in a collection of their own. A file outside that
collection can be opened by whoever knows its address.
"""

from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.fields import StreamField

from content.forms import PageForm


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
    """Return a message by field for every file that is not only for members of a community.

    `values` are those of the fields of a page of this model, by name.
    """
    from community.domain.rooms import collection_of

    found = {}
    for name, numbers in _referred_to(model, values).items():
        closed = collection_of(community)
        inside = closed.get_descendants(inclusive=True).values("pk")
        outside = get_document_model().objects.filter(pk__in=numbers).exclude(collection__in=inside)
        titles = ", ".join(f"‘{title}’" for title in outside.values_list("title", flat=True))
        if titles:
            found[name] = _(
                "Wie het adres kent, kan dit openen: %(titles)s. Zet het bij Documenten eerst in "
                "de collectie ‘%(collection)s’."
            ) % {"titles": titles, "collection": closed.name}
    return found


def documents_of(page):
    """Return the numbers of the documents that a page refers to, whichever field they stand in."""
    fields = {field.name: getattr(page, field.name) for field in _streams(type(page))}
    return set().union(*_referred_to(type(page), fields).values())


def _referred_to(model, values):
    """Return the numbers of documents by the name of the field that refers to them."""
    found = {}
    for field in _streams(model):
        if values.get(field.name):
            references = field.extract_references(values[field.name])
            numbers = {int(ref[1]) for ref in references if ref[0] is get_document_model()}
            if numbers:
                found[field.name] = numbers
    return found


def _streams(model):
    return [field for field in model._meta.get_fields() if isinstance(field, StreamField)]
