"""A plan as PDF: tagged, made beside the visit, of what its reader may see, and gone in time."""

import os
import subprocess
from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from plans import domain, privacy
from plans.exporting import contents, printing
from plans.queries import readable
from programmes.reporting import pdf
from tests import services
from tests.plans.pages import read
from tests.practices.conftest import close
from tests.programmes.test_report_pdf import tags, text_of
from tests.reading import words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_pango")]


@pytest.fixture
def _pango():
    services.pango()


@pytest.fixture(autouse=True)
def _no_files():
    yield
    for name in files():
        storages["plans"].delete(name)


@pytest.fixture
def whole(plan, put, practice, figure):
    put(practice, "Vraag het na — bij de GGD.")
    put(figure)
    domain.share(plan, "Team Overvecht")
    return plan


def files():
    return storages["plans"].listdir("")[1] if storages["plans"].exists("") else []


def pdf_of(client, address):
    answer = client.get(f"{address}plan.pdf")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return answer.content


def document_of(plan, rf, user):
    """Return the document that is printed for somebody."""
    request = rf.get("/")
    request.user = user
    return printing.html_of(contents.of(plan, readable(plan, request)))


def test_it_is_tagged_dutch_and_says_what_the_plan_says(member, whole, figure):
    document = PdfReader(BytesIO(pdf_of(member, whole.get_absolute_url())))
    root = document.trailer["/Root"]
    assert (root["/Lang"], document.metadata.title) == ("nl", "Overvecht vooruit")
    assert document.metadata.author == "Team Overvecht"
    found = list(tags(root["/StructTreeRoot"]["/K"]))
    assert [name for name, _words in found if name in ("/H1", "/H2", "/H3")] == [
        *("/H1", "/H2", "/H3", "/H2", "/H3")
    ]
    assert [told for name, told in found if name == "/Figure"] == [
        f"Verzuim, {figure.area.full_name}"
    ]
    assert [name for name, _words in found if name == "/Table"] == ["/Table"]
    text = text_of(document)
    assert "Vraag het na — bij de GGD." in text
    assert "van 20% (2007) naar 12% (2013)" in text


def test_verapdf_finds_it_to_be_pdf_ua(member, whole, tmp_path):
    command = services.verapdf()
    path = tmp_path / "plan.pdf"
    path.write_bytes(pdf_of(member, whole.get_absolute_url()))
    told = subprocess.run([*command, path], capture_output=True, text=True)
    assert told.stdout.startswith("PASS"), told.stdout + told.stderr


def test_who_may_see_less_gets_another_file(member, whole, practice):
    mine = PdfReader(BytesIO(pdf_of(member, whole.get_absolute_url())))
    close(practice)
    theirs = PdfReader(BytesIO(pdf_of(Client(), whole.shared_url)))
    assert "Samen fietsen" in text_of(mine)
    assert "Samen fietsen" not in text_of(theirs)
    assert "1. Verzuim" in text_of(theirs)
    assert len(files()) == 2


def test_it_is_made_once_and_told_to_nobody(whole):
    first = pdf_of(Client(), whole.shared_url)
    (name,) = files()
    answer = Client().get(f"{whole.shared_url}plan.pdf")
    assert answer.content == first
    assert files() == [name]
    assert (answer["Referrer-Policy"], answer["X-Robots-Tag"]) == (
        *("no-referrer", "noindex, nofollow"),
    )
    assert "no-store" in answer["Cache-Control"]


def test_a_file_goes_with_its_plan(member, bas, whole):
    pdf_of(member, whole.get_absolute_url())
    other = domain.make_plan(bas, "Ander plan")
    pdf_of(member, other.get_absolute_url())
    domain.throw_away(whole)
    assert [name[:16] for name in files()] == [other.key]
    privacy.erase(bas)
    assert files() == []


def test_a_file_lasts_an_hour(member, bas, whole):
    pdf_of(member, whole.get_absolute_url())
    (old,) = files()
    before = (timezone.now() - timedelta(minutes=61)).timestamp()
    os.utime(storages["plans"].path(old), (before, before))
    pdf_of(member, domain.make_plan(bas, "Ander plan").get_absolute_url())
    assert old not in files()
    assert len(files()) == 1


def test_who_comes_when_others_wait_is_told_to_wait(member, whole):
    for name in ("a", "b"):
        storages["plans"].save(f"{name}.busy", ContentFile(b""))
    answer = member.get(f"{whole.get_absolute_url()}plan.pdf")
    assert (answer.status_code, answer["Refresh"]) == (202, "3")
    assert words(read(answer, 202).h1) == "De PDF wordt gemaakt"
    assert sorted(files()) == ["a.busy", "b.busy"]


def test_a_printer_that_fails_gives_a_clear_page(member, whole, settings):
    settings.BASE_DIR = settings.DATA_DIR
    answer = member.get(f"{whole.get_absolute_url()}plan.pdf")
    assert words(read(answer, 503).h1) == "De PDF is er nu niet"
    assert [name.rpartition(".")[2] for name in files()] == ["failed"]


def test_the_command_makes_what_waits(plan, rf, bas):
    html = document_of(plan, rf, bas)
    name = printing._name(plan, html)
    storages["plans"].save(f"{name}.html", ContentFile(html.encode()))
    output = StringIO()
    call_command("plan_pdf", name, stdout=output)
    assert output.getvalue() == f"{name}.pdf is ready.\n"
    assert printing.kept(plan, html)[:5] == b"%PDF-"
    with pytest.raises(CommandError, match=f"No document {name} waits to be made."):
        call_command("plan_pdf", name)


@pytest.fixture
def without_pango(monkeypatch):
    """Let nothing be found that PDFs are made with."""
    monkeypatch.setattr(pdf, "PANGO", (("libnergens.so",),))
    pdf.is_available.cache_clear()
    yield
    pdf.is_available.cache_clear()


def test_without_pango_the_page_says_so_and_offers_no_pdf(member, whole, without_pango):
    page = read(member.get(whole.get_absolute_url()))
    assert [link["href"].rpartition("/")[2] for link in page.select(".wk-downloads a")] == [
        *("plan.docx", "plan.odt", "plan.csv")
    ]
    assert words(page.select_one(".wk-downloads + .wk-meta")) == (
        "Een PDF kan deze site nu niet maken. Druk de pagina af met uw browser, of neem een van "
        "de andere bestanden."
    )
    assert member.get(f"{whole.get_absolute_url()}plan.pdf").status_code == 404
