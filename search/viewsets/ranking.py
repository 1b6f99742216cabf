"""The page that tells editors why hits stand in their order."""

import logging

from django import forms
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import PermissionCheckedMixin
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Page

from content.finding import may_be_a_number
from search import ranking
from search.engines.base import SearchUnavailable
from search.models import SearchSynonym
from search.query import MAX_TEXT
from search.visibility import Searcher

log = logging.getLogger(__name__)
LOOKING = "search.view_searchsynonym"


class RankingForm(forms.Form):
    """A question, and a page that somebody wonders about."""

    vraag = forms.CharField(
        label=_("Zoekvraag"),
        max_length=MAX_TEXT,
        help_text=_("Zoals een bezoeker haar stelt, zonder filters."),
    )
    pagina = forms.ModelChoiceField(
        label=_("Pagina"),
        queryset=Page.objects.filter(depth__gt=1),
        required=False,
        widget=AdminPageChooser,
        help_text=_("Mag leeg blijven. U ziet dan ook waar deze pagina staat, of waarom niet."),
    )

    def __init__(self, data=None):
        if data and not may_be_a_number(data.get("pagina") or "0"):
            # What can be the number of no page.
            data = data.copy()
            data["pagina"] = "0"
        super().__init__(data)


class RankingView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):
    """Asks for a question and explains the order of its hits."""

    model = SearchSynonym
    permission_required = "view"
    page_title = _("Waarom deze volgorde")
    header_icon = "list-ol"
    template_name = "search/admin/ranking.html"

    def get_breadcrumbs_items(self):
        """Say where this is."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get(self, request):
        """Show the form, and the explanation of what was filled in."""
        form = RankingForm(request.GET or None)
        context = self.get_context_data(form=form, media=form.media)
        status = 200
        if form.is_valid():
            status = self._explain(form.cleaned_data, context)
        elif form.is_bound:
            status = 400
        return self.render_to_response(context, status=status)

    def _explain(self, asked, context):
        try:
            context["ranking"] = ranking.ranking(
                asked["vraag"], asked["pagina"], Searcher(self.request)
            )
        except SearchUnavailable as error:
            log.error("Search explains nothing: %s", error)
            context["unavailable"] = True
            return 503
        return 200


class RankingItem(MenuItem):
    """The way there, for whoever may look."""

    def is_shown(self, request):
        """Tell whether this editor may look."""
        return request.user.has_perm(LOOKING)


class RankingViewSet(ViewSet):
    """The page in the menu."""

    name = "ranking"
    icon = "list-ol"
    menu_label = RankingView.page_title
    menu_item_class = RankingItem

    def get_urlpatterns(self):
        """Return the one address."""
        return [path("", self.construct_view(RankingView), name="index")]
