"""What the admin shows besides Wagtail's own: the panels of the dashboard, colours, a refusal."""

from django.shortcuts import redirect
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from cms.dashboard import PANELS
from cms.models import ThemePage


@hooks.register("construct_homepage_panels")
def welcome(request, panels):
    """Put our panels with those of Wagtail; each has its place by its order."""
    panels.extend(panel() for panel in PANELS)


@hooks.register("insert_global_admin_css")
def colours():
    """Give the admin the colours of the site."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("before_copy_page")
def one_page_per_theme(request, page):
    """Refuse to copy the landing page of a theme: there would be two."""
    if page.specific_class is ThemePage:
        messages.error(
            request,
            _("Een thema heeft één pagina, dus een kopie kan niet. Maak een nieuwe themapagina."),
        )
        return redirect("wagtailadmin_explore", page.get_parent().pk)
