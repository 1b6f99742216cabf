"""Whatever the site keeps of somebody can be taken along, and goes when that person goes."""

import json

import pytest
from django.apps import apps
from django.conf import settings

from accounts import privacy
from accounts.models import User
from community.domain import posts
from community.models import Audience, Experience, Member, Reply
from following.models import Follow
from plans.domain import make_plan
from search import changes, rebuilding
from search.engines import selection
from tests.accounts.signing import confirm, member, sign_in, sign_in_with, with_app
from tests.factories import (
    CommunityFactory,
    ExperienceFactory,
    MemberFactory,
    ReplyFactory,
    ThemeFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

# Every model that refers to a person, and what happens to its rows when that person goes. A new
# one fails the first test here until somebody has thought of it.
KEPT_OF_PEOPLE = {
    "account.EmailAddress": "gone",
    "community.Appeal": "without the person",
    "community.CalendarAddress": "gone",
    "community.Experience": "as the person chooses",
    "community.Growth": "without the person",
    "community.Invitation": "gone when it was for the person",
    "community.Member": "gone",
    "community.ModerationAction": "without the person",
    "community.Profile": "gone",
    "community.Registration": "gone",
    "community.Reply": "as the person chooses",
    "community.Report": "without the person",
    "community.Thanks": "gone",
    "following.Follow": "gone",
    "following.Happening": "without the person",
    "following.Letter": "gone",
    "following.Notification": "gone",
    "following.Preference": "gone",
    "content.SiteImage": "without the person",
    "indicators.FileImport": "without the person",
    "indicators.IndicatorSnapshot": "without the person",
    "mfa.Authenticator": "gone",
    "plans.Plan": "gone",
    "programmes.ReportEdition": "without the person",
    "socialaccount.SocialAccount": "gone",
    "usersessions.UserSession": "gone",
}


@pytest.fixture
def lisa(site):
    """Return Lisa, who did everything that a member can do."""
    lisa = member("lisa", first_name="Lisa", last_name="Lid")
    community = CommunityFactory(parent=site.communities, title="CoP 18")
    MemberFactory(community=community, user=lisa)
    told = ExperienceFactory(
        community=community, author=lisa, title="Kanarie", audience=Audience.EVERYBODY
    )
    ReplyFactory(experience=told, author=UserFactory(), body="Van een ander.")
    other = ExperienceFactory(community=community, title="Van een ander")
    ReplyFactory(experience=other, author=lisa, body="Van Lisa.")
    posts.start_experience(lisa, community, pending={"title": "Nooit geplaatst"})
    make_plan(lisa, "Plan voor de wijk")
    Follow.objects.create(user=lisa, theme=ThemeFactory(label="Leren"))
    return lisa


def ours(model):
    return model._meta.app_label in settings.OUR_APPS or model._meta.app_label in {
        "account",
        "mfa",
        "socialaccount",
        "usersessions",
    }


def test_every_model_that_refers_to_a_person_is_thought_of():
    refer = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.local_concrete_fields
        if field.related_model is User and ours(model)
    }
    assert sorted(refer) == sorted(KEPT_OF_PEOPLE)


def test_everything_is_taken_along(client, lisa):
    sign_in(lisa, client)
    confirm(client)
    answer = client.get("/account/gegevens/meenemen/")
    told = json.loads(answer.content)
    assert told["account"]["name"] == "Lisa Lid"
    assert [found["community"] for found in told["communities"]["memberships"]] == ["CoP 18"]
    assert [found["title"] for found in told["communities"]["experiences"]] == ["Kanarie", ""]
    assert told["communities"]["experiences"][1]["unplaced"] == {"title": "Nooit geplaatst"}
    assert [found["body"] for found in told["communities"]["replies"]] == ["Van Lisa."]
    assert [found["title"] for found in told["plans"]["plans"]] == ["Plan voor de wijk"]
    assert [found["what"] for found in told["following"]["follows"]] == ["Thema: Leren"]
    assert "no-store" in answer["Cache-Control"]


def test_who_goes_may_leave_the_posts_without_a_name(lisa):
    privacy.erase(lisa, keep_posts=True)
    told = Experience.objects.get(title="Kanarie")
    assert (told.author, told.author_name) == (None, "Oud-lid")
    assert sorted(Reply.objects.values_list("body", flat=True)) == ["Van Lisa.", "Van een ander."]
    assert not Experience.objects.filter(state="draft").exists()
    assert not Member.objects.exists()


def test_who_goes_may_take_the_posts_along_also_out_of_the_index(lisa, client):
    engine = selection.engine()
    rebuilding.rebuild(engine)
    assert "Kanarie" in client.get("/zoeken?q=kanarie").content.decode()
    privacy.erase(lisa, keep_posts=False)
    changes.drain(engine)
    assert list(Experience.objects.values_list("title", flat=True)) == ["Van een ander"]
    assert Reply.objects.count() == 0
    assert "Geen resultaten" in client.get("/zoeken?q=kanarie").content.decode()


def test_nothing_is_left_that_names_who_went(lisa):
    number = lisa.pk
    privacy.erase(lisa, keep_posts=True)
    left = [
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model is User and model.objects.filter(**{field.name: number}).exists()
    ]
    assert left == []


def test_the_page_asks_what_to_do_with_the_posts_and_whether_it_is_meant(client, lisa):
    sign_in(lisa, client)
    confirm(client)
    answer = client.post("/account/opheffen/", {})
    assert answer.status_code == 400
    assert User.objects.filter(username="lisa").exists()
    answer = client.post("/account/opheffen/", {"posts": "remove", "certain": "on"})
    assert answer.headers["Location"] == "/"
    assert not User.objects.filter(username="lisa").exists()
    assert client.get("/account/").status_code == 302


def test_who_was_not_asked_a_password_for_long_is_asked_again(client, lisa):
    client.force_login(lisa)
    for place in ("gegevens", "gegevens/meenemen", "opheffen"):
        answer = client.get(f"/account/{place}/")
        assert answer.headers["Location"].startswith("/account/bevestigen/?next=")


def test_the_last_who_administers_the_site_stays(db):
    anna = member("anna", is_staff=True, is_superuser=True)
    client = sign_in_with(anna, with_app(anna))
    confirm(client)
    answer = client.post("/account/opheffen/", {"posts": "keep", "certain": "on"})
    assert answer.status_code == 400
    assert User.objects.filter(username="anna").exists()
