"""What those who moderate the site see of communities in the admin."""

from wagtail import hooks

from community.moderation.viewsets import BlockedWordViewSet


@hooks.register("register_admin_viewset")
def blocked_words():
    """Add the list of blocked words."""
    return BlockedWordViewSet()
