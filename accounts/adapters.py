"""How the package that signs people in does it here: its words, its mails, its secrets."""

import base64
import ipaddress
import logging
import re

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.crypto import salted_hmac
from django.utils.text import slugify
from django.utils.translation import gettext as _

from accounts import saying
from accounts.mails import MAILS
from accounts.permissions import may_remove, second_steps, took_second_step

logger = logging.getLogger(__name__)


class AccountAdapter(DefaultAccountAdapter):
    """Signing up and in, with our words and our mails."""

    error_messages = DefaultAccountAdapter.error_messages | saying.ERRORS

    def add_message(self, request, level, message_template=None, *args, message=None, **kwargs):
        """Say what was done, unless the page that follows shows it by itself."""
        message = message or saying.DONE.get(message_template)
        if message:
            super().add_message(request, level, message=str(message))

    def render_mail(self, template_prefix, email, context, headers=None):
        """Return a mail as text and as HTML, of the words that `accounts.mails` has for it."""
        mail = MAILS[template_prefix.rpartition("/")[2]]
        context = context | {"mail": mail, "site": settings.WAGTAIL_SITE_NAME}
        context |= {"address": settings.BASE_URL, "link": mail.link(settings.BASE_URL)}
        text = render_to_string("mail/account.txt", context)
        message = EmailMultiAlternatives(
            str(mail.subject), text, self.get_from_email(), [email], headers=headers
        )
        message.attach_alternative(render_to_string("mail/account.html", context), "text/html")
        return message

    def send_mail(self, template_prefix, email, context):
        """Send a mail, and say so when that cannot be done; to everybody, known here or not."""
        message = self.render_mail(template_prefix, email, {"email": email, **context})
        try:
            message.send()
        except OSError:
            logger.exception("A mail about an account could not be sent.")
            self.add_message(self.request, messages.ERROR, message=saying.NO_MAIL)

    def generate_unique_username(self, txts, regex=None):
        """Make a name for signing in of the name somebody goes by, not of a mail address."""
        name = " ".join(filter(None, txts[:2]))
        return super().generate_unique_username([slugify(name) or "lid"], regex)

    def get_client_ip(self, request):
        """Return where somebody comes from; only as many proxies as were announced may say so."""
        known = settings.ALLAUTH_TRUSTED_PROXY_COUNT
        told = request.headers.get("X-Forwarded-For", "").split(",")
        for place in (told[-known] if 0 < known <= len(told) else "", request.META["REMOTE_ADDR"]):
            try:
                return str(ipaddress.ip_address(place.strip()))
            except ValueError:
                continue
        # A proxy on this machine, over a socket.
        return "127.0.0.1"

    def get_reauthentication_methods(self, user):
        """Let who has a second step, and did not take it in this session, confirm by that alone."""
        methods = [
            method | {"description": saying.METHODS[method["id"]]}
            for method in super().get_reauthentication_methods(user)
        ]
        if methods and not took_second_step(self.request) and second_steps(user).exists():
            return [method for method in methods if method["id"].startswith("mfa")]
        return methods


class ProviderAdapter(DefaultSocialAccountAdapter):
    """Accounts of an OpenID provider."""

    error_messages = DefaultSocialAccountAdapter.error_messages | saying.PROVIDER_ERRORS

    def on_authentication_error(self, request, provider, error=None, exception=None, **kwargs):
        """Keep for the operator what a visitor is not bothered with."""
        logger.warning("Signing in at %s failed: %s %s", provider, error, exception or "")


class SecondStepAdapter(DefaultMFAAdapter):
    """The second step: its secrets are encrypted, and who enters the admin keeps one."""

    error_messages = DefaultMFAAdapter.error_messages | saying.STEP_ERRORS

    def encrypt(self, text):
        """Return a secret as the database holds it."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text):
        """Return a secret as it is."""
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator):
        """Tell whether an app or key may go."""
        return may_remove(authenticator)

    def build_totp_svg(self, url):
        """Return a drawing that can stand in a page."""
        drawing = super().build_totp_svg(url)
        drawing = drawing[drawing.index("<svg") :]
        # The page has a policy that refuses a picture written into its address, and a style.
        return re.sub(r' (?:width|height)="\d+mm"', "", drawing, count=2)

    def generate_authenticator_name(self, user, type):
        """Return a name for a new key."""
        number = second_steps(user).filter(type=type).count() + 1
        return _("Sleutel %(number)s") % {"number": number}


def _cipher():
    """Return what encrypts with the secret of the site; a lost secret makes all steps worthless."""
    key = salted_hmac("accounts.second_step", "key", algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))
