"""What coordinators make, change and withdraw on the site, and who may."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model

from community.domain.rooms import collection_of
from community.models import EventPage, LearningMaterialPage
from content.queries import public
from tests.community.making import document
from tests.factories import CommunityFactory, LearningMaterialFactory
from tests.reading import browser_of, unmarked, words
from tests.robustness.forms import sent_by_a_browser

pytestmark = pytest.mark.django_db

BASE = "/community/cop-18/beheer"
MANAGERS = {"coordinator", "moderator", "admin"}
EVENT = {
    "title": "Werkbezoek Zuilen",
    "summary": "Wij kijken hoe het daar gaat.",
    "starts_on": "2099-05-04",
    "starts_at": "09:30",
    "place": "Buurthuis",
    "audience_choice": "closed",
    "registering": "members",
    "seats": "12",
    "text": "### Ochtend\n\n- koffie\n- **rondgang**",
}
MATERIAL = {
    "title": "Draaiboek",
    "summary": "Hoe u een werkbezoek maakt.",
    "kind": "guide",
    "audience_choice": "open",
    "text": "",
}


@pytest.fixture(autouse=True)
def _files_on_disk(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    }


@pytest.fixture
def coordinator(client, people, room):
    """Return the browser of the coordinator of a community with a room."""
    client.force_login(people["coordinator"])
    return client


def upload(name="plan.pdf", content=b"%PDF-1.7 plan"):
    return SimpleUploadedFile(name, content)


def form_at(client, path):
    """Return what a browser sends when nothing is changed in a form."""
    page = BeautifulSoup(client.get(path).content, "html.parser")
    return sent_by_a_browser(page.select_one("form.wk-form"))


def fill(client, path, **changes):
    return client.post(path, form_at(client, path) | changes)


def errors(answer):
    """Return the messages by the field that they are told of."""
    form = BeautifulSoup(answer.content, "html.parser").select_one("form.wk-form")
    return {
        problem["id"].removeprefix("id_").removesuffix("_error"): words(problem)
        for problem in form.select(".utrecht-form-field-error-message")
    }


def make(client, **changes):
    """Make a meeting and return its page."""
    made = fill(client, f"{BASE}/bijeenkomst/nieuw/", **EVENT | changes)
    assert made.status_code == 302, errors(made)
    return EventPage.objects.latest("pk")


def where(page):
    return f"{BASE}/bijeenkomst/{page.translation_key}/"


def test_who_may_open_the_forms(people, room, meeting):
    event, material = meeting(), LearningMaterialFactory(parent=room, community=room_of(room))
    tails = ["agenda/", "bijeenkomst/nieuw/", "materiaal/nieuw/"]
    key = f"bijeenkomst/{event.translation_key}"
    tails += [f"{key}/", f"{key}/verslag/", f"{key}/afgelasten/", f"{key}/intrekken/"]
    tails += [f"materiaal/{material.translation_key}/{end}" for end in ("", "intrekken/")]
    for name, person in people.items():
        found = {tail: browser_of(person).get(f"{BASE}/{tail}").status_code for tail in tails}
        expected = 200 if name in MANAGERS else 404
        assert (name, found) == (name, dict.fromkeys(tails, expected))


def room_of(room):
    return room.get_parent().specific


def test_who_may_send_them(people, room, meeting):
    event = meeting()
    for name, person in people.items():
        before = EventPage.objects.count()
        path = f"{BASE}/bijeenkomst/nieuw/"
        client = browser_of(person)
        typed = EVENT | {"key": f"00000000-0000-4000-8000-{before:012}", "number": "0"}
        assert (name, client.post(path, typed).status_code) == (
            name,
            302 if name in MANAGERS else 404,
        )
        assert EventPage.objects.count() - before == (name in MANAGERS)
        if name not in MANAGERS:
            for tail in ("", "verslag/", "afgelasten/", "intrekken/"):
                assert client.post(f"{where(event)}{tail}", EVENT).status_code == 404
    event.refresh_from_db()
    assert (event.live, event.cancelled, event.title) == (True, False, "Werkbezoek")


def test_a_meeting_of_another_community_is_not_managed_here(coordinator, site, meeting):
    other = CommunityFactory(parent=site.communities, title="CoP 90")
    event = meeting(community=other)
    assert coordinator.get(where(event)).status_code == 404
    assert coordinator.post(f"{where(event)}intrekken/").status_code == 404


def test_a_meeting_for_members_stands_in_their_room(coordinator, people, room, community):
    page = make(coordinator, uploads=upload())
    assert page.get_parent().specific == room
    assert (page.live, page.owner, page.community) == (True, people["coordinator"], community)
    assert page.latest_revision.user == people["coordinator"]
    assert page.body[0].value.source == (
        "<h3>Ochtend</h3><ul>\n<li>koffie</li><li><b>rondgang</b></li></ul>"
    )
    (block,) = page.files
    assert block.value.title == "plan"
    assert block.value.collection == collection_of(community)
    assert browser_of(None).get(page.url).status_code != 200
    assert browser_of(people["outsider"]).get(block.value.url).status_code != 200
    assert browser_of(people["member"]).get(block.value.url).status_code == 200


def test_a_meeting_for_everybody_stands_in_the_agenda(coordinator, site, people):
    page = make(coordinator, audience_choice="open", registering="everybody", uploads=upload())
    assert page.get_parent().specific == site.events
    assert page in public(EventPage.objects.all())
    assert browser_of(None).get(page.files[0].value.url).status_code == 200


def test_the_same_form_sent_twice_makes_one_page(coordinator):
    path = f"{BASE}/bijeenkomst/nieuw/"
    form = form_at(coordinator, path) | EVENT
    first, second = coordinator.post(path, form), coordinator.post(path, form)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    assert EventPage.objects.count() == 1


def test_the_key_of_a_page_elsewhere_gives_nothing_away(coordinator, site, meeting):
    other = CommunityFactory(parent=site.communities, title="CoP 90")
    hidden = meeting("Geheim", community=other, live=False)
    path = f"{BASE}/bijeenkomst/nieuw/"
    answer = fill(coordinator, path, **EVENT | {"key": str(hidden.translation_key)})
    assert answer.status_code == 400
    assert "Geheim" not in answer.content.decode()


def test_two_meetings_with_one_title_have_two_addresses(coordinator):
    first, second = make(coordinator), make(coordinator)
    assert (first.slug, second.slug) == ("werkbezoek-zuilen", "werkbezoek-zuilen-2")


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"title": ""}, {"title": "Dit is een verplicht veld."}),
        ({"starts_on": "2099-13-01"}, {"starts_on": "Voer een geldige datum in."}),
        ({"ends_on": "2099-05-03"}, {"ends_on": "De laatste dag ligt voor de eerste."}),
        ({"seats": "0"}, {"seats": "Vul minstens één plaats in, of laat dit leeg."}),
        (
            {"registration_url": "https://a.nl"},
            {"registration_url": "Kies één manier van aanmelden: hier, of op een andere website."},
        ),
        (
            {"uploads": SimpleUploadedFile("plan.exe", b"MZ")},
            {
                "uploads": "‘plan.exe’ kan er niet bij. Wel: pdf, docx, odt, pptx, odp, xlsx, "
                "ods, csv. Kies de bestanden opnieuw."
            },
        ),
        (
            {"uploads": SimpleUploadedFile("plan.pdf", b"<script>")},
            {
                "uploads": "‘plan.pdf’ is geen bestand van de soort waarnaar het heet. "
                "Kies de bestanden opnieuw."
            },
        ),
        (
            {"uploads": SimpleUploadedFile("plan.csv", b"a;b\n" * (5 * 1024 * 1024 + 1))},
            {"uploads": "‘plan.csv’ is te groot: hoogstens 20 MB. Kies de bestanden opnieuw."},
        ),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_nothing_is_lost(coordinator, changes, wrong):
    answer = fill(coordinator, f"{BASE}/bijeenkomst/nieuw/", **EVENT | changes)
    assert (answer.status_code, errors(answer)) == (400, wrong)
    kept = sent_by_a_browser(
        BeautifulSoup(answer.content, "html.parser").select_one("form.wk-form")
    )
    typed = {name: value for name, value in (EVENT | changes).items() if name != "uploads"}
    assert {name: kept[name] for name in typed} == typed
    assert (EventPage.objects.count(), get_document_model().objects.count()) == (0, 0)


def test_mass_assignment_reaches_no_other_field(coordinator, community, anna):
    page = make(coordinator, owner=str(anna.pk), slug="kaping", community="1", live="", pk="1")
    assert (page.slug, page.community, page.live) == ("werkbezoek-zuilen", community, True)
    assert page.owner != anna


def test_a_meeting_is_changed_where_it_stands(coordinator, people):
    page = make(coordinator)
    answer = fill(coordinator, where(page), place="Stadhuis", text="Anders.")
    assert answer.status_code == 302
    page = EventPage.objects.get(pk=page.pk)
    assert (page.place, page.body[0].value.source) == ("Stadhuis", "<p>Anders.</p>")
    assert page.revisions.count() == 2


def test_who_changes_what_somebody_else_changed_is_told_so(coordinator):
    page = make(coordinator)
    form = form_at(coordinator, where(page))
    assert fill(coordinator, where(page), place="Stadhuis").status_code == 302
    late = coordinator.post(where(page), form | {"place": "Kerk"})
    assert late.status_code == 400
    assert "Iemand anders heeft deze pagina intussen gewijzigd" in late.content.decode()
    assert 'value="Kerk"' in late.content.decode()
    assert EventPage.objects.get(pk=page.pk).place == "Stadhuis"


def test_the_draft_of_an_editor_is_neither_published_nor_lost(coordinator, eva):
    page = make(coordinator)
    draft = EventPage.objects.get(pk=page.pk)
    draft.title = "Concepttitel"
    revision = draft.save_revision(user=eva)
    answer = fill(coordinator, where(page), place="Stadhuis")
    assert answer.status_code == 400
    page = EventPage.objects.get(pk=page.pk)
    assert (page.title, page.place) == ("Werkbezoek Zuilen", "Buurthuis")
    assert page.latest_revision == revision


def test_text_of_the_admin_stays_as_it_is(coordinator):
    page = make(coordinator)
    page = EventPage.objects.get(pk=page.pk)
    page.body = [("heading", "Kop"), ("text", "<p>Tekst.</p>")]
    page.save_revision().publish()
    assert "text" not in form_at(coordinator, where(page))
    assert fill(coordinator, where(page), place="Stadhuis").status_code == 302
    page = EventPage.objects.get(pk=page.pk)
    assert [block.block_type for block in page.body] == ["heading", "text"]


def test_what_closes_moves_with_its_files_and_leaves_no_trace(
    coordinator, people, room, community, site
):
    page = make(coordinator, audience_choice="open", registering="everybody", uploads=upload())
    before, file = page.url, page.files[0].value
    assert fill(coordinator, where(page), audience_choice="closed").status_code == 302
    page = EventPage.objects.get(pk=page.pk)
    file.refresh_from_db()
    assert page.get_parent().specific == room
    assert file.collection == collection_of(community)
    assert Redirect.objects.filter(redirect_page=page).count() == 0
    gone, nothing = browser_of(None).get(before), browser_of(None).get("/agenda/bestaat-niet/")
    assert (gone.status_code, unmarked(gone)) == (404, unmarked(nothing))
    assert browser_of(None).get(file.url).status_code != 200
    assert browser_of(people["member"]).get(page.url).status_code == 200


def test_what_opens_moves_with_its_files_and_leads_on_from_where_it_was(coordinator, people, site):
    page = make(coordinator, uploads=upload())
    before, file = page.url, page.files[0].value
    assert fill(coordinator, where(page), audience_choice="open").status_code == 302
    page = EventPage.objects.get(pk=page.pk)
    assert page.get_parent().specific == site.events
    assert browser_of(None).get(file.url).status_code == 200
    led = browser_of(None).get(before)
    assert (led.status_code, led["Location"]) == (301, page.url)


def test_a_file_in_the_text_of_what_closes_goes_along(coordinator, community):
    linked = document("Stuk")
    page = make(coordinator, audience_choice="open", registering="everybody")
    page.body = [("document", linked)]
    page.save_revision().publish()
    assert fill(coordinator, where(page), audience_choice="closed").status_code == 302
    linked.refresh_from_db()
    assert linked.collection == collection_of(community)


def test_a_file_that_another_page_shows_stays_there_and_is_copied_here(
    coordinator, room, community
):
    shared = document("Notulen")
    shared.collection = collection_of(community)
    shared.save()
    other = LearningMaterialFactory(parent=room, community=community, files=[("document", shared)])
    page = make(coordinator)
    page.files = [("document", shared)]
    page.save_revision().publish()
    assert fill(coordinator, where(page), audience_choice="open").status_code == 302
    page, shared = EventPage.objects.get(pk=page.pk), type(shared).objects.get(pk=shared.pk)
    assert shared.collection == collection_of(community)
    copy = page.files[0].value
    assert (copy.title, copy.file.read()) == ("Notulen", b"tekst")
    assert copy.pk != shared.pk
    assert LearningMaterialPage.objects.get(pk=other.pk).files[0].value == shared


def test_an_address_that_is_taken_where_it_moves_gets_a_number(coordinator, meeting):
    taken = meeting("Werkbezoek Zuilen")
    page = make(coordinator)
    assert fill(coordinator, where(page), audience_choice="open").status_code == 302
    page = EventPage.objects.get(pk=page.pk)
    assert (taken.slug, page.slug) == ("werkbezoek-zuilen", "werkbezoek-zuilen-2")
    assert browser_of(None).get(page.url).status_code == 200


def test_a_file_that_is_taken_away_is_at_no_address_any_more(coordinator, people):
    page = make(coordinator, uploads=upload())
    file = page.files[0].value
    assert fill(coordinator, where(page), without=[str(file.pk)]).status_code == 302
    assert list(EventPage.objects.get(pk=page.pk).files) == []
    assert browser_of(people["coordinator"]).get(file.url).status_code == 404


def test_a_file_of_another_page_cannot_be_taken_away(coordinator):
    other = document("Van een ander")
    page = make(coordinator, uploads=upload())
    answer = fill(coordinator, where(page), without=[str(other.pk)])
    assert answer.status_code == 400
    assert get_document_model().objects.filter(pk=other.pk).exists()


def test_a_report_is_told_afterwards_with_its_minutes(coordinator):
    page = make(coordinator, starts_on="2013-12-13")
    answer = fill(
        coordinator,
        f"{where(page)}verslag/",
        report="Het was *druk*.",
        uploads=upload("notulen.pdf"),
    )
    assert answer.status_code == 302
    page = EventPage.objects.get(pk=page.pk)
    assert page.report[0].value.source == "<p>Het was <i>druk</i>.</p>"
    assert [block.value.title for block in page.files] == ["notulen"]
    assert "Het was <i>druk</i>." in coordinator.get(page.url).content.decode()


def test_a_meeting_is_called_off_and_taken_off_the_site_and_put_back(coordinator):
    page = make(coordinator)
    assert coordinator.post(f"{where(page)}afgelasten/").status_code == 302
    assert EventPage.objects.get(pk=page.pk).cancelled
    assert coordinator.post(f"{where(page)}intrekken/").status_code == 302
    assert not EventPage.objects.get(pk=page.pk).live
    assert coordinator.get(page.url).status_code == 404
    assert coordinator.post(f"{where(page)}intrekken/").status_code == 404
    assert fill(coordinator, where(page)).status_code == 302
    assert EventPage.objects.get(pk=page.pk).live


def test_material_is_shared_changed_and_withdrawn(coordinator, site, room):
    path = f"{BASE}/materiaal/nieuw/"
    assert (
        fill(coordinator, path, **MATERIAL, uploads=[upload(), upload("b.csv", b"a;b")]).status_code
        == 302
    )
    page = LearningMaterialPage.objects.get()
    assert page.get_parent().specific == site.learning
    assert [block.value.title for block in page.files] == ["plan", "b"]
    own = f"{BASE}/materiaal/{page.translation_key}/"
    assert fill(coordinator, own, audience_choice="closed").status_code == 302
    page = LearningMaterialPage.objects.get()
    assert page.get_parent().specific == room
    assert coordinator.post(f"{own}intrekken/").status_code == 302
    assert not LearningMaterialPage.objects.get().live


def test_without_a_room_there_is_nothing_only_for_members(client, people):
    client.force_login(people["coordinator"])
    answer = fill(client, f"{BASE}/bijeenkomst/nieuw/", **EVENT)
    assert list(errors(answer)) == ["audience_choice"]


@pytest.mark.parametrize("number", [1, 3])
def test_the_overview_takes_the_same_queries_for_one_and_for_three(
    coordinator, room, community, meeting, number, django_assert_num_queries
):
    for step in range(number):
        meeting(f"Dag {step}", parent=room)
        LearningMaterialFactory(parent=room, community=community)
    coordinator.get(f"{BASE}/agenda/")
    with django_assert_num_queries(11):
        coordinator.get(f"{BASE}/agenda/")
