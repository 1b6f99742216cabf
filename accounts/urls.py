"""The addresses of an account, in Dutch; the names are those of the package that signs people in.

What is not here does not exist: signing in with a code alone, telephone numbers, links in mails.
"""

from allauth.account import views as account
from allauth.account.views import RequestReauthenticationCodeView
from allauth.mfa.base import views as step
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as key
from allauth.socialaccount import views as provider
from allauth.usersessions import views as sessions
from django.urls import include, path

from accounts import leaving, views
from accounts.forms import AskCodeForm

second_step = [
    path("", step.index, name="mfa_index"),
    path("inloggen/", step.authenticate, name="mfa_authenticate"),
    path("bevestigen/", step.reauthenticate, name="mfa_reauthenticate"),
    path("app/", views.AddApp.as_view(), name="mfa_activate_totp"),
    path("app/weghalen/", app.deactivate_totp, name="mfa_deactivate_totp"),
    path("herstelcodes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("herstelcodes/nieuw/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("herstelcodes.txt", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("sleutels/", key.list_webauthn, name="mfa_list_webauthn"),
    path("sleutels/nieuw/", views.AddKey.as_view(), name="mfa_add_webauthn"),
    path("sleutels/inloggen/", key.login_webauthn, name="mfa_login_webauthn"),
    path("sleutels/bevestigen/", key.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("sleutels/<int:pk>/naam/", key.edit_webauthn, name="mfa_edit_webauthn"),
    path("sleutels/<int:pk>/weghalen/", views.RemoveKey.as_view(), name="mfa_remove_webauthn"),
]
password = [
    path("", account.password_change, name="account_change_password"),
    path("instellen/", account.password_set, name="account_set_password"),
    path("vergeten/", account.password_reset, name="account_reset_password"),
    path(
        "vergeten/code/",
        account.confirm_password_reset_code,
        name="account_confirm_password_reset_code",
    ),
    path(
        "vergeten/nieuw/", account.complete_password_reset, name="account_complete_password_reset"
    ),
    path(
        "vergeten/klaar/",
        account.password_reset_from_key_done,
        name="account_password_reset_completed",
    ),
]
# Accounts of an OpenID provider, when the settings name one.
elsewhere = [
    path("", provider.connections, name="socialaccount_connections"),
    path("aanmelden/", provider.signup, name="socialaccount_signup"),
    path("gestopt/", provider.login_cancelled, name="socialaccount_login_cancelled"),
    path("mislukt/", provider.login_error, name="socialaccount_login_error"),
    path("<slug:provider_id>/", views.go_elsewhere, name="openid_connect_login"),
    path("<slug:provider_id>/terug/", views.come_back, name="openid_connect_callback"),
]
urlpatterns = [
    path("", views.overview, name="account_overview"),
    path("profiel/", views.profile, name="account_profile"),
    path("aanmelden/", views.SignUp.as_view(), name="account_signup"),
    path("inloggen/", account.login, name="account_login"),
    path("uitloggen/", account.logout, name="account_logout"),
    path("gesloten/", account.account_inactive, name="account_inactive"),
    path("e-mail/", account.email, name="account_email"),
    path("e-mail/code/", views.MailCode.as_view(), name="account_email_verification_sent"),
    path("bevestigen/", account.reauthenticate, name="account_reauthenticate"),
    path(
        "bevestigen/e-mail/",
        RequestReauthenticationCodeView.as_view(form_class=AskCodeForm),
        name="account_request_reauthentication_code",
    ),
    path(
        "bevestigen/e-mail/code/",
        account.confirm_reauthentication_code,
        name="account_confirm_reauthentication_code",
    ),
    path("gegevens/", leaving.data, name="account_data"),
    path("gegevens/meenemen/", leaving.take_along, name="account_take_along"),
    path("opheffen/", leaving.leave, name="account_leave"),
    path("apparaten/", sessions.list_usersessions, name="usersessions_list"),
    path("wachtwoord/", include(password)),
    path("tweede-stap/", include(second_step)),
    path("elders/", include(elsewhere)),
]
