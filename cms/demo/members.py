"""Lets people of the demo take part in communities; who stands there already is left alone."""

from accounts.models import User
from cms.demo.reading import Mistake
from community.domain import members
from community.models import CommunityPage, Member, Profile
from content.models import Area, Theme

OF_A_PERSON = ("first_name", "last_name", "organisation", "job_title")


def load(store):
    """Create the people that are not there yet, and let them in."""
    with store.content.blaming("members.toml"):
        for username, data in store.content.table("members").items():
            community = store.references.get(CommunityPage, data.pop("community"))
            person = _person(username, data)
            if not Member.objects.filter(community=community, user=person).exists():
                _let_in(store, community, person, data)


def _person(username, data):
    """Return somebody of the demo; who is new cannot sign in."""
    said = {name: data.pop(name) for name in OF_A_PERSON if name in data}
    person = User.objects.filter(username=username).first()
    if person is None:
        if "last_name" not in said:
            raise Mistake(f"There is no person {username!r}.")
        return User.objects.create_user(username, f"{username}@wijkkennis.example", None, **said)
    for name in said:
        # What somebody says of themselves stays.
        setattr(person, name, getattr(person, name) or said[name])
    person.save(update_fields=said)
    return person


def _let_in(store, community, person, data):
    member = members.let_in(members.who_may_come(community, person), person)
    if data.get("role"):
        members.appoint(member, Member.Role(data["role"]))
    profile, _created = Profile.objects.get_or_create(user=person)
    profile.areas.add(*(store.references.get(Area, code) for code in data.get("areas", ())))
    profile.themes.add(*(store.references.get(Theme, slug) for slug in data.get("themes", ())))
