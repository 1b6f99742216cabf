"""What a browser and what stands between may keep of an answer about members."""

from functools import wraps

from django.utils.cache import add_never_cache_headers, patch_vary_headers


def discreet(view):
    """Let nobody keep the answer to somebody who signed in; it may hold what is for members."""

    @wraps(view)
    def answered(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if request.user.is_authenticated:
            add_never_cache_headers(response)
        patch_vary_headers(response, ["Cookie"])
        return response

    return answered
