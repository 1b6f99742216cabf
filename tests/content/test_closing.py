"""What is closed answers as what does not exist, however it is asked for."""

import pytest
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from tests.factories import EventFactory, StandardPageFactory

pytestmark = pytest.mark.django_db

UNKNOWN = "/agenda/bestaat-niet/"


def closed(kind, restriction, **where):
    """Close something to strangers, or to all but the residents."""
    made = restriction.objects.create(restriction_type=kind, **where)
    if kind == restriction.GROUPS:
        made.groups.add(Group.objects.get_or_create(name="Bewoners")[0])
    return made


@pytest.fixture(params=["login", "groups"])
def meeting(site, request):
    meeting = EventFactory(parent=site.events, title="Besloten")
    closed(request.param, PageViewRestriction, page=meeting)
    return meeting


def body(answer, address):
    """Return an answer without the address that it was asked for."""
    return answer.content.decode().replace(address.replace("/", "%2F"), "")


@pytest.mark.parametrize("method", ["get", "head", "post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("below", ["", "agenda.ics", "verder/"])
def test_a_page_tells_nothing_of_itself(client, meeting, method, below):
    ask = getattr(client, method)
    here, there = ask(f"{meeting.url}{below}"), ask(f"{UNKNOWN}{below}")
    assert (here.status_code, body(here, f"{meeting.url}{below}")) == (
        404,
        body(there, f"{UNKNOWN}{below}"),
    )
    assert dict(here.headers) | {"Content-Length": ""} == dict(there.headers) | {
        "Content-Length": ""
    }


def test_who_may_see_it_sees_it_and_nobody_keeps_it(client, bas, meeting):
    bas.groups.add(Group.objects.get_or_create(name="Bewoners")[0])
    client.force_login(bas)
    answer = client.get(meeting.url)
    assert (answer.status_code, "no-store" in answer["Cache-Control"]) == (200, True)


def test_who_is_signed_in_is_not_asked_to_sign_in(client, bas, site):
    client.force_login(bas)
    assert "Meld u aan" not in client.get(UNKNOWN).content.decode()


def test_a_stranger_is_asked_to_sign_in_and_comes_back(client, site, meeting):
    page = client.get(f"{meeting.url}?a=1&b=2").content.decode()
    assert "Is dit een pagina voor leden?" in page
    assert f"next={meeting.url.replace('/', '%2F')}%3Fa%3D1%26b%3D2" in page


@pytest.mark.parametrize("kind", ["login", "groups"])
def test_a_file_tells_nothing_of_itself(client, site, kind):
    collection = Collection.get_first_root_node().add_child(name="Besloten")
    closed(kind, CollectionViewRestriction, collection=collection)
    document = get_document_model().objects.create(
        title="Geheim", file=ContentFile(b"Geheim", name="plan.pdf"), collection=collection
    )
    here, there = client.get(document.url), client.get("/documenten/999/plan.pdf")
    assert (here.status_code, body(here, document.url)) == (
        404,
        body(there, "/documenten/999/plan.pdf"),
    )


def test_a_password_is_asked_for_as_before(client, site):
    page = StandardPageFactory(parent=site.home, title="Achter slot")
    made = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="sleutel"
    )
    assert "Hiervoor is een wachtwoord nodig" in client.get(page.url).content.decode()
    own = f"/_util/authenticate_with_password/{made.pk}/"
    assert client.get(f"{own}{page.pk}/").status_code == 200
    # The form says nothing of other pages, not even that there are any.
    assert client.get(f"{own}{site.events.pk}/").status_code == 404


def test_no_password_is_asked_for_what_has_none(client, meeting):
    restriction = PageViewRestriction.objects.get(page=meeting)
    address = f"/_util/authenticate_with_password/{restriction.pk}/{meeting.pk}/"
    assert client.get(address).status_code == 404
    collection = Collection.get_first_root_node().add_child(name="Besloten")
    made = closed("login", CollectionViewRestriction, collection=collection)
    address = f"/documenten/authenticate_with_password/{made.pk}/"
    assert client.get(address).status_code == 404
