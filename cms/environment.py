"""Reads settings from environment variables and refuses what it does not understand.

Every variable of this project is read through one of these functions, so that a typing
error stops the start with a sentence instead of changing the behaviour in silence.
"""

import os
import shlex
import shutil
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

PREFIX = "WIJKKENNIS_"
KNOWN = {
    "WIJKKENNIS_BASE_URL",
    "WIJKKENNIS_DATA_DIR",
    "WIJKKENNIS_DEBUG",
    "WIJKKENNIS_MAIL_FROM",
    "WIJKKENNIS_MAIL_URL",
    "WIJKKENNIS_OIDC_CLIENT_ID",
    "WIJKKENNIS_OIDC_CLIENT_SECRET",
    "WIJKKENNIS_OIDC_NAME",
    "WIJKKENNIS_OIDC_URL",
    "WIJKKENNIS_PROXIES",
    "WIJKKENNIS_PUBLISHER",
    "WIJKKENNIS_PUBLISHER_URL",
    "WIJKKENNIS_SECRET_KEY",
    "WIJKKENNIS_SIGN_UP",
    "WIJKKENNIS_UPLOAD_SCANNER",
}
SWITCH = {"1": True, "true": True, "on": True, "0": False, "false": False, "off": False}


def refuse_unknown() -> None:
    """Raise when a `WIJKKENNIS_…` variable is set that no setting reads."""
    unknown = sorted(name for name in os.environ if name.startswith(PREFIX) and name not in KNOWN)
    if unknown:
        raise ImproperlyConfigured(
            f"Unknown setting {', '.join(unknown)}. Known: {', '.join(sorted(KNOWN))}."
        )


def switch(name: str, default: bool) -> bool:
    """Return an on/off variable; only 1, 0, true, false, on and off are understood."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value not in SWITCH:
        raise ImproperlyConfigured(
            f"{name}={value!r} is not understood; use one of: {', '.join(SWITCH)}."
        )
    return SWITCH[value]


def url(name: str, default: str, schemes: tuple[str, ...]) -> str:
    """Return an URL variable after checking that its scheme is one of `schemes`."""
    value = os.environ.get(name, "").strip() or default
    scheme = urlsplit(value).scheme
    if scheme not in schemes:
        raise ImproperlyConfigured(
            f"{name} starts with {scheme!r}; use one of: "
            f"{', '.join(known + ':' for known in schemes)}."
        )
    return value


def number(name: str, default: int) -> int:
    """Return a whole number that is not negative."""
    value = text(name)
    if not value:
        return default
    if not value.isdecimal():
        raise ImproperlyConfigured(f"{name}={value!r} is not understood; give a whole number.")
    return int(value)


def together(prefix: str, names: tuple[str, ...]) -> dict[str, str]:
    """Return variables that mean something together alone: all of them, or none."""
    values = {name: text(f"{prefix}{name}") for name in names}
    missing = [f"{prefix}{name}" for name, value in values.items() if not value]
    if missing and len(missing) < len(names):
        raise ImproperlyConfigured(
            f"{', '.join(missing)} is missing: give all of {prefix}… or none of them."
        )
    return {} if missing else values


def text(name: str) -> str:
    """Return a variable as it is, or nothing."""
    return os.environ.get(name, "").strip()


def command(name: str) -> list[str]:
    """Return a command as its words, after checking that its program is there; or nothing."""
    try:
        words = shlex.split(text(name))
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} is not understood: {error}.") from error
    if words and shutil.which(words[0]) is None:
        raise ImproperlyConfigured(f"{name}: there is no program {words[0]}.")
    return words


def standby(name: str, first: str) -> str:
    """Return the address of a standby for the engine at `first`, or nothing."""
    if not text(name):
        return ""
    if first.startswith("embedded:"):
        raise ImproperlyConfigured(f"{name} is for an Elasticsearch in SEARCH_URL; leave it out.")
    return url(name, "", ("embedded",))


def file(name: str) -> str:
    """Return the path of a file that can be read, or nothing."""
    value = text(name)
    if value and not os.access(value, os.R_OK):
        raise ImproperlyConfigured(f"{name}: cannot read {value}.")
    return value


def folder(name: str, default: Path) -> Path:
    """Return a folder that exists, creating it when it does not."""
    path = Path(os.environ.get(name, "").strip() or default).absolute()
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"{name}: cannot use folder {path}: {error}.") from error
    return path


def secret(name: str, file: Path) -> str:
    """Return the secret from the environment, else from `file`, made at the first start."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if not file.exists():
        from django.core.management.utils import get_random_secret_key

        file.write_text(get_random_secret_key(), encoding="utf-8")
        file.chmod(0o600)
    return file.read_text(encoding="utf-8").strip()
