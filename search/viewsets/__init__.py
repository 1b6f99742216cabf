"""The lists and forms of search in the admin."""

from .promotions import PromotionViewSet
from .refused import RefusedViewSet
from .synonyms import SynonymViewSet

__all__ = ["PromotionViewSet", "RefusedViewSet", "SynonymViewSet"]
