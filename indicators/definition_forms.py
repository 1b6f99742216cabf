"""The list of changes of a definition in the form of an indicator."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel

from content.forms import NoDoubles
from indicators.models import DefinitionChange


class Changes(NoDoubles):
    """Changes of a definition, one for each day."""

    def save_existing(self, form, instance, commit=True):
        """Store one that moved to another day anew, so that two of them can change places."""
        if "since" in form.changed_data:
            self.deleted_objects.append(DefinitionChange(pk=instance.pk))
            instance.pk = None
        return super().save_existing(form, instance, commit)


class ChangesPanel(InlinePanel):
    """The part of the form in which they are kept."""

    def get_form_options(self):
        """Add the list that says what stands in it twice."""
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = Changes
        return options


CHANGES = ChangesPanel(
    "definition_changes",
    panels=[FieldPanel("since"), FieldPanel("what")],
    heading=_("Veranderingen in de definitie"),
    label=_("verandering"),
    help_text=_(
        "Ging de bron anders tellen? Een lijn wordt op die dag onderbroken, en bij cijfers van "
        "ervoor en erna staat dat zij niet goed te vergelijken zijn."
    ),
)
