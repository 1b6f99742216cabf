"""The addresses of following, of notifications, and of what mails lead to."""

from django.urls import path

from following import mail_views, notice_views, views

urlpatterns = [
    path("volgen/", views.follow, name="follow"),
    path("mijn-volgen/", views.followed, name="followed"),
    path("mijn-volgen/<int:number>/stoppen/", views.unfollow, name="unfollow"),
    path("meldingen/", notice_views.notifications, name="notifications"),
    path("meldingen/alles-gelezen/", notice_views.all_read, name="all_notifications_read"),
    path("meldingen/instellingen/", notice_views.settings, name="notification_settings"),
    path("meldingen/<int:number>/gelezen/", notice_views.read, name="notification_read"),
    path("meldingen/stoppen/<str:token>/", mail_views.stop, name="stop_mail"),
    path("contact-klopt/<str:token>/", mail_views.contact_question, name="contact_question"),
]
