"""The addresses of plans: those of the owner, and the one for who has the link."""

from django.urls import path, re_path

from plans import collecting_views, export_views, item_views, sharing_views, views

FORM = r"plan\.(?P<form>pdf|docx|odt|csv)$"
MINE = r"^mijn-plannen/(?P<key>[a-z0-9]{16})/"
SHARED = r"^plan/(?P<token>[a-z0-9]{32})/"
ITEM = MINE + r"(?P<item>[a-z0-9]{16})/"

urlpatterns = [
    path("mijn-plan/erbij", collecting_views.add, name="plan_add"),
    path("mijn-plannen/", views.plans, name="plans"),
    path("mijn-plannen/nieuw/", views.new, name="plan_new"),
    re_path(MINE + "$", views.plan, name="plan"),
    re_path(MINE + "wijzigen/$", views.edit, name="plan_edit"),
    re_path(MINE + "weggooien/$", views.delete, name="plan_delete"),
    re_path(MINE + "terugzetten/$", item_views.put_back, name="plan_put_back"),
    re_path(MINE + "delen/$", sharing_views.share, name="plan_share"),
    re_path(MINE + "delen/vernieuwen/$", sharing_views.renew, name="plan_renew_link"),
    re_path(MINE + "delen/stoppen/$", sharing_views.stop, name="plan_stop_sharing"),
    re_path(MINE + FORM, export_views.own, name="plan_file"),
    re_path(ITEM + "aantekening/$", item_views.note, name="plan_item_note"),
    re_path(ITEM + "verplaatsen/$", item_views.move, name="plan_item_move"),
    re_path(ITEM + "weghalen/$", item_views.remove, name="plan_item_remove"),
    re_path(SHARED + "$", sharing_views.shared, name="shared_plan"),
    re_path(SHARED + FORM, export_views.shared, name="shared_plan_file"),
]
