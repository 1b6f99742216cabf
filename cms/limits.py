"""What is refused before it is read."""

from django.conf import settings
from django.shortcuts import render

# What a form takes beside its file.
BESIDE_A_FILE = 1024 * 1024


def no_giants(get_response):
    """Refuse a request that says it is larger than any file this site takes, unread."""

    def answer(request):
        size = request.META.get("CONTENT_LENGTH") or "0"
        if size.isdigit() and int(size) > settings.LARGEST_FILE + BESIDE_A_FILE:
            response = render(
                request,
                "413.html",
                {"megabytes": settings.LARGEST_FILE // (1024 * 1024)},
                status=413,
            )
            # What still comes would be taken for the next request.
            response["Connection"] = "close"
            return response
        return get_response(request)

    return answer
