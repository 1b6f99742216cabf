"""The panels with which the admin welcomes an editor."""

from django.apps import apps
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import policy_registry

from content.models import BasePage
from following.queries import contacts_to_look_at
from practices.queries import with_newer_figures

SHOWN = 8
# What editors add most, with the words on the button.
STARTS = (
    ("practices.PracticePage", _("Nieuwe praktijk")),
    ("practices.ResearchPage", _("Nieuw onderzoek")),
    ("community.LearningMaterialPage", _("Nieuw leermateriaal")),
    ("community.EventPage", _("Nieuwe bijeenkomst")),
)
# Pages that claim nothing that a source could back.
NEED_NO_SOURCE = {"cms.StandardPage", "community.EventPage"}


class StartPanel(Component):
    """Buttons that open the form of a new page at once."""

    name = "start"
    order = 50
    template_name = "cms/admin/start.html"

    def get_context_data(self, parent_context):
        """Return the buttons for what this editor may add."""
        return {"buttons": start_buttons(parent_context["request"].user)}


class DraftsPanel(Component):
    """Pages with changes that nobody has published yet."""

    name = "drafts"
    order = 120
    template_name = "cms/admin/pages.html"

    def get_context_data(self, parent_context):
        """Return the drafts that this editor may finish."""
        found = editable(parent_context["request"].user).filter(has_unpublished_changes=True)
        return listing("concepten", _("Concepten die wachten"), found)


class SourcelessPanel(Component):
    """Published pages that do not say where their statements come from."""

    name = "sourceless"
    order = 130
    template_name = "cms/admin/pages.html"

    def get_context_data(self, parent_context):
        """Return the pages to which this editor may add a source."""
        found = editable(parent_context["request"].user).filter(pk__in=without_source())
        return listing("zonder-bron", _("Pagina's zonder bron"), found)


class NewerFiguresPanel(Component):
    """Practices with a snapshot beside which newer figures stand."""

    name = "newer_figures"
    order = 140
    template_name = "cms/admin/pages.html"

    def get_context_data(self, parent_context):
        """Return the practices in which this editor may take the newer figures up."""
        found = editable(parent_context["request"].user).filter(pk__in=with_newer_figures())
        return listing("nieuwere-cijfers", _("Praktijken met nieuwere cijfers"), found)


class ContactsPanel(Component):
    """Practices whose contact says that it no longer holds, or does not answer."""

    name = "contacts"
    order = 150
    template_name = "cms/admin/contacts.html"

    def get_context_data(self, parent_context):
        """Return the practices whose contact this editor may change, with what was answered."""
        mine = editable(parent_context["request"].user).order_by()
        found = contacts_to_look_at().filter(page__in=mine.values("pk"))
        number = found.count()
        return {
            "questions": found.select_related("page")[:SHOWN] if number else [],
            "more": max(0, number - SHOWN),
        }


PANELS = (StartPanel, DraftsPanel, SourcelessPanel, NewerFiguresPanel, ContactsPanel)


def start_buttons(user):
    """Return label and address of the form of each page type that the user may add."""
    buttons = []
    for label, text in STARTS:
        model = apps.get_model(label)
        section = model.allowed_parent_page_models()[0].objects.first()
        if section and section.permissions_for_user(user).can_add_subpage():
            place = (model._meta.app_label, model._meta.model_name, section.pk)
            buttons.append({"text": text, "url": reverse("wagtailadmin_pages:add", args=place)})
    return buttons


def editable(user):
    """Return the pages that the user may change, last touched first."""
    policy = policy_registry.get_by_type(Page)
    pages = policy.instances_user_has_permission_for(user, "change")
    return pages.order_by("-latest_revision_created_at", "-pk")


def without_source():
    """Return the numbers of published pages that name no source (one query)."""
    first, *others = (
        model.objects.live().filter(sources=[]).order_by().values_list("pk", flat=True)
        for model in apps.get_models()
        if issubclass(model, BasePage) and model._meta.label not in NEED_NO_SOURCE
    )
    return list(first.union(*others))


def listing(name, heading, pages):
    """Return what the template of a list of pages needs: the first few, and how many more."""
    number = pages.count()
    return {
        "id": name,
        "heading": heading,
        "pages": pages[:SHOWN] if number else [],
        "more": max(0, number - SHOWN),
    }
