"""Pages of an account besides those of the package that signs people in."""

import logging

from allauth.account.internal.flows.login import record_authentication
from allauth.account.views import ConfirmEmailVerificationCodeView, SignupView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from allauth.socialaccount.providers.openid_connect.views import callback, login
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from requests import RequestException

from accounts.entries import entries
from accounts.forms import ProfileForm, RemoveKeyForm
from accounts.models import User
from accounts.permissions import second_steps

logger = logging.getLogger(__name__)


@login_required
@require_safe
def overview(request):
    """Show what somebody can arrange for themselves."""
    return render(request, "account/overview.html", {"entries": entries()})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def profile(request):
    """Let somebody say who they are, and to whom."""
    # A copy: the page around a form that is refused goes on showing the name that is kept.
    person = User.objects.get(pk=request.user.pk)
    form = ProfileForm(request.POST or None, instance=person)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Uw profiel is bewaard."))
        return redirect("account_profile")
    return render(request, "account/profile.html", {"form": form})


class SignUp(SignupView):
    """Ask for an account, which who is signed in already has."""

    def dispatch(self, request, *args, **kwargs):
        """Lead who is signed in to their account."""
        if request.user.is_authenticated:
            return redirect("account_overview")
        return super().dispatch(request, *args, **kwargs)


class MailCode(ConfirmEmailVerificationCodeView):
    """Ask for the code in a mail, and send another mail to who got none."""

    def _resend_form_valid(self, form):
        """Send again what was sent before, to whoever has an account already too.

        The package sends that person nothing more, and answers sooner than it does a stranger.
        """
        self._process.generate_code()
        self._process.send()
        self._process.record_resend()
        self._process.persist()
        messages.success(self.request, _("Wij hebben een nieuwe e-mail gestuurd."))
        return redirect(self.passthrough_next_url(reverse("account_email_verification_sent")))


class FirstStep:
    """Lets who just proved to have an app or key go on with it, when it is their first.

    A further one counts for nothing here: a session takes the step before it may add one.
    """

    def form_valid(self, form):
        """Add the app or key, and count it as used."""
        is_first = not second_steps(self.request.user).exists()
        response = super().form_valid(form)
        if is_first:
            record_authentication(self.request, self.request.user, "mfa")
        return response


class AddApp(FirstStep, ActivateTOTPView):
    """Add an app with codes."""


class AddKey(FirstStep, AddWebAuthnView):
    """Add a key."""


class RemoveKey(RemoveWebAuthnView):
    """Take away a key, which the package itself lets everybody do."""

    form_class = RemoveKeyForm

    def get_form_kwargs(self):
        """Give the form the key that goes; it refuses before anything is sent, as that of apps."""
        kwargs = super().get_form_kwargs()
        kwargs.setdefault("data", {})
        return kwargs | {"authenticator": self.object}


def sign_in(request):
    """Lead the ways to sign in that Wagtail brings along to the one there is."""
    back = request.GET.get("next", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, request.is_secure()):
        back = reverse("wagtailadmin_home")
    return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': back})}")


@require_safe
def go_elsewhere(request, provider_id):
    """Lead to the provider that says who somebody is."""
    return _with_provider(login, request, provider_id)


@require_safe
def come_back(request, provider_id):
    """Take the answer of the provider."""
    return _with_provider(callback, request, provider_id)


def _with_provider(view, request, provider_id):
    """Say so when a provider does not answer, or not as the standard has it."""
    try:
        return view(request, provider_id=provider_id)
    except (RequestException, KeyError, ValueError):
        logger.exception("The OpenID provider does not answer as it should.")
        return render(request, "socialaccount/authentication_error.html", status=503)
