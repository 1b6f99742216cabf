"""Who may read which experience: every person against every state and audience."""

import pytest
from django.contrib.auth.models import AnonymousUser, Permission

from community.models import Audience, Member, State
from community.permissions import Viewer
from tests.factories import CommunityFactory, ExperienceFactory, MemberFactory, UserFactory

pytestmark = pytest.mark.django_db

PEOPLE = ["stranger", "author", "member", "coordinator", "outsider"]
PEOPLE += ["expelled", "asked", "editor", "moderator"]
EVERYBODY, MEMBERS = Audience.EVERYBODY, Audience.MEMBERS
INSIDE = {"author", "member", "coordinator", "moderator"}
WATCHING = {"author", "coordinator", "moderator"}
READERS = {
    (State.DRAFT, EVERYBODY): {"author"},
    (State.DRAFT, MEMBERS): {"author"},
    (State.WAITING, EVERYBODY): WATCHING,
    (State.WAITING, MEMBERS): WATCHING,
    (State.SHOWN, EVERYBODY): set(PEOPLE),
    (State.SHOWN, MEMBERS): INSIDE,
    (State.HIDDEN, EVERYBODY): WATCHING,
    (State.HIDDEN, MEMBERS): WATCHING,
}


@pytest.fixture
def community(site):
    return CommunityFactory(parent=site.communities, title="CoP 18")


@pytest.fixture
def people(site, community, eva):
    other = CommunityFactory(parent=site.communities, title="CoP 40+")
    found = {"stranger": AnonymousUser(), "editor": eva, "moderator": UserFactory()}
    found["moderator"].user_permissions.add(Permission.objects.get(codename="moderate_communities"))
    for name, state in (("expelled", "EXPELLED"), ("asked", "ASKED")):
        found[name] = MemberFactory(community=community, state=Member.State[state]).user
    for name in ("author", "member"):
        found[name] = MemberFactory(community=community).user
    found["coordinator"] = MemberFactory(community=community, role="coordinator").user
    found["outsider"] = MemberFactory(community=other, role="coordinator").user
    return found


def readers(people, experience):
    return {name for name, user in people.items() if experience in Viewer(user).seen()}


@pytest.mark.parametrize(("state", "audience"), READERS)
def test_an_experience_is_read_by_whom_it_is_for(people, community, state, audience):
    experience = ExperienceFactory(
        community=community, author=people["author"], state=state, audience=audience
    )
    assert readers(people, experience) == READERS[state, audience]


def test_a_community_that_is_withdrawn_closes_what_is_for_its_members(people, community):
    closed = ExperienceFactory(community=community, author=people["author"])
    open_ = ExperienceFactory(community=community, author=people["author"], audience=EVERYBODY)
    community.unpublish()
    assert readers(people, closed) == {"moderator"}
    assert readers(people, open_) == set(PEOPLE)


def test_who_is_put_out_reads_nothing_of_the_members_any_more(people, community):
    experience = ExperienceFactory(community=community, author=people["member"])
    Member.objects.filter(user=people["member"]).update(state=Member.State.EXPELLED)
    assert readers(people, experience) == INSIDE - {"member"}
