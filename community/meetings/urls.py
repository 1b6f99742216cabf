"""The addresses of meetings, of calendars, and of what coordinators make."""

from django.urls import path, re_path

from community.meetings.views import calendars, managing, registering

MEETING = "bijeenkomst/<uuid:key>"
MANAGED = "community/<page_slug:slug>/beheer"
EVENT = f"{MANAGED}/bijeenkomst/<uuid:key>"
MATERIAL = f"{MANAGED}/materiaal/<uuid:key>"

urlpatterns = [
    path(f"{MEETING}/aanmelden/", registering.register, name="register"),
    path(f"{MEETING}/afmelden/", registering.unregister, name="unregister"),
    path(f"{MEETING}/deelnemers/", registering.people, name="meeting_people"),
    path(f"{MEETING}/deelnemers.csv", registering.people_csv, name="meeting_people_csv"),
    path(
        f"{MEETING}/deelnemers/<slug:person>/weghalen/", registering.remove, name="meeting_remove"
    ),
    path(
        f"{MEETING}/deelnemers/<slug:person>/toelaten/",
        registering.let_back,
        name="meeting_let_back",
    ),
    path("community/<page_slug:slug>/agenda.ics", calendars.community_feed, name="community_feed"),
    # Of the length of a token: the section of the meetings lies at the same place.
    re_path(r"^agenda/(?P<token>[A-Za-z0-9]{32})\.ics$", calendars.own_feed, name="own_feed"),
    path("account/agenda/", calendars.own_agenda, name="own_agenda"),
    path("account/agenda/nieuw-adres/", calendars.renew, name="own_agenda_renew"),
    path("account/agenda/stoppen/", calendars.revoke, name="own_agenda_revoke"),
    path(f"{MANAGED}/agenda/", managing.overview, name="community_agenda"),
    path(f"{MANAGED}/bijeenkomst/nieuw/", managing.new_event, name="new_event"),
    path(f"{EVENT}/", managing.change_event, name="change_event"),
    path(f"{EVENT}/verslag/", managing.report, name="report_event"),
    path(f"{EVENT}/afgelasten/", managing.call_off, name="call_off_event"),
    path(f"{EVENT}/intrekken/", managing.withdraw_event, name="withdraw_event"),
    path(f"{MANAGED}/materiaal/nieuw/", managing.new_material, name="new_material"),
    path(f"{MATERIAL}/", managing.change_material, name="change_material"),
    path(f"{MATERIAL}/intrekken/", managing.withdraw_material, name="withdraw_material"),
]
