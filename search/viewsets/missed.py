"""The questions without an answer, with what an editor can do about each."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import DeleteView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from content.viewsets import TermIndex
from search import missed
from search.models import MissedQuestion

# What may be done with a question, and what an editor must be able to do for that.
NEEDED = {"view": "search.view_searchsynonym", "delete": "search.change_searchsynonym"}


class ReadOrRemovePolicy(ModelPermissionPolicy):
    """Whoever keeps the synonyms reads the questions and takes them away; nobody writes them."""

    def user_has_permission(self, user, action):
        """Allow reading and removing alone."""
        return action in NEEDED and user.has_perm(NEEDED[action])

    def user_has_any_permission(self, user, actions):
        """Allow reading and removing alone."""
        return any(self.user_has_permission(user, action) for action in actions)


register_permission_policy(MissedQuestion, ReadOrRemovePolicy(MissedQuestion))


class MissedIndex(TermIndex):
    """Lists what was asked more than once."""

    results_template_name = "search/admin/missed_results.html"
    export_headings = {"found": _("Gevonden")}

    def get_base_queryset(self):
        """Return the questions that editors may read."""
        return missed.read_by_editors()


class MissedDelete(DeleteView):
    """Takes a question away without writing down which."""

    def get_object(self, queryset=None):
        """Return one of the questions that editors may read."""
        return super().get_object(missed.read_by_editors())

    def delete_action(self):
        """Delete it; the journal of the admin would remember the question for good."""
        self.object.delete()


class QuestionColumn(Column):
    """The question, with links to what may help whoever asks it next."""

    cell_template_name = "search/admin/missed_question.html"


class MissedViewSet(ModelViewSet):
    """The list of questions without an answer."""

    model = MissedQuestion
    name = "missed"
    icon = "help"
    menu_label = _("Vragen zonder antwoord")
    add_to_admin_menu = False
    search_backend_name = None
    search_fields = ["text"]
    form_fields = ["text"]
    index_view_class = MissedIndex
    delete_view_class = MissedDelete
    copy_view_enabled = False
    inspect_view_enabled = False
    list_filter = ["partly"]
    list_display = [
        QuestionColumn("text", label=_("Zoekvraag"), sort_key="text"),
        Column("found", label=_("Gevonden"), sort_key="partly"),
        Column("times", label=_("Hoe vaak"), sort_key="times"),
        Column("last_asked", label=_("Voor het laatst"), sort_key="last_asked"),
    ]
    list_export = ["text", "found", "times", "first_asked", "last_asked"]
    export_filename = "vragen-zonder-antwoord"
