"""An edition as PDF: tagged, whole, kept, and made of nothing but our own files."""

import subprocess
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO, StringIO
from threading import Thread

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.core.management import CommandError, call_command
from pypdf import PdfReader
from wagtail.images.tests.utils import get_test_image_file

from content.models import SiteImage
from programmes.reporting import pdf
from tests import services
from tests.factories import PracticeFactory
from tests.programmes.reports import a_group, a_report

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_pango")]


@pytest.fixture
def _pango():
    services.pango()


@pytest.fixture
def report(site):
    group, average, indicator = a_group()
    return a_report(site, indicator=indicator, area=group, comparator=average)


def content_of(answer):
    return b"".join(answer.streaming_content)


def read(client, report):
    """Return the PDF of the last edition of a report, read."""
    answer = client.get(report.editions.first().pdf_url)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    return PdfReader(BytesIO(content_of(answer)))


def text_of(document):
    words = " ".join(page.extract_text() for page in document.pages).split()
    return " ".join(words).replace("\N{NO-BREAK SPACE}", " ")


def tags(element):
    """Yield every tag of a document with the words that stand for it, in order of reading."""
    element = element.get_object()
    if isinstance(element, list):
        for inner in element:
            yield from tags(inner)
    elif isinstance(element, dict):
        if "/S" in element:
            yield element["/S"], element.get("/Alt")
        if "/K" in element:
            yield from tags(element["/K"])


def test_it_says_in_dutch_what_the_report_says(client, report):
    document = read(client, report)
    root = document.trailer["/Root"]
    assert (root["/Lang"], document.metadata.title) == ("nl", "Stand van zaken")
    text = text_of(document)
    assert "1 Werk" in text
    assert "van 10% (begin 2007) naar 7% (begin 2013)" in text
    assert "Transvaal (Den Haag)" in text


def test_it_is_tagged_and_its_drawings_have_words(client, report):
    found = list(tags(read(client, report).trailer["/Root"]["/StructTreeRoot"]["/K"]))
    assert [name for name, _words in found if name in ("/H1", "/H2", "/H3")] == [
        *("/H1", "/H2", "/H2", "/H3")
    ]
    assert [words for name, words in found if name == "/Figure"] == [
        "Niet-werkend, 3 wijken",
        "3 wijken, begin 2007 – begin 2013",
    ]
    assert [name for name, _words in found if name == "/Table"] == ["/Table"] * 2


def test_verapdf_finds_it_to_be_pdf_ua(client, report, site, tmp_path):
    command = services.verapdf()
    for description in ("Een straat met bomen", ""):
        picture = SiteImage(title="Straat", file=get_test_image_file(), description=description)
        picture.save()
        report.body.append(("image", picture))
    report.body.append(("quote", {"text": "Het werd beter — echt.", "speaker": "Een bewoner"}))
    practice = PracticeFactory(parent=site.practices, title="Samen fietsen")
    report.body.append(("practices", {"title": "Wat werkt", "practices": [practice]}))
    report.save_revision().publish()
    answer = client.get(report.editions.first().pdf_url)
    path = tmp_path / "rapport.pdf"
    path.write_bytes(content_of(answer))
    told = subprocess.run([*command, path], capture_output=True, text=True)
    assert told.stdout.startswith("PASS"), told.stdout + told.stderr


def test_it_is_made_once_and_kept(client, report):
    before = kept()
    first = content_of(client.get(report.editions.get().pdf_url))
    (name,) = kept() - before
    assert content_of(client.get(report.editions.get().pdf_url)) == first
    assert kept() - before == {name}


def kept():
    storage = storages["editions"]
    found = storage.listdir("")[1] if storage.exists("") else []
    return {name for name in found if name.endswith(".pdf")}


def test_it_holds_the_figures_of_its_edition_and_no_later_ones(client, report):
    edition = report.editions.get()
    report.title = "Een andere titel"
    report.save_revision().publish()
    old = PdfReader(BytesIO(content_of(client.get(edition.pdf_url))))
    assert old.metadata.title == "Stand van zaken"


def test_a_report_that_is_not_public_has_no_pdf(client, report):
    address = report.editions.get().pdf_url
    report.unpublish()
    assert client.get(address).status_code == 404


@pytest.fixture
def asked():
    """Yield the address of a server, and what it was asked for."""
    found = []

    class Listens(BaseHTTPRequestHandler):
        def do_GET(self):
            found.append(self.path)
            self.send_error(404)

        def log_message(self, *_args):
            """Keep quiet."""

    with HTTPServer(("127.0.0.1", 0), Listens) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", found
        server.shutdown()


def test_nothing_is_asked_of_another_server(asked):
    address, found = asked
    html = (
        f'<html lang="nl"><title>Spion</title><link rel="stylesheet" href="{address}/a.css">'
        f'<p>Zie <img alt="spion" src="{address}/b.png"></p></html>'
    )
    assert "Zie" in text_of(PdfReader(BytesIO(pdf.printed(html))))
    assert found == []


def test_a_printer_that_fails_gives_a_clear_page(client, report, settings):
    settings.BASE_DIR = settings.DATA_DIR
    answer = client.get(report.editions.get().pdf_url)
    assert answer.status_code == 503
    assert "De PDF is er nu niet" in answer.content.decode()


def test_what_failed_just_now_is_not_tried_again_at_once(client, report, settings):
    home, settings.BASE_DIR = settings.BASE_DIR, settings.DATA_DIR
    address = report.editions.get().pdf_url
    client.get(address)
    settings.BASE_DIR = home
    assert client.get(address).status_code == 503
    call_command("report_pdf", report.editions.get().hash, stdout=StringIO())
    assert client.get(address).status_code == 200


def test_while_another_process_makes_it_a_visitor_is_told_so(client, report, settings):
    edition = report.editions.get()
    storages["editions"].save(f"{edition.hash}.busy", ContentFile(b""))
    answer = client.get(edition.pdf_url)
    assert (answer.status_code, answer["Refresh"], answer["Retry-After"]) == (202, "3", "3")
    assert "De PDF wordt gemaakt" in answer.content.decode()


def test_the_command_says_what_it_made_and_what_it_does_not_know(report):
    output = StringIO()
    call_command("report_pdf", report.editions.get().hash[:8], stdout=output)
    assert output.getvalue() == f"{report.editions.get().pdf_url} is ready.\n"
    with pytest.raises(CommandError, match="There is no edition 0000"):
        call_command("report_pdf", "0000")


def test_drawings_have_their_colours_filled_in():
    style = pdf.drawing_style()
    assert "var(" not in style
    assert ".wk-bars__bar--area {\n  fill: #a0351f;\n}" in style


def test_pictures_that_are_cut_off_are_still_refused(client, report):
    """Making a PDF loads what makes Pillow accept them, so another process does that."""
    from PIL import ImageFile

    read(client, report)
    assert not ImageFile.LOAD_TRUNCATED_IMAGES
