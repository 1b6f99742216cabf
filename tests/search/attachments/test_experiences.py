"""What stands in the files of experiences leads to these, for whoever may read them."""

import importlib

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from community.domain import attaching, posts
from community.models import Audience, Experience, ExperienceFile, State
from search.attachments import reading
from search.models import AttachmentText
from tests.factories import CommunityFactory, ExperienceFactory, MemberFactory, UserFactory
from tests.reading import browser_of
from tests.search.attachments import making

pytestmark = pytest.mark.django_db

STORY = {"title": "Wij fietsten", "body": "Het ging goed.", "outcome": "worked"}


@pytest.fixture
def community(site):
    return CommunityFactory(parent=site.communities, title="CoP 18")


@pytest.fixture
def lisa(community):
    """Return Lisa, a member of CoP 18."""
    return MemberFactory(community=community, user=UserFactory(username="lisa")).user


@pytest.fixture
def tell(community, lisa):
    """Return a function with which Lisa places an experience with a file."""

    def told(audience, content=None, title="Wij fietsten"):
        draft = posts.start_experience(lisa, community)
        content = content or making.word_file("Neem een kanarie mee.")
        attaching.add_file(draft, SimpleUploadedFile("verslag.docx", content))
        return posts.share_experience(draft, audience=audience, ties={}, **STORY | {"title": title})

    return told


def test_a_file_with_an_experience_for_everybody_leads_to_it(index, tell):
    file = tell(Audience.EVERYBODY).files.get()
    answer = index.ask("kanarie")
    assert answer.titles == ["Wij fietsten"]
    (line,) = answer.page.select(".wk-hit__file")
    assert line.get_text() == "In bijlage ‘verslag.docx’: Neem een kanarie mee."
    assert line.a["href"] == file.get_absolute_url()


def test_a_file_among_members_is_found_by_members_alone(index, tell, lisa, site, bas):
    tell(Audience.MEMBERS)
    neighbour = MemberFactory(community=CommunityFactory(parent=site.communities)).user
    assert index.ask("kanarie", browser_of(lisa)).titles == ["Wij fietsten"]
    for client in (None, browser_of(bas), browser_of(neighbour)):
        answer = index.ask("kanarie", client)
        assert (answer.titles, answer.facet("Soort")) == ([], [])
        suggested = (client or Client()).get("/zoeken/suggesties", {"q": "kana"})
        assert "anarie" not in suggested.content.decode()


def test_what_becomes_for_members_is_found_by_others_no_more(index, tell):
    told = tell(Audience.EVERYBODY)
    assert index.ask("kanarie").titles == ["Wij fietsten"]
    told.audience = Audience.MEMBERS
    told.save()
    # Also while the index is behind.
    assert "Wij fietsten" not in Client().get("/zoeken?q=kanarie").content.decode()
    assert index.ask("kanarie").titles == []


def test_a_file_that_is_not_placed_yet_or_was_taken_away_is_not_found(index, tell, lisa):
    told = tell(Audience.EVERYBODY)
    new = SimpleUploadedFile("nieuw.docx", making.word_file("Neem een merel mee."))
    attaching.add_file(told, new)
    told.save()
    assert index.ask("merel", browser_of(lisa)).titles == []
    assert index.ask("kanarie").titles == ["Wij fietsten"]
    attaching.remove(told.files.get(name="verslag.docx"))
    assert "Wij fietsten" not in Client().get("/zoeken?q=kanarie").content.decode()
    assert index.ask("kanarie").titles == []
    assert AttachmentText.objects.count() == 0


def test_a_hidden_experience_is_not_found_by_its_file(index, tell, lisa):
    told = tell(Audience.EVERYBODY)
    assert index.ask("kanarie").titles == ["Wij fietsten"]
    told.state = State.HIDDEN
    told.save()
    for client in (Client(), browser_of(lisa)):
        assert "Wij fietsten" not in client.get("/zoeken?q=kanarie").content.decode()
        assert index.ask("kanarie", client).titles == []


def test_the_same_file_is_read_once(index, tell, site, monkeypatch):
    names, text_of = [], reading.text_of

    def noted(file):
        names.append(str(file))
        return text_of(file)

    monkeypatch.setattr(reading, "text_of", noted)
    content = making.word_file("Neem een kanarie mee.")
    tell(Audience.EVERYBODY, content)
    tell(Audience.EVERYBODY, content, title="Nog eens")
    index.update()
    Experience.objects.get(title="Nog eens").save()
    assert sorted(index.ask("kanarie").titles) == ["Nog eens", "Wij fietsten"]
    assert names == ["verslag.docx"]


def test_a_file_that_cannot_be_read_leaves_the_experience(index, tell):
    tell(Audience.EVERYBODY, making.packed(niets="niets"))
    assert index.ask("fietsten").titles == ["Wij fietsten"]
    assert AttachmentText.objects.get().error == "other-kind"


def test_files_of_before_get_their_hash(tell, community):
    file = tell(Audience.EVERYBODY).files.get()
    gone = ExperienceFile.objects.create(
        experience=ExperienceFactory(community=community), file="weg.pdf", name="weg.pdf", size=1
    )
    ExperienceFile.objects.update(file_hash="")
    migration = importlib.import_module("community.migrations.0009_hashes_of_files")
    migration.hash_what_is_there(apps, None)
    hashes = dict(ExperienceFile.objects.values_list("key", "file_hash"))
    assert hashes == {file.key: file.file_hash, gone.key: ""}
