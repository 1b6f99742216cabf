"""The addresses of the pages about people."""

from django.urls import path

from community.members import managing, subjects, views

COMMUNITY = "community/<page_slug:slug>"
MANAGED = f"{COMMUNITY}/beheer"
MEMBER = f"{MANAGED}/leden/<slug:key>"
INVITATION = f"{MANAGED}/uitnodigingen/<slug:key>"

urlpatterns = [
    path(f"{COMMUNITY}/meedoen/", views.take_part, name="community_join"),
    path(f"{COMMUNITY}/meedoen/intrekken/", views.withdraw, name="community_withdraw"),
    path(f"{COMMUNITY}/weggaan/", views.leave, name="community_leave"),
    path(f"{COMMUNITY}/leden/", views.members, name="community_members"),
    path(f"{COMMUNITY}/leden/<slug:key>/", views.member, name="community_member"),
    path(f"{MANAGED}/", managing.overview, name="community_manage"),
    path(f"{MANAGED}/uitnodigen/", managing.invite, name="community_invite"),
    path(f"{MEMBER}/toelaten/", managing.admit, name="community_admit"),
    path(f"{MEMBER}/weigeren/", managing.refuse, name="community_refuse"),
    path(f"{MEMBER}/uitzetten/", managing.expel, name="community_expel"),
    path(f"{MEMBER}/rol/", managing.appoint, name="community_appoint"),
    path(f"{INVITATION}/intrekken/", managing.withdraw, name="community_invitation_withdraw"),
    path(f"{INVITATION}/opnieuw/", managing.again, name="community_invitation_again"),
    path("uitnodiging/<slug:token>/", views.invitation, name="invitation"),
    path("account/gebieden-en-themas/", subjects.subjects, name="own_subjects"),
]
