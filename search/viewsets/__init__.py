"""The lists and forms of search in the admin."""

from .missed import MissedViewSet
from .promotions import PromotionViewSet
from .refused import RefusedViewSet
from .synonyms import SynonymViewSet
from .unread import UnreadViewSet

__all__ = [
    "MissedViewSet",
    "PromotionViewSet",
    "RefusedViewSet",
    "SynonymViewSet",
    "UnreadViewSet",
]
