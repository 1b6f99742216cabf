"""Who may see and do what in communities: the one place where that is decided.

Everybody else asks here: pages, lists, search, counts, feeds, files and mails alike. Each rule
stands once as a condition in SQL, so that what may not be seen is never read, and an address of
something closed takes the same question to the database as one of something that does not exist.

| | may see |
|---|---|
| draft | its author |
| shown, for everybody | everybody |
| shown, for members | the members of the community now, and site moderators |
| waiting or hidden | its author, the coordinators of the community, and site moderators |

An author who no longer belongs to the community does not see there what is for members, not even
what that person wrote; the export of own data holds it. A community that is not published, or
past its date, has no members' part for anybody but site moderators. Wagtail closes the room of the
members and its files to everybody outside their group; that site moderators read along there is
told to `content.closing`.
"""

from functools import cached_property

from django.db.models import Q
from django.http import Http404

from community.models import Admission, Audience, CommunityPage, Experience, Member, Reply, State
from community.moderators import MODERATES_ALL, is_moderated_by_others
from content.queries import listed, public

WATCHED = (State.WAITING, State.HIDDEN)


class Viewer:
    """Somebody who looks at communities, with what that person belongs to, read once."""

    def __init__(self, user):
        self.user = user

    @classmethod
    def of(cls, request):
        """Return who looks through a request; asked again, it is the same."""
        if not hasattr(request, "community_viewer"):
            request.community_viewer = cls(request.user)
        return request.community_viewer

    @property
    def is_known(self):
        """Tell whether this is somebody with an account that is not closed."""
        return self.user.is_authenticated and self.user.is_active

    @cached_property
    def moderates_all(self):
        """Tell whether this person moderates the whole site."""
        return self.is_known and self.user.has_perm(MODERATES_ALL)

    @cached_property
    def edits(self):
        """Tell whether this person may enter the editors' part of the site."""
        return self.is_known and self.user.has_perm("wagtailadmin.access_admin")

    @cached_property
    def _roles(self):
        if not self.is_known:
            return {}
        known = listed(CommunityPage.objects.all()).values("pk")
        found = Member.objects.active().filter(user=self.user, community__in=known)
        return dict(found.values_list("community_id", "role"))

    @property
    def communities(self):
        """Return the numbers of the communities that this person belongs to now."""
        return frozenset(self._roles)

    @property
    def coordinated(self):
        """Return the numbers of the communities that this person looks after now."""
        return frozenset(
            number for number, role in self._roles.items() if role == Member.Role.COORDINATOR
        )

    def belongs_to(self, community):
        """Tell whether this person is a member of a community now."""
        return community.pk in self.communities

    def moderates(self, community):
        """Tell whether this person may act on what others do in a community."""
        return self.moderates_all or community.pk in self.coordinated

    def moderated(self):
        """Return the communities in which this person may act on what others do."""
        communities = CommunityPage.objects.order_by("title", "pk")
        return communities if self.moderates_all else communities.filter(pk__in=self.coordinated)

    def may_see_room(self, community):
        """Tell whether this person may see what is for members of a community."""
        return self.moderates_all or self.belongs_to(community)

    def known_communities(self):
        """Return the communities that this person may know of."""
        if self.moderates_all:
            return listed(CommunityPage.objects.all())
        open_ones = public(CommunityPage.objects.all())
        if not self.communities:
            return open_ones
        known = Q(pk__in=open_ones.values("pk")) | Q(pk__in=self.communities)
        return CommunityPage.objects.filter(known)

    # --- What members wrote ---------------------------------------------------------------

    def seen(self, experiences=None):
        """Keep the experiences that this person may read."""
        return _all(experiences, Experience).filter(self._readable(""))

    def listed(self, experiences=None):
        """Keep the experiences that stand in lists for this person: those that are placed."""
        return self.seen(experiences).filter(state=State.SHOWN)

    def seen_replies(self, replies=None):
        """Keep the replies that this person may read, to experiences that may be read too."""
        found = _all(replies, Reply).filter(self._readable("experience__"))
        if self.moderates_all:
            return found
        mine = Q(author=self.user) if self.is_known else Q(pk__in=[])
        watched = Q(state__in=WATCHED, experience__community__in=self.coordinated)
        return found.filter(Q(state=State.SHOWN) | mine | watched)

    def reached(self, experiences=None):
        """Keep the experiences that are meant for this person, hidden by a moderator or not.

        Not to read them: whoever reported one may hear that it was decided about.
        """
        found = _all(experiences, Experience).exclude(state=State.DRAFT)
        if self.moderates_all:
            return found
        return found.filter(Q(audience=Audience.EVERYBODY) | Q(community__in=self.communities))

    def may_change(self, post):
        """Tell whether this person wrote a post, and may still change or remove it."""
        return self.is_known and post.author_id == self.user.pk

    def may_reply_to(self, experience):
        """Tell whether this person may say something to an experience that may be read."""
        return self.is_known and experience.is_shown

    def may_report(self, post):
        """Tell whether this person may tell moderators of a post that may be read."""
        return self.is_known and post.is_shown and not self.may_change(post)

    def may_appeal(self, post):
        """Tell whether this person wrote a post that was hidden."""
        return self.may_change(post) and post.state == State.HIDDEN

    def may_see_versions(self, post):
        """Tell whether this person may read what a post said before."""
        return self.may_change(post) or self.moderates(post.community)

    def decides_about(self, post):
        """Tell whether this person may hide or show a post; nobody judges an own one."""
        return self.moderates(post.community) and not self.may_change(post)

    def decides_appeal(self, appeal):
        """Tell whether this person may answer an appeal; against oneself only when alone."""
        post = appeal.post
        if not self.decides_about(post):
            return False
        is_own = appeal.against.actor_id == self.user.pk
        return not is_own or not is_moderated_by_others(
            post.community, {self.user.pk, post.author_id}
        )

    def may_write(self):
        """Tell whether this person may share experiences at all."""
        return bool(self.communities)

    def _readable(self, prefix):
        """Return the condition under which an experience may be read."""

        def where(**conditions):
            return Q(**{f"{prefix}{name}": value for name, value in conditions.items()})

        for_all = where(audience=Audience.EVERYBODY)
        shown = where(state=State.SHOWN)
        if self.moderates_all:
            mine = where(author=self.user, state=State.DRAFT)
            return mine | ~where(state=State.DRAFT)
        if not self.is_known:
            return shown & for_all
        inside = where(community__in=self.communities)
        mine = where(author=self.user) & (where(state=State.DRAFT) | for_all | inside)
        watched = where(state__in=WATCHED, community__in=self.coordinated)
        return (shown & (for_all | inside)) | mine | watched


def community_or_404(viewer, slug):
    """Return a community that somebody may know of, or answer as if it does not exist."""
    found = viewer.known_communities().filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def room_or_404(viewer, slug):
    """Return a community whose members' part somebody may see."""
    community = community_or_404(viewer, slug)
    if not viewer.may_see_room(community):
        raise Http404
    return community


def moderated_or_404(viewer, slug):
    """Return a community that somebody moderates."""
    community = community_or_404(viewer, slug)
    if not viewer.moderates(community):
        raise Http404
    return community


def experience_or_404(viewer, key):
    """Return an experience that somebody may read, or answer as if it does not exist."""
    found = viewer.seen().select_related("author", "community").filter(key=key).first()
    if found is None:
        raise Http404
    return found


def own_experience_or_404(viewer, key):
    """Return an experience that somebody wrote and may change."""
    found = experience_or_404(viewer, key)
    if not viewer.may_change(found):
        raise Http404
    return found


def reply_or_404(viewer, key):
    """Return a reply that somebody may read, or answer as if it does not exist."""
    found = viewer.seen_replies().select_related("author", "experience__community")
    found = found.filter(key=key).first()
    if found is None:
        raise Http404
    return found


def may_join_at_once(community):
    """Tell whether a community lets in everybody with an account."""
    return community.admission == Admission.OPEN


def may_ask(community):
    """Tell whether somebody may ask to be let into a community."""
    return community.admission == Admission.REQUEST


def _all(rows, model):
    return model.objects.all() if rows is None else rows
