"""Who may find what: the one place where that is decided.

A document carries one token: `public`, or `restricted:<id>` of the deepest page, at or above
it, on which a view restriction lies, or `members:<id>` for what members of a community tell each
other. A searcher holds the tokens of the restricted pages whose whole chain of restrictions lets
the request through, and those of the own communities. Engines compare tokens; before anything is
shown, `Searcher.visible` asks the database once more, because an index is always a little behind.
"""

from dataclasses import dataclass, field
from functools import cached_property

from django.db.models import prefetch_related_objects
from wagtail.documents import get_document_model
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction

from community.models import CommunityPage, ExperienceFile, State
from community.permissions import Viewer
from content.closing import let_in_besides
from content.queries import is_listed, listed, public
from search import keys
from search.documents import PUBLIC, among_members
from search.engines import selection
from search.models import Change, Hides
from search.scope import Scope

STEP = Page.steplen
# So many changes that hide something may wait before an index is not asked at all.
MOST_WAITING = 10_000


@dataclass(frozen=True)
class Restrictions:
    """Every view restriction of the site, by the tree path of the page it lies on."""

    by_path: dict

    @classmethod
    def load(cls):
        """Read the restrictions, with their groups and pages."""
        by_path = {}
        restrictions = PageViewRestriction.objects.select_related("page").prefetch_related("groups")
        for restriction in restrictions:
            by_path.setdefault(restriction.page.path, []).append(restriction)
        return cls(by_path)

    def token(self, path):
        """Return the token of the page at a tree path."""
        for end in range(len(path), 0, -STEP):
            if path[:end] in self.by_path:
                return f"restricted:{self.by_path[path[:end]][0].page_id}"
        return PUBLIC

    def show_to_all(self, page):
        """Tell whether everybody may see a page now."""
        return is_listed(page) and self.token(page.path) == PUBLIC

    def chain(self, path):
        """Return the restrictions at and above a tree path."""
        steps = range(STEP, len(path) + 1, STEP)
        return [found for end in steps for found in self.by_path.get(path[:end], ())]


@dataclass(frozen=True)
class Collections:
    """The collections that not everybody may see into, by their tree paths."""

    closed: tuple[str, ...]

    @classmethod
    def load(cls):
        """Read where restrictions lie; whom they let through makes no difference here."""
        return cls(
            tuple(CollectionViewRestriction.objects.values_list("collection__path", flat=True))
        )

    def show_to_all(self, document):
        """Tell whether everybody may open a document now."""
        return not document.collection.path.startswith(self.closed)


def open_files(numbers):
    """Return those of these files that lead to what they are with.

    Of pages, those that everybody may open now; of experiences, those that are placed now: whoever
    may read an experience may open its files.
    """
    told = {number for number in numbers if isinstance(number, str)}
    return _open_documents(numbers - told) | _placed_files(told)


def _open_documents(numbers):
    if not numbers:
        return set()
    collections = Collections.load()
    found = get_document_model().objects.filter(pk__in=numbers).select_related("collection")
    return {document.pk for document in found if collections.show_to_all(document)}


def _placed_files(names):
    if not names:
        return set()
    shown = ExperienceFile.objects.filter(placed=True, experience__state=State.SHOWN)
    return set(shown.filter(key__in=names).values_list("key", flat=True))


def titles_for_all(wanted):
    """Return how the pages among the keys that everybody may see now are called, by key."""
    pages = keys.numbers(wanted, keys.PAGE)
    if not pages:
        return {}
    titles = public(Page.objects.filter(pk__in=pages)).values_list("pk", "title")
    return {keys.of_page(number): title for number, title in titles}


@dataclass(frozen=True)
class Absent:
    """Somebody for whom a mail is written: what Wagtail asks of a request, without one.

    A password that was typed is known to a session alone, so it opens nothing here.
    """

    user: object
    session: dict = field(default_factory=dict)


class Searcher:
    """Somebody who asks, seen through one request."""

    def __init__(self, request):
        self.request = request

    @classmethod
    def of(cls, user):
        """Return somebody who does not ask now, and is told of what is found."""
        return cls(Absent(user))

    @cached_property
    def restrictions(self):
        """Return the restrictions of the site, read once."""
        return Restrictions.load()

    @cached_property
    def tokens(self):
        """Return the tokens that this searcher holds."""
        by_path = self.restrictions.by_path
        restrictions = [found for chain in by_path.values() for found in chain]
        if any(found.restriction_type == found.GROUPS for found in restrictions):
            self._read_groups()
        passed = {self.restrictions.token(path) for path in by_path if self._passes(path)}
        return frozenset([PUBLIC]) | passed | self._among_members()

    @cached_property
    def scope(self):
        """Return what exists for this searcher; one query more while nothing waits to be hidden."""
        lagging = {name: self._hidden_from(name) for name in selection.names()}
        known = (without for without in lagging.values() if without)
        return Scope(self.tokens, frozenset().union(*known), lagging)

    def visible(self, wanted):
        """Return those of the keys that exist now and may be seen now by this searcher."""
        pages = keys.numbers(wanted, keys.PAGE)
        told = self._visible_experiences(keys.names(wanted, keys.EXPERIENCE))
        return self._visible_pages(pages) | told | keys.existing(wanted)

    def _hidden_from(self, engine):
        """Return the keys that the index of an engine may still have and this searcher may not see.

        With too many of them nobody can tell any more what may be seen: then it is None.
        """
        rows = Change.objects.filter(engine=engine).may_hide()
        waiting = set(rows.values_list("key", "hides").distinct()[: MOST_WAITING + 1])
        if len(waiting) > MOST_WAITING:
            return None
        suspects = {key for key, _hides in waiting}
        telling = {key for key, hides in waiting if hides == Hides.WHAT_IT_TELLS}
        return frozenset((suspects - self.visible(suspects)) | telling) if suspects else frozenset()

    def _visible_pages(self, numbers):
        if not numbers:
            return set()
        paths = listed(Page.objects.filter(pk__in=numbers)).values_list("pk", "path")
        return {
            keys.of_page(number)
            for number, path in paths
            if self.restrictions.token(path) in self.tokens
        }

    @cached_property
    def _viewer(self):
        return Viewer(self.request.user)

    def _among_members(self):
        """Return the tokens of the communities whose members' part this searcher may see."""
        communities = self._viewer.communities
        if self._viewer.moderates_all:
            communities = CommunityPage.objects.values_list("pk", flat=True)
        return {among_members(number) for number in communities}

    def _visible_experiences(self, names):
        if not names:
            return set()
        found = self._viewer.listed().filter(key__in=names).values_list("key", flat=True)
        return {keys.of_experience(key) for key in found}

    def _passes(self, path):
        return all(
            found.accept_request(self.request) or found.pk in self._opened_besides
            for found in self.restrictions.chain(path)
        )

    @cached_property
    def _opened_besides(self):
        """Return the restrictions that let site moderators through; nobody else pays for asking."""
        if not self._viewer.moderates_all:
            return frozenset()
        besides = let_in_besides(self.request.user, PageViewRestriction)
        return frozenset(PageViewRestriction.objects.filter(besides).values_list("pk", flat=True))

    def _read_groups(self):
        # Wagtail asks for the groups of the user once per restriction; this reads them once.
        if self.request.user.is_authenticated:
            prefetch_related_objects([self.request.user], "groups")
