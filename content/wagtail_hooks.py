"""What editors see of shared content: the menu of terms, and the windows to choose one.

And what visitors do not see: pages past their date, and what is closed to them.
"""

from django.http import Http404
from wagtail import hooks
from wagtail.admin.views.account import AvatarSettingsPanel

from content import closing
from content.choosers import AreaChooser, OrganisationChooser, ThemeChooser
from content.queries import is_listed
from content.uploads import AvatarForm
from content.viewsets import TermGroup

# Wagtail has no setting for this form.
AvatarSettingsPanel.form_class = AvatarForm


@hooks.register("register_admin_viewset")
def terms():
    """Add the menu with every list of terms."""
    return TermGroup()


@hooks.register("register_admin_viewset")
def choosers():
    """Add the windows in which pages choose a term."""
    return [ThemeChooser(), AreaChooser(), OrganisationChooser()]


@hooks.register("before_serve_page", order=-2)
def refuse_what_expired(page, request, *args, **kwargs):
    """Answer as for a page that is not there, also before `publish_scheduled` takes it down."""
    if not is_listed(page):
        raise Http404


# Before Wagtail says with which methods a page can be asked.
@hooks.register("before_serve_page", order=-1)
def refuse_outsiders(page, request, *args, **kwargs):
    """Answer as for a page that is not there when it is closed to whoever asks."""
    closing.refuse_outsiders(page, request)


@hooks.register("before_serve_document", order=-1)
def refuse_outsiders_of_files(document, request):
    """Answer as for a file that is not there when it is closed to whoever asks."""
    closing.refuse_outsiders(document.collection, request)
