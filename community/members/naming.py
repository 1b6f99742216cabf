"""Who keeps all communities names, in the admin, the first who looks after one of them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from community.domain import members as verbs
from community.members import queries
from community.members.forms import NamingForm
from community.permissions import Viewer


class Coordinators(WagtailAdminTemplateMixin, FormView):
    """The communities with those who look after them, and a form to name somebody."""

    template_name = "community/admin/coordinators.html"
    form_class = NamingForm
    page_title = _("Coördinatoren")
    header_icon = "group"
    _show_breadcrumbs = True

    def dispatch(self, request, *args, **kwargs):
        """Refuse who does not keep all communities."""
        if not Viewer.of(request).moderates_all:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        """Say where one is: Wagtail knows the way here, and not the page itself."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        """Add the communities."""
        return super().get_context_data(**kwargs) | {"communities": queries.looked_after()}

    def form_valid(self, form):
        """Let somebody look after a community from now on."""
        community, person = form.cleaned_data["community"], form.cleaned_data["person"]
        try:
            verbs.name_coordinator(community, person, self.request.user)
        except verbs.Refused:
            put_out = _("Deze persoon is uit de community gezet. Laat die eerst weer toe.")
            form.add_error("person", put_out)
            return self.form_invalid(form)
        said = _("%(name)s is nu coördinator van %(community)s.")
        messages.success(self.request, said % {"name": person, "community": community.title})
        return redirect("community_coordinators")

    def form_invalid(self, form):
        """Show what is wrong, with what was typed."""
        return self.render_to_response(self.get_context_data(form=form), status=400)
