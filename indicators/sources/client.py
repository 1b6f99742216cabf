"""Ask a source for JSON: with patience, within limits, and nowhere else than was asked."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from email.utils import parsedate_to_datetime

import httpx
from django.utils.translation import gettext as _

from .errors import SourceError, report_it
from .links import same_place

__all__ = ["PATIENT", "Client", "Page", "Patience", "SourceError", "read_json"]

MOST_PAGES = 10_000
# A damaged archive counts as an answer that broke off: asking again is what helps.
BROKEN_OFF = (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError, httpx.DecodingError)


class PassingError(Exception):
    """What may well be over when the same is asked again; `wait` is what the source asks for."""

    def __init__(self, what, wait=None):
        super().__init__(what)
        self.wait = wait


@dataclass(frozen=True)
class Patience:
    """How long to wait, in seconds, how often to ask, and how many bytes one page may have.

    `read` is the longest silence within an answer, `page` the longest time for a whole one.
    A page of StatLine has 10,000 areas with all that is known of them: some 50 MB.
    """

    connect: float = 10
    read: float = 120
    page: float = 900
    attempts: int = 6
    first_pause: float = 2
    longest_pause: float = 120
    largest_page: int = 128 * 1024 * 1024


PATIENT = Patience()


@dataclass(frozen=True)
class Page:
    """One answer: where it was asked, its bytes, the same as data, and where the next one is."""

    url: str
    body: bytes
    data: dict
    next: str | None


class Client:
    """A client for one fetch; close it, or use it with `with`."""

    def __init__(self, patience: Patience = PATIENT):
        self.patience = patience
        limits = httpx.Timeout(patience.read, connect=patience.connect)
        headers = {"Accept": "application/json", "User-Agent": "wijkkennis"}
        # Redirects are not followed: they could lead anywhere.
        self._http = httpx.Client(timeout=limits, headers=headers, follow_redirects=False)

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self._http.close()

    def walk(
        self, url: str, next_of: Callable[[dict, str], object], fetched: tuple[str, ...] = ()
    ) -> Iterator[Page]:
        """Yield page after page from `url` on; `next_of` tells from a page and its address
        where the next is, or None.

        `fetched` are addresses of this list that were asked before. Raises SourceError for a
        link to another place or to a page that was already there.
        """
        seen = {*fetched}
        while url:
            seen.add(url)
            body, data = self.get(url)
            link = next_of(data, url)
            onward = None if link is None else same_place(url, link)
            if onward in seen:
                raise SourceError(
                    _("%(url)s wijst terug naar een bladzijde die al opgehaald is. %(remedy)s")
                    % {"url": url, "remedy": report_it()}
                )
            if len(seen) >= MOST_PAGES:
                raise SourceError(
                    _("%(url)s houdt niet op: er zijn al %(count)d bladzijden. %(remedy)s")
                    % {"url": url, "count": len(seen), "remedy": report_it()}
                )
            yield Page(url, body, data, onward)
            url = onward

    def get(self, url: str) -> tuple[bytes, dict]:
        """Return what stands at an address, as bytes and as data; SourceError when it cannot."""
        pause = self.patience.first_pause
        for attempt in range(1, self.patience.attempts + 1):
            try:
                return self._ask(url)
            except PassingError as passing:
                wait = pause if passing.wait is None else passing.wait
                self._give_up_when_due(url, passing, attempt, wait)
            time.sleep(wait)
            pause = min(pause * 2, self.patience.longest_pause)
        raise AssertionError("at least one attempt is made")

    def _give_up_when_due(self, url, passing, attempt, wait):
        if wait > self.patience.longest_pause:
            text = _("%(url)s %(what)s en vraagt om %(wait)d seconden te wachten. Probeer het dan.")
        elif attempt == self.patience.attempts:
            text = _("%(url)s %(what)s, ook na %(count)d keer vragen. Probeer het later opnieuw.")
        else:
            return
        facts = {"url": url, "what": passing, "wait": wait, "count": attempt}
        raise SourceError(text % facts) from (passing.__cause__ or passing)

    def _ask(self, url):
        try:
            with self._http.stream("GET", url) as response:
                _look_at_status(url, response)
                body = self._read(url, response)
        except httpx.TimeoutException as error:
            raise PassingError(_("gaf niet op tijd antwoord")) from error
        except BROKEN_OFF as error:
            raise PassingError(_("brak het antwoord halverwege af")) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise SourceError(
                _("%(url)s is niet te bereiken (%(error)s). Kijk het adres en het netwerk na.")
                % {"url": url, "error": error}
            ) from error
        return body, _parsed(url, body)

    def _read(self, url, response):
        """Return the body, read in parts so that no answer fills the memory or lasts for ever."""
        until = time.monotonic() + self.patience.page
        parts, size = [], 0
        for part in response.iter_bytes():
            parts.append(part)
            size += len(part)
            if size > self.patience.largest_page:
                raise SourceError(
                    _("%(url)s geeft meer dan %(size)d MB in één keer. Vraag minder kolommen.")
                    % {"url": url, "size": self.patience.largest_page // 1024**2}
                )
            if time.monotonic() > until:
                raise PassingError(_("deed te lang over één bladzijde"))
        return b"".join(parts)


def read_json(body: bytes) -> object:
    """Return the data in a body, with numbers exactly as written; ValueError when there is none."""
    try:
        return json.loads(body, parse_float=Decimal, parse_constant=_no_number)
    except RecursionError as error:
        raise ValueError("nested too deep") from error


def _look_at_status(url, response):
    status = response.status_code
    if status == 429 or status >= 500:
        raise PassingError(
            _("gaf foutcode %(status)d") % {"status": status},
            _seconds(response.headers.get("Retry-After")),
        )
    if status in (404, 410):
        raise SourceError(
            _("%(url)s bestaat niet (foutcode %(status)d). Kijk het nummer van de tabel na.")
            % {"url": url, "status": status}
        )
    if status != 200:
        raise SourceError(
            _("%(url)s gaf code %(status)d en geen cijfers. Kijk het adres en de keuze na.")
            % {"url": url, "status": status}
        )


def _seconds(retry_after):
    """Return the seconds that a Retry-After header asks for; None when it says nothing of use."""
    if retry_after is None:
        return None
    try:
        if retry_after.strip().isdecimal():
            return int(retry_after)
        moment = parsedate_to_datetime(retry_after)
    except ValueError:
        return None
    return max(0, (moment.astimezone(UTC) - datetime.now(UTC)).total_seconds())


def _parsed(url, body):
    try:
        data = read_json(body)
    except ValueError as error:
        # What begins as JSON and does not end as JSON was cut off on its way.
        if body.lstrip().startswith(b"{"):
            raise PassingError(_("brak het antwoord halverwege af")) from error
        raise SourceError(_no_json(url, body)) from error
    if not isinstance(data, dict):
        raise SourceError(_no_json(url, body))
    return data


def _no_json(url, body):
    return _("%(url)s geeft geen JSON; het antwoord begint met: %(start)s. %(remedy)s") % {
        "url": url,
        "start": body[:80].decode("utf-8", "replace").strip() or _("niets"),
        "remedy": _("Kijk het adres na; misschien is de dienst in onderhoud."),
    }


def _no_number(word):
    raise ValueError(f"{word} is no number")
