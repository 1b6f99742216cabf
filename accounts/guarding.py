"""The doors of the admin and of the account: nobody passes without the second step."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import add_never_cache_headers, patch_cache_control
from django.utils.http import urlencode

from accounts.permissions import may_enter_admin, second_steps, took_second_step

ADMIN, ACCOUNT = "/beheer/", "/account/"
# Ways out, and the ways to take the step itself.
OPEN = ("account_login", "account_logout", "mfa_reauthenticate", "mfa_reauthenticate_webauthn")
LEAVING = "/beheer/logout/"


def second_step(get_response):
    """Ask for the second step of who enters the admin, and of who has one, of the account too."""

    def answer(request):
        return _led_elsewhere(request) or get_response(request)

    return answer


def _led_elsewhere(request):
    path = request.path_info
    if not path.startswith((ADMIN, ACCOUNT)) or path == LEAVING:
        return None
    if not request.user.is_authenticated:
        return None
    place = _place(request, path)
    if place is None:
        return None
    back = request.get_full_path() if request.method in ("GET", "HEAD") else path
    return HttpResponseRedirect(f"{place}?{urlencode({'next': back})}")


def _place(request, path):
    """Return where somebody who is signed in goes first, or nothing."""
    if path.startswith(ADMIN) and not may_enter_admin(request.user):
        # Wagtail does the same, and leaves a message that says it in other words.
        return reverse("account_login")
    if took_second_step(request) or path in map(reverse, OPEN):
        return None
    way = _way_to_take(request.user)
    return way or (reverse("mfa_index") if path.startswith(ADMIN) else None)


def _way_to_take(user):
    """Return where somebody takes the second step, or nothing for who has none."""
    kinds = set(second_steps(user).values_list("type", flat=True))
    if not kinds:
        return None
    return reverse("mfa_reauthenticate" if "totp" in kinds else "mfa_reauthenticate_webauthn")


def private(get_response):
    """Keep what an account shows out of every cache, and say of a refusal that it is one."""

    def answer(request):
        response = get_response(request)
        if request.path_info.startswith(ACCOUNT):
            add_never_cache_headers(response)
            patch_cache_control(response, no_store=True, private=True)
            # Every form here leads elsewhere when it is taken; what shows it again refused it.
            if request.method == "POST" and response.status_code == 200:
                response.status_code = 400
        elif _is_shown_by_name(request) and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True)
        return response

    return answer


def _is_shown_by_name(request):
    """Tell whether the answer was made for somebody who is signed in."""
    session = getattr(request, "session", None)
    return bool(session and session.accessed and request.user.is_authenticated)
