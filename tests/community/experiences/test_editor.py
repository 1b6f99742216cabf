"""A member writes an experience: begins, is interrupted, ties it to things, and places it."""

import json
from io import BytesIO

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from community.models import Experience, ExperienceVersion, State
from tests.reading import words

pytestmark = pytest.mark.django_db

STORY = {
    "title": "Samen fietsen hielp",
    "outcome": "worked",
    "body": "Wij fietsten **elke** ochtend mee.",
    "audience": "members",
}


def begin(browser, community, **more):
    page = BeautifulSoup(browser.get("/ervaringen/schrijven/", more).content, "html.parser")
    number = page.select_one("input[name=form]")["value"]
    data = {"form": number, "community": community.pk} | more
    answer = browser.post("/ervaringen/schrijven/", data)
    return Experience.objects.get(form=number), answer


def send(browser, experience, button, **fields):
    experience.refresh_from_db()
    data = STORY | {"number": experience.draft_number, "doe": button} | fields
    return browser.post(f"/ervaringen/{experience.key}/bewerken/", data)


def page_of(answer):
    return BeautifulSoup(answer.content, "html.parser")


def errors(answer):
    return [words(found) for found in page_of(answer).select(".utrecht-form-field-error-message")]


def test_a_member_places_an_experience(browser, lisa, community, practice):
    site = browser(lisa)
    experience, answer = begin(site, community, over=practice.pk)
    assert answer.headers["Location"] == f"/ervaringen/{experience.key}/bewerken/"
    answer = send(site, experience, "plaats", themes=[practice.theme_list[0].pk])
    assert answer.headers["Location"] == f"/ervaringen/{experience.key}/"
    experience.refresh_from_db()
    assert {name: getattr(experience, name) for name in STORY} == STORY
    assert (experience.state, experience.author, experience.pending) == (State.SHOWN, lisa, None)
    assert [page.pk for page in experience.about.all()] == [practice.pk]
    assert [theme.label for theme in experience.themes.all()] == ["Leren"]
    page = page_of(site.get(experience.get_absolute_url()))
    assert words(page.h1) == "Samen fietsen hielp"
    assert page.select_one(".wk-experience strong").text == "elke"
    assert words(page.select_one(".wk-opening .wk-notice")) == "Alleen leden van CoP 18 lezen dit."


def test_sending_the_first_form_twice_begins_one(browser, lisa, community):
    site = browser(lisa)
    experience, _answer = begin(site, community)
    again = site.post(
        "/ervaringen/schrijven/", {"form": experience.form, "community": community.pk}
    )
    assert again.headers["Location"] == f"/ervaringen/{experience.key}/bewerken/"
    assert Experience.objects.count() == 1


def test_who_belongs_to_no_community_cannot_begin(browser, bas, community):
    answer = browser(bas).post("/ervaringen/schrijven/", {"community": community.pk})
    assert (answer.status_code, Experience.objects.count()) == (400, 0)


def test_a_draft_keeps_itself_and_two_windows_do_not_undo_each_other(browser, lisa, community):
    site = browser(lisa)
    experience, _answer = begin(site, community)
    address = f"/ervaringen/{experience.key}/bewaren/"
    kept = site.post(address, {"number": 0, "title": "Half", "body": "Wij fiet"})
    assert json.loads(kept.content)["number"] == 1
    late = site.post(address, {"number": 0, "title": "Oud venster"})
    assert late.status_code == 409
    experience.refresh_from_db()
    assert (experience.title, experience.pending["title"]) == ("", "Half")
    page = page_of(site.get(f"/ervaringen/{experience.key}/bewerken/"))
    assert page.select_one("input[name=title]")["value"] == "Half"


def test_an_overtaken_form_keeps_what_was_typed_on_the_screen(browser, lisa, community):
    site = browser(lisa)
    experience, _answer = begin(site, community)
    send(site, experience, "bewaar")
    answer = send(site, experience, "plaats", number=0, title="Mijn oude titel")
    assert answer.status_code == 409
    assert page_of(answer).select_one("input[name=title]")["value"] == "Mijn oude titel"
    experience.refresh_from_db()
    assert experience.state == State.DRAFT


def test_what_misses_is_said_next_to_the_field_and_nothing_is_lost(browser, lisa, community):
    site = browser(lisa)
    experience, _answer = begin(site, community)
    answer = send(site, experience, "plaats", title="", outcome="", audience="")
    assert answer.status_code == 400
    assert errors(answer) == [
        "Geef uw ervaring een titel.",
        "Kies of het werkte.",
        "Kies wie dit mag lezen.",
    ]
    assert page_of(answer).textarea.text.strip() == STORY["body"]
    experience.refresh_from_db()
    assert (experience.state, experience.pending["body"]) == (State.DRAFT, STORY["body"])


def test_ties_are_sought_put_there_and_taken_off(browser, lisa, community, practice):
    site = browser(lisa)
    experience, _answer = begin(site, community)
    answer = send(site, experience, "zoek", zoek="fiets")
    assert answer.headers["Location"].endswith("/bewerken/?zoek=fiets#over")
    found = page_of(site.get(answer.headers["Location"].partition("#")[0]))
    assert found.select_one("#over button[value^=erbij]")["value"] == f"erbij:{practice.pk}"
    send(site, experience, f"erbij:{practice.pk}")
    send(site, experience, "gebied", gebied="Overvecht")
    experience.refresh_from_db()
    assert experience.pending["about"] == [practice.pk]
    assert experience.pending["areas"] == [practice.area_list[0].pk]
    assert experience.pending["title"] == STORY["title"]
    send(site, experience, f"eraf:{practice.pk}")
    experience.refresh_from_db()
    assert experience.pending["about"] == []


def test_an_unknown_area_is_told(browser, lisa, community):
    site = browser(lisa)
    experience, _answer = begin(site, community)
    answer = send(site, experience, "gebied", gebied="Nergenshuizen")
    assert answer.status_code == 400
    assert "Nergenshuizen" in words(page_of(answer).select_one("[role=alert]"))


def test_a_hidden_practice_cannot_be_tied(browser, lisa, community, practice):
    practice.unpublish()
    site = browser(lisa)
    experience, _answer = begin(site, community, over=practice.pk)
    assert send(site, experience, f"erbij:{practice.pk}").status_code == 400
    experience.refresh_from_db()
    assert experience.pending["about"] == []


def test_a_change_is_placed_and_what_was_said_is_kept(browser, lisa, community):
    site = browser(lisa)
    experience, _answer = begin(site, community)
    send(site, experience, "plaats")
    send(site, experience, "bewaar", title="Nog niet geplaatst")
    experience.refresh_from_db()
    assert experience.title == STORY["title"]
    send(site, experience, "plaats", title="Fietsen hielp", outcome="depends")
    experience.refresh_from_db()
    assert (experience.title, experience.outcome) == ("Fietsen hielp", "depends")
    kept = ExperienceVersion.objects.get()
    assert (kept.title, kept.outcome, kept.body) == (STORY["title"], "worked", STORY["body"])


def photo(format="JPEG", size=(40, 30), exif=None):
    drawn = BytesIO()
    Image.new("RGB", size, "red").save(drawn, format, **({"exif": exif} if exif else {}))
    return SimpleUploadedFile(f"straat.{format.lower()}", drawn.getvalue())


def test_a_picture_is_drawn_again_without_its_place(browser, lisa, community):
    site = browser(lisa)
    experience, _answer = begin(site, community)
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010E] = "Kerkstraat 1"
    assert send(site, experience, "afbeelding", afbeelding=photo(exif=exif)).status_code == 302
    image = experience.images.get()
    answer = site.get(image.get_absolute_url())
    with Image.open(BytesIO(answer.getvalue())) as shown:
        assert (shown.format, shown.size, dict(shown.getexif())) == ("WEBP", (40, 30), {})
    assert answer["Cache-Control"] == "no-store, private"


def test_what_is_to_be_seen_is_asked_for_and_kept_by_whatever_button(browser, lisa, community):
    site = browser(lisa)
    experience, _answer = begin(site, community)
    send(site, experience, "afbeelding", afbeelding=photo())
    image = experience.images.get()
    answer = send(site, experience, "plaats")
    assert answer.status_code == 400
    assert words(page_of(answer).select_one("[role=alert]")).endswith(
        "Zeg bij elke afbeelding wat er te zien is."
    )
    send(site, experience, "plaats", **{f"alt-{image.key}": "Een rode straat"})
    image.refresh_from_db()
    experience.refresh_from_db()
    assert (image.alt, image.placed, experience.state) == ("Een rode straat", True, State.SHOWN)


def test_placing_twice_with_one_form_places_once_and_says_nothing_is_wrong(
    browser, lisa, community, practice
):
    site = browser(lisa)
    experience, _answer = begin(site, community)
    themes = [practice.theme_list[0].pk]
    for _ in range(2):
        answer = send(site, experience, "plaats", number=0, themes=themes)
        assert answer.headers["Location"] == experience.get_absolute_url()
    assert ExperienceVersion.objects.count() == 0


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("straat.png", b"\x89PNG\r\n\x1a\nhalf"),
        ("straat.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
        ("straat.jpg", b"GIF89a<script>"),
    ],
)
def test_what_is_no_picture_is_refused_in_words(browser, lisa, community, name, content):
    site = browser(lisa)
    experience, _answer = begin(site, community)
    upload = SimpleUploadedFile(name, content)
    answer = send(site, experience, "afbeelding", afbeelding=upload)
    assert answer.status_code == 400
    assert words(page_of(answer).select_one("[role=alert]"))
    assert experience.images.count() == 0


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("plan.exe", b"MZ", "Dit soort bestand kan er niet bij."),
        ("plan.pdf", b"MZ", "Dit bestand is geen PDF, al heet het wel zo."),
        ("plan.docx", b"%PDF-1.7", "Dit bestand is geen DOCX, al heet het wel zo."),
        ("plan.csv", b"a;b\0", "Dit bestand is geen CSV, al heet het wel zo."),
    ],
)
def test_a_file_that_lies_is_refused_in_words(browser, lisa, community, name, content, problem):
    site = browser(lisa)
    experience, _answer = begin(site, community)
    answer = send(site, experience, "bestand", bestand=SimpleUploadedFile(name, content))
    assert answer.status_code == 400
    assert words(page_of(answer).select_one("[role=alert]")).startswith(problem)


def test_a_file_is_given_to_keep(browser, lisa, community):
    site = browser(lisa)
    experience, _answer = begin(site, community)
    upload = SimpleUploadedFile("../plan\u202evan.pdf", b"%PDF-1.7 plan")
    send(site, experience, "bestand", bestand=upload)
    answer = site.get(experience.files.get().get_absolute_url())
    assert answer.getvalue() == b"%PDF-1.7 plan"
    assert answer["Content-Disposition"] == 'attachment; filename="planvan.pdf"'
    assert answer["Content-Type"] == "application/octet-stream"
