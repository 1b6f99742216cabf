"""The lists and forms of search in the admin."""

from .missed import MissedViewSet
from .promotions import PromotionViewSet
from .ranking import RankingViewSet
from .refused import RefusedViewSet
from .synonyms import SynonymViewSet
from .unread import UnreadViewSet

__all__ = [
    "MissedViewSet",
    "PromotionViewSet",
    "RankingViewSet",
    "RefusedViewSet",
    "SynonymViewSet",
    "UnreadViewSet",
]
