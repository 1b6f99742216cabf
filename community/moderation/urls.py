"""The addresses of moderation."""

from django.urls import path

from community.models import PostKind
from community.moderation import asking, logbook, views, wording

EXPERIENCE, REPLY = {"kind": PostKind.EXPERIENCE}, {"kind": PostKind.REPLY}
OF_COMMUNITY = "community/<page_slug:slug>/moderatie/"
POST = "moderatie/<slug:kind>/<slug:key>/"

urlpatterns = [
    path("ervaringen/<slug:key>/melden/", asking.report, EXPERIENCE, name="report_experience"),
    path("reacties/<slug:key>/melden/", asking.report, REPLY, name="report_reply"),
    path("ervaringen/<slug:key>/versies/", asking.history, EXPERIENCE, name="post_history"),
    path("reacties/<slug:key>/versies/", asking.history, REPLY, name="reply_history"),
    path("moderatie/", views.everything, name="moderation"),
    path("moderatie/mijn-meldingen/", asking.own_reports, name="own_reports"),
    path("moderatie/logboek/", logbook.page, name="audit_log"),
    path("moderatie/logboek.csv", logbook.file, name="audit_log_csv"),
    path(POST, views.post, name="moderated_post"),
    path(f"{POST}bezwaar/", asking.appeal, name="appeal"),
    path(f"{POST}laat-staan/", views.decide, {"name": "let_stand"}, name="let_stand_post"),
    path(f"{POST}plaatsen/", views.decide, {"name": "approve"}, name="approve_post"),
    path(f"{POST}weigeren/", views.decide, {"name": "refuse"}, name="refuse_post"),
    path(f"{POST}verbergen/", views.decide, {"name": "hide"}, name="hide_post"),
    path(f"{POST}tonen/", views.decide, {"name": "restore"}, name="restore_post"),
    path(f"{POST}antwoord/", views.decide, {"name": "answer"}, name="answer_appeal"),
    path(OF_COMMUNITY, views.of_community, name="moderation_community"),
    path(f"{OF_COMMUNITY}woorden/", wording.blocked_words, name="blocked_words"),
    path(f"{OF_COMMUNITY}woorden/weg/", wording.unblock_word, name="unblock_word"),
]
