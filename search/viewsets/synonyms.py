"""The words that mean the same to a searcher."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from content.viewsets import TermViewSet
from search.models import SearchSynonym
from search.viewsets.prefilling import PrefilledCreate


class SynonymViewSet(TermViewSet):
    """The list and the form of synonyms."""

    model = SearchSynonym
    name = "synonyms"
    icon = "list-ul"
    menu_label = _("Synoniemen")
    add_view_class = PrefilledCreate
    panels = [FieldPanel("words"), FieldPanel("note")]
    list_display = ["words", "note"]
    search_fields = ["words"]
    inspect_view_enabled = True
