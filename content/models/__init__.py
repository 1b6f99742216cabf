"""What every content page shares: the base pages, themes, areas, organisations and images."""

from .areas import Area, AreaCode, Designation, Membership
from .images import SiteImage, SiteRendition
from .organisations import Organisation
from .pages import READING, AreaLink, BasePage, SectionPage, ThemeLink
from .themes import Theme, ThemeLabel
from .unchanging import Unchanging

__all__ = [
    "READING",
    "Area",
    "AreaCode",
    "AreaLink",
    "BasePage",
    "Designation",
    "Membership",
    "Organisation",
    "SectionPage",
    "SiteImage",
    "SiteRendition",
    "Theme",
    "ThemeLabel",
    "ThemeLink",
    "Unchanging",
]
