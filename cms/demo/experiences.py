"""Lets the members of the demo tell what they met; what stands there already is left alone."""

from accounts.models import User
from cms.demo.reading import Mistake
from community.domain import posts
from community.models import CommunityPage, Experience
from content.models import Area, Theme
from practices.models import MethodPage, PracticePage

TOLD = ("title", "outcome", "audience", "body")


def load(store):
    """Place the experiences that are not there yet, with the replies to them."""
    with store.content.blaming("experiences.toml"):
        for data in store.content.table("experiences")["experiences"]:
            author = _person(data["author"])
            if not Experience.objects.filter(author=author, title=data["title"]).exists():
                _tell(store, author, data)


def _tell(store, author, data):
    community = store.references.get(CommunityPage, data["community"])
    told = {name: data[name] for name in TOLD} | {"body": data["body"].strip()}
    ties = {
        "about": [_page(store, slug) for slug in data.get("about", ())],
        "themes": [store.references.get(Theme, slug) for slug in data.get("themes", ())],
        "areas": [store.references.get(Area, code) for code in data.get("areas", ())],
    }
    experience = posts.share_experience(
        posts.start_experience(author, community), ties=ties, **told
    )
    for said in data.get("replies", ()):
        posts.reply(experience, _person(said.pop("author")), **said)


def _page(store, slug):
    """Return the practice or method that a file calls by its slug."""
    method = MethodPage.objects.filter(slug=slug).first()
    return method or store.references.get(PracticePage, slug)


def _person(username):
    person = User.objects.filter(username=username).first()
    if person is None:
        raise Mistake(f"There is no person {username!r}.")
    return person
