"""What every answer tells the browser besides what Django and django-csp already do."""

from csp.constants import SELF
from csp.decorators import csp_replace

# Nothing on this site listens, films, locates or pays.
SWITCHED_OFF = (
    "accelerometer",
    "browsing-topics",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "microphone",
    "payment",
    "usb",
)
IN_A_FRAME = {"frame-ancestors": [SELF]}
POLICY = ", ".join(f"{feature}=()" for feature in SWITCHED_OFF)


def permissions_policy(get_response):
    """Switch off, in the browser, what no page needs."""

    def answer(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        return response

    return answer


def previews(get_response):
    """Let the admin, and nobody else, show a preview in a frame beside the form.

    Wagtail asks for a preview as for a page on the site, with a request that only it can make.
    """
    framed = csp_replace(IN_A_FRAME)(get_response)

    def answer(request):
        return (framed if getattr(request, "is_dummy", False) else get_response)(request)

    return answer
