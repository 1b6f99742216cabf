"""The forms of an account: those of the package that signs people in, in our words."""

from allauth.account import forms as account
from allauth.mfa.base import forms as step
from allauth.mfa.totp import forms as app
from allauth.mfa.webauthn import forms as key
from allauth.socialaccount import forms as provider
from django import forms
from django.contrib.auth.hashers import make_password
from django.utils.translation import gettext_lazy as _

from accounts import privacy
from accounts.domain import is_last_administrator
from accounts.models import User

LABELS = {
    "login": _("E-mailadres of gebruikersnaam"),
    "password": _("Wachtwoord"),
    "remember": _("Ingelogd blijven op dit apparaat"),
    "email": _("E-mailadres"),
    "oldpassword": _("Wachtwoord van nu"),
    "password1": _("Nieuw wachtwoord"),
    "code": _("Code"),
    "name": _("Naam van de sleutel"),
    "passwordless": _("Met deze sleutel inloggen zonder wachtwoord"),
    "recipient": _("Naar welk adres?"),
}
RULES = _("Minstens 8 tekens. Geen wachtwoord dat veel mensen gebruiken, en niet alleen cijfers.")
HELP = {"password1": RULES}


class Worded:
    """Puts our words on a form, and the classes of the site on its fields."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Typing a password twice is an error more often than a help.
        self.fields.pop("password2", None)
        for name, field in self.fields.items():
            field.label = LABELS.get(name, field.label)
            field.help_text = HELP.get(name, "")
            field.widget.attrs.pop("placeholder", None)
            if name == "code":
                field.widget.attrs.update(inputmode="text", autocapitalize="characters")


class LoginForm(Worded, account.LoginForm):
    """Sign in with a name or a mail address."""

    def user_credentials(self):
        """Return one name to look for: a second look would take time that tells of an account."""
        credentials = super().user_credentials()
        if "email" in credentials:
            credentials.pop("username", None)
        return credentials


class Named(forms.Form):
    """Asks what somebody is called, before all else."""

    first_name = forms.CharField(
        label=_("Voornaam"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "given-name"}),
    )
    last_name = forms.CharField(
        label=_("Achternaam"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "family-name"}),
    )
    field_order = ("first_name", "last_name", "email", "password1")


class SignupForm(Worded, Named, account.SignupForm):
    """Ask for an account."""

    field_order = Named.field_order

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password1"].label = LABELS["password"]

    def try_save(self, request):
        """Take as long for an address that has an account as for one that has none."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
        return super().try_save(request)


class ProviderSignupForm(Worded, Named, provider.SignupForm):
    """Add what a provider did not tell."""

    field_order = Named.field_order


class NewMailForm(Worded, account.AddEmailForm):
    """Another mail address."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("Nieuw e-mailadres")


class ChangePasswordForm(Worded, account.ChangePasswordForm):
    """Another password."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["oldpassword"].help_text = ""


class SetPasswordForm(Worded, account.SetPasswordForm):
    """A first password."""


class ForgottenForm(Worded, account.ResetPasswordForm):
    """Ask for a code, for a new password."""


class ForgottenCodeForm(Worded, account.ConfirmPasswordResetCodeForm):
    """The code from the mail, for a new password."""


class NewPasswordForm(Worded, account.ResetPasswordKeyForm):
    """The new password."""


class ConfirmForm(Worded, account.ReauthenticateForm):
    """Confirm with a password that it is still you."""


class AskCodeForm(Worded, account.RequestReauthenticationCodeForm):
    """Confirm with a code from a mail that it is still you: to which address."""


class ConfirmCodeForm(Worded, account.ConfirmReauthenticationCodeForm):
    """Confirm with a code from a mail that it is still you."""


class MailCodeForm(Worded, account.ConfirmEmailVerificationCodeForm):
    """The code from the mail, which says that the address is yours."""


class SecondStepForm(Worded, step.AuthenticateForm):
    """The second step."""


class SecondStepAgainForm(Worded, step.ReauthenticateForm):
    """The second step, once more."""


class AppForm(Worded, app.ActivateTOTPForm):
    """The first code of an app."""


class NewKeyForm(Worded, key.AddWebAuthnForm):
    """A new key."""


class KeyNameForm(Worded, key.EditWebAuthnForm):
    """Another name for a key."""


class RemoveKeyForm(app.DeactivateTOTPForm):
    """Take away a key, unless it is the last of somebody who needs one."""


class ProfileForm(forms.ModelForm):
    """What somebody tells of themselves, and to whom."""

    class Meta:
        model = User
        fields = [
            "first_name",
            "last_name",
            "organisation",
            "organisation_shown_to",
            "job_title",
            "job_title_shown_to",
            "about",
            "about_shown_to",
            "email_shown_to",
        ]
        widgets = {"about": forms.Textarea(attrs={"rows": 5})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in (("first_name", _("Voornaam")), ("last_name", _("Achternaam"))):
            self.fields[name].required = True
            self.fields[name].label = label
        self.fields["about"].help_text = _("In hoogstens 1000 tekens.")


class LeaveForm(forms.Form):
    """Go away for good: what happens to the posts, and whether that is meant."""

    KEEP, REMOVE = "keep", "remove"

    posts = forms.ChoiceField(
        label=_("Wat gebeurt er met wat u schreef?"),
        choices=[
            (KEEP, _("Laat het staan, zonder mijn naam")),
            (REMOVE, _("Haal het weg, met de reacties van anderen eronder")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wat er met uw berichten gebeurt.")},
    )
    certain = forms.BooleanField(
        label=_("Ik weet dat dit niet ongedaan kan worden gemaakt"),
        error_messages={"required": _("Zet een vinkje als u het zeker weet.")},
    )

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
        self.unsettled = privacy.unsettled(person)

    def clean(self):
        """Keep the last who administers the site or a community: nobody could let anybody in."""
        if self.unsettled:
            raise forms.ValidationError(_("Uw account kan nog niet weg. Draag eerst over."))
        if is_last_administrator(self.person):
            raise forms.ValidationError(
                _("U bent de laatste beheerder. Maak eerst iemand anders beheerder.")
            )
        return super().clean()
