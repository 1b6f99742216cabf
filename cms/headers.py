"""What every answer tells the browser besides what Django and django-csp already do."""

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
POLICY = ", ".join(f"{feature}=()" for feature in SWITCHED_OFF)


def permissions_policy(get_response):
    """Switch off, in the browser, what no page needs."""

    def answer(request):
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", POLICY)
        return response

    return answer
