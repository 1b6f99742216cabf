"""The lists and forms of terms in the admin: what pages refer to and editors keep themselves.

Other apps put a list in the same menu with the hook `register_term_viewset`: a function without
arguments that returns an instance of `TermViewSet`.
"""

from collections import Counter

from django.db import router
from django.db.models import ProtectedError
from django.db.models.deletion import Collector
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    ObjectList,
    TitleFieldPanel,
)
from wagtail.admin.views.generic import DeleteView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from content.finding import containing
from content.forms import TermForm
from content.models import Area, Membership, Organisation, Theme


class TermIndex(IndexView):
    """A list that finds parts of words and reads what a row refers to along with it."""

    related = ()

    def get_base_queryset(self):
        """Return the terms with what their row shows."""
        terms = super().get_base_queryset()
        return terms.select_related(*self.related) if self.related else terms

    def search_queryset(self, queryset):
        """Keep the terms that hold every word that was typed."""
        if not self.is_searching:
            return queryset
        return containing(queryset, self.search_query, self.search_fields)


class TermDelete(DeleteView):
    """Refuses to delete a term that is in use, and says where it is used."""

    template_name = "content/admin/confirm_delete.html"

    @property
    def uses(self):
        """Return pairs of a name and how often such a record keeps the term from being deleted."""
        try:
            Collector(router.db_for_write(self.model)).collect([self.object])
        except ProtectedError as error:
            names = Counter(type(found)._meta.verbose_name for found in error.protected_objects)
            return [(capfirst(name), number) for name, number in sorted(names.items(), key=str)]
        return []

    def get_context_data(self, **kwargs):
        """Add where the term is used."""
        uses = self.uses
        return super().get_context_data(**kwargs) | {"uses": uses, "is_protected": bool(uses)}

    def form_valid(self, form):
        """Delete what is used nowhere; show the reason and 409 otherwise."""
        if self.uses:
            return self.render_to_response(self.get_context_data(), status=409)
        return super().form_valid(form)


class TermViewSet(ModelViewSet):
    """What the lists of all terms share: `related` names the foreign keys that a row shows."""

    related = ()
    search_backend_name = None
    add_to_admin_menu = False
    copy_view_enabled = False
    index_view_class = TermIndex
    delete_view_class = TermDelete

    @property
    def edit_handler(self):
        """Return the panels with the form that answers whatever is sent to it."""
        return ObjectList(self.panels, base_form_class=TermForm)

    def get_index_view_kwargs(self, **kwargs):
        """Tell the list what to read along."""
        return super().get_index_view_kwargs(related=self.related, **kwargs)


class ThemeViewSet(TermViewSet):
    """The vocabulary: themes with their other words."""

    model = Theme
    name = "themes"
    icon = "tag"
    related = ("broader",)
    ordering = ["position", "label"]
    list_display = ["label", "scheme", "broader"]
    list_filter = ["scheme"]
    search_fields = ["label", "alternative_labels__label"]
    panels = [
        TitleFieldPanel("label", targets=["slug"]),
        FieldPanel("slug"),
        FieldPanel("scheme"),
        FieldPanel("definition"),
        InlinePanel(
            "alternative_labels",
            heading=_("Andere woorden"),
            label=_("ander woord"),
            help_text=_("Wie zo'n woord zoekt, vindt ook de pagina's over dit thema."),
        ),
        FieldPanel("broader"),
        FieldPanel("related"),
        FieldRowPanel([FieldPanel("tint"), FieldPanel("position")]),
    ]


class AreaViewSet(TermViewSet):
    """Neighbourhoods, municipalities, groups and the country."""

    model = Area
    name = "areas"
    icon = "site"
    related = ("parent",)
    list_display = ["name", "kind", "parent", "code"]
    list_filter = ["kind"]
    search_fields = ["name", "code", "parent__name", "cbs_codes__code"]
    panels = [
        TitleFieldPanel("name", targets=["slug"]),
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("code")]),
        FieldPanel("parent"),
        FieldPanel("description"),
        FieldRowPanel(
            [
                FieldPanel("latitude", help_text=_("Met een punt, zoals 52.1207.")),
                FieldPanel("longitude", help_text=_("Met een punt, zoals 5.1093.")),
            ]
        ),
        InlinePanel("designations", heading=_("Aanwijzingen"), label=_("aanwijzing")),
        InlinePanel(
            "cbs_codes",
            heading=_("Codes bij het CBS"),
            label=_("CBS-code"),
            help_text=_("Grenzen veranderen: geef bij elke code de jaren waarin zij telt."),
        ),
    ]


class MembershipFilters(WagtailFilterSet):
    """Narrows the list of members to one group; other areas have no members."""

    class Meta:
        model = Membership
        fields = ["group"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["group"].field.queryset = Area.objects.filter(kind=Area.Kind.GROUP)


class MembershipViewSet(TermViewSet):
    """Which areas belong to which group."""

    model = Membership
    name = "memberships"
    icon = "group"
    menu_label = _("Leden van groepen")
    related = ("group", "member__parent")
    list_display = ["member", "group", "first_year", "last_year"]
    filterset_class = MembershipFilters
    search_fields = ["member__name", "member__parent__name", "group__name"]
    panels = [
        FieldPanel("group"),
        FieldPanel("member"),
        FieldRowPanel([FieldPanel("first_year"), FieldPanel("last_year")]),
        FieldPanel("note"),
    ]


class OrganisationViewSet(TermViewSet):
    """Who takes part, pays, researches or publishes."""

    model = Organisation
    name = "organisations"
    icon = "home"
    list_display = ["name", "kind", "abbreviation"]
    list_filter = ["kind"]
    search_fields = ["name", "abbreviation"]
    panels = [
        TitleFieldPanel("name", targets=["slug"]),
        FieldPanel("slug"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("abbreviation")]),
        FieldPanel("description"),
        FieldPanel("website"),
    ]


class TermGroup(ModelViewSetGroup):
    """The menu of everything that pages refer to."""

    menu_label = _("Begrippen")
    menu_icon = "tag"
    menu_order = 300

    @property
    def items(self):
        """Return our lists and those that other apps add."""
        added = [make() for make in hooks.get_hooks("register_term_viewset")]
        own = (ThemeViewSet(), AreaViewSet(), MembershipViewSet(), OrganisationViewSet())
        return (*own, *added)
