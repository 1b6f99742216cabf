"""What other machines do for the site: they carry mail, and say who somebody is."""

from email.utils import parseaddr
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from cms import environment

BACKENDS = "django.core.mail.backends"
PORTS = {"smtp": 587, "smtps": 465}
HERE = ("localhost", "127.0.0.1", "::1")
PROVIDER = ("URL", "CLIENT_ID", "CLIENT_SECRET", "NAME")


def mail(folder: Path) -> dict:
    """Return how mail leaves: into files of `folder`, unless a variable says to send it."""
    address = environment.text("WIJKKENNIS_MAIL_URL")
    if not address:
        folder.mkdir(mode=0o700, exist_ok=True)
        return {
            "EMAIL_BACKEND": f"{BACKENDS}.filebased.EmailBackend",
            "EMAIL_FILE_PATH": folder,
        }
    environment.url("WIJKKENNIS_MAIL_URL", "", ("smtp", "smtps", "console"))
    parts = urlsplit(address)
    if parts.scheme == "console":
        return {"EMAIL_BACKEND": f"{BACKENDS}.console.EmailBackend"}
    return _server(parts)


def _server(parts) -> dict:
    try:
        port = parts.port or PORTS[parts.scheme]
    except ValueError as error:
        raise ImproperlyConfigured(f"WIJKKENNIS_MAIL_URL: {error}.") from error
    if not parts.hostname:
        raise ImproperlyConfigured("WIJKKENNIS_MAIL_URL names no server: smtp://host:587.")
    return {
        "EMAIL_BACKEND": f"{BACKENDS}.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        # A password goes over no line that others can read.
        "EMAIL_USE_TLS": parts.scheme == "smtp" and bool(parts.username),
        "EMAIL_TIMEOUT": 10,
    }


def sender(host: str) -> str:
    """Return the address that mail comes from."""
    address = environment.text("WIJKKENNIS_MAIL_FROM") or f"wijkkennis@{host}"
    if "@" not in parseaddr(address)[1]:
        raise ImproperlyConfigured(f"WIJKKENNIS_MAIL_FROM={address!r} is no mail address.")
    return address


def provider() -> dict:
    """Return the OpenID provider whose accounts may be used here, if there is one."""
    values = environment.together("WIJKKENNIS_OIDC_", PROVIDER)
    if not values:
        return {}
    environment.url("WIJKKENNIS_OIDC_URL", "", ("http", "https"))
    parts = urlsplit(values["URL"])
    if parts.scheme == "http" and parts.hostname not in HERE:
        # What a provider tells is believed because of the line it comes over.
        raise ImproperlyConfigured("WIJKKENNIS_OIDC_URL must start with https:.")
    app = {
        "provider_id": "oidc",
        "name": values["NAME"],
        "client_id": values["CLIENT_ID"],
        "secret": values["CLIENT_SECRET"],
        "settings": {"server_url": values["URL"].rstrip("/")},
    }
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
