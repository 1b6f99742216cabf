"""What every page of the site shows around its content."""


def context(request):
    """Return the values that the base template needs."""
    return {}
