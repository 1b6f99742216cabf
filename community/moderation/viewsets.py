"""The blocked words of communities and of the site in the admin, for who moderates the site."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, DeleteView
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from community.models import BlockedWord
from community.moderation import domain, words
from community.moderators import MODERATES_ALL
from content.forms import TermForm
from content.viewsets import TermViewSet


class AddOrRemovePolicy(ModelPermissionPolicy):
    """Whoever moderates the site adds words and takes them away; none is changed."""

    def user_has_permission(self, user, action):
        """Allow everything but changing."""
        return action in ("add", "delete", "view") and user.has_perm(MODERATES_ALL)

    def user_has_any_permission(self, user, actions):
        """Allow everything but changing."""
        return any(self.user_has_permission(user, action) for action in actions)


register_permission_policy(BlockedWord, AddOrRemovePolicy(BlockedWord))


class BlockedWordForm(TermForm):
    """A word, refused when it is none or when it is there already."""

    def clean(self):
        """Say what is wrong beside the word."""
        cleaned = super().clean()
        word = cleaned.get("word", "")
        problem = words.problem(word) if word else ""
        if not problem and word and domain.is_blocked(word, cleaned.get("community")):
            problem = _("Dit woord staat er al.")
        if problem:
            self.add_error("word", problem)
        return cleaned


class BlockedWordCreate(CreateView):
    """Adds a word, and writes down who did."""

    def save_instance(self):
        """Block the word."""
        typed = self.form.cleaned_data
        return domain.block_word(
            typed["word"], self.request.user, typed["community"], typed["note"]
        )


class BlockedWordDelete(DeleteView):
    """Takes a word off the list, and writes down who did."""

    def delete_action(self):
        """Unblock the word."""
        domain.unblock_word(self.object, self.request.user)


class BlockedWordViewSet(TermViewSet):
    """The list and the form of blocked words."""

    model = BlockedWord
    name = "blocked_words"
    icon = "warning"
    add_to_admin_menu = True
    # Short: what does not fit in the menu is cut off.
    menu_label = _("Woordfilter")
    menu_order = 720
    related = ("community",)
    add_view_class = BlockedWordCreate
    delete_view_class = BlockedWordDelete
    inspect_view_enabled = False
    list_display = ["word", Column("community", label=_("Community")), "note"]
    search_fields = ["word", "note", "community__title"]
    panels = [FieldPanel("word"), FieldPanel("community"), FieldPanel("note")]

    @property
    def edit_handler(self):
        """Return the panels with the form that knows which words can be blocked."""
        return ObjectList(self.panels, base_form_class=BlockedWordForm)
