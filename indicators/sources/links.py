"""Follow a source only to where it was asked: no other host, port or scheme."""

from urllib.parse import urljoin, urlsplit, urlunsplit

from django.utils.translation import gettext as _

from .errors import SourceError, report_it


def same_place(url: str, link: object) -> str:
    """Return where a link on the page at `url` leads; SourceError when that is another place.

    A link that says http on a page that came by https is followed by https: services behind a
    proxy write such links.
    """
    try:
        here, there = urlsplit(url), urlsplit(urljoin(url, link))
        if (here.scheme, there.scheme) == ("https", "http") and there.port in (None, 80):
            there = there._replace(scheme="https", netloc=there.hostname or "")
        same = _origin(here) == _origin(there) and "@" not in there.netloc
    except (TypeError, ValueError, AttributeError) as error:
        raise SourceError(
            _("%(url)s noemt een volgende bladzijde die geen adres is: %(link)s. %(remedy)s")
            % {"url": url, "link": repr(link)[:200], "remedy": report_it()}
        ) from error
    if not same:
        raise SourceError(
            _("%(url)s wijst door naar een andere plek: %(link)s. Dat is geweigerd. %(remedy)s")
            % {"url": url, "link": str(link)[:200], "remedy": report_it()}
        )
    return urlunsplit(there)


def _origin(parts):
    usual = {"https": 443, "http": 80}.get(parts.scheme)
    return parts.scheme, parts.hostname, parts.port or usual
