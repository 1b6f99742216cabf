"""Loading the report: once is enough, twice does no harm, and a mistake says where it is."""

import shutil
from collections import Counter
from io import StringIO

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import CommandError, call_command
from wagtail.documents import get_document_model
from wagtail.models import Page, ReferenceIndex, Revision

from cms.demo.reading import SHIPPED
from cms.models import HomePage, StandardPage
from community.models import LearningMaterialPage, MembersRoomPage
from content.models import Area, BasePage, Organisation, Theme
from indicators.models import Dataset, Measurement, ReportedCount, ReportedOutcome
from practices.models import PracticePage
from search.models import Promotion
from tests.factories import UserFactory

pytestmark = pytest.mark.usefixtures("db")

PAGES = {
    "HomePage": 1,
    "PracticePage": 36,
    "MethodPage": 6,
    "ResearchPage": 13,
    "ThemePage": 14,
    "ProgrammePage": 9,
    "ProgrammeUpdatePage": 40,
    "ProgressReportPage": 1,
    "ProgressReportIndexPage": 1,
    "GoalPage": 11,
    "ConsultationReportPage": 1,
    "CommunityPage": 3,
    "MembersRoomPage": 1,
    "LearningMaterialPage": 14,
    "EventPage": 4,
    "StandardPage": 4,
    "PracticeIndexPage": 1,
    "MethodIndexPage": 1,
    "ResearchIndexPage": 1,
    "ThemeIndexPage": 1,
    "ProgrammeIndexPage": 1,
    "CommunityIndexPage": 1,
    "LearningIndexPage": 1,
    "EventIndexPage": 1,
}


# A meeting to register for: the report tells of none that is still to come.
MADE_UP = "kennisdag-wijken-2027"


def demo(**options):
    output = StringIO()
    call_command("demo", stdout=output, **options)
    return output.getvalue().splitlines()


def pages():
    return [page.specific for page in Page.objects.filter(depth__gt=1)]


def content_pages():
    return [page for page in pages() if isinstance(page, BasePage)]


def rows():
    """Return the keys of every row that the content is made of, by model."""
    others = {"accounts", "search"}
    content = (app for app in settings.OUR_APPS if app not in others)
    models = [model for app in content for model in apps.get_app_config(app).get_models()]
    return {
        model: sorted(model.objects.values_list("pk", flat=True))
        for model in (*models, Page, Revision, ReferenceIndex)
    }


def test_every_page_of_the_report_is_there_and_no_other():
    assert Counter(type(page).__name__ for page in pages()) == PAGES


def test_every_page_is_public_and_has_nothing_waiting():
    assert [page.slug for page in pages() if not page.live or page.has_unpublished_changes] == []


def test_the_tree_is_sound():
    assert Page.find_problems() == ([], [], [], [], [])


def test_the_site_opens_with_the_home_page():
    assert HomePage.objects.get().get_url() == "/"


def test_loading_again_changes_nothing():
    before = rows()
    (line,) = demo()
    assert line.startswith("Demo content: 0 created, 0 changed, ")
    assert rows() == before


def test_a_page_offers_its_file():
    page = LearningMaterialPage.objects.get(slug="oog-voor-de-buurt")
    (block,) = page.files
    assert block.value.title == "Werkblad: een ontwerpteam voor uw buurt"
    assert block.value.file.read() == (SHIPPED / "files/werkblad-ontwerpteam.odt").read_bytes()


def test_a_file_that_is_another_one_by_now_is_put_in_its_place(tmp_path):
    folder = shutil.copytree(SHIPPED, tmp_path / "content")
    (folder / "files/werkblad-ontwerpteam.odt").write_bytes(b"Een ander werkblad.")
    (line,) = demo(content=folder)
    assert line.startswith("Demo content: 0 created, 1 changed, ")
    assert get_document_model().objects.get().file.read() == b"Een ander werkblad."


def test_a_page_that_says_something_else_than_its_file_is_refreshed():
    page = PracticePage.objects.get(slug="meevaart")
    written = page.summary
    page.summary = "Zo stond het in een oudere versie."
    page.lessons = []
    page.save()
    (line,) = demo()
    page = PracticePage.objects.get(slug="meevaart")
    assert line.startswith("Demo content: 0 created, 1 changed, ")
    assert (page.summary, page.lessons.count()) == (written, 2)


def test_a_page_that_a_person_edited_is_left_as_it_is():
    page = PracticePage.objects.get(slug="meevaart")
    page.title = "De Meevaart, verteld door de buurt"
    page.save_revision(user=UserFactory()).publish()
    line, left = demo()
    assert line.startswith("Demo content: 0 created, 0 changed, ")
    assert left == "Left as edited: De Meevaart, verteld door de buurt"
    assert PracticePage.objects.get(slug="meevaart").title == page.title


def test_a_draft_of_a_person_is_left_as_it_is():
    page = PracticePage.objects.get(slug="meevaart")
    published = page.title
    page.title = "Nog niet af"
    page.save_revision(user=UserFactory())
    assert demo()[1:] == [f"Left as edited: {published}"]
    assert page.get_latest_revision_as_object().title == "Nog niet af"


def test_a_term_that_an_editor_added_stays():
    Theme.objects.create(label="Buurtmoestuinen", slug="buurtmoestuinen")
    demo()
    assert Theme.objects.filter(slug="buurtmoestuinen").count() == 1


def test_three_pages_are_promoted_and_each_can_be_opened():
    found = {promotion.page.url: promotion.questions[0] for promotion in Promotion.objects.all()}
    for promotion in Promotion.objects.all():
        promotion.full_clean()
    assert found == {
        "/themas/inkomen-en-schulden/": "schulden",
        "/werkwijzen/frontlijnsturing/": "wijkteam",
        "/contact/": "contact",
    }


MISTAKES = [
    (
        "practices/meevaart.toml",
        'method = "bewonersinitiatieven"',
        'method = "toverstaf"',
        "practices/meevaart.toml: There is no werkwijze 'toverstaf'.",
    ),
    (
        "practices/meevaart.toml",
        'key = "stad-in-transitie"',
        'key = "van-horen-zeggen"',
        "practices/meevaart.toml: There is no source 'van-horen-zeggen' in sources.toml.",
    ),
    (
        "practices/meevaart.toml",
        'status = "running"',
        'stand = "running"',
        "practices/meevaart.toml: PracticePage has no field named 'stand'",
    ),
    (
        "practices/meevaart.toml",
        'status = "running"',
        'status = "soms"',
        "practices/meevaart.toml: status: Waarde 'soms' is geen geldige keuze.",
    ),
    (
        "measurements.toml",
        'area = "AW38"\ndataset = "vr2013-overvecht"\nperiod = "2006"',
        'area = "AW99"\ndataset = "vr2013-overvecht"\nperiod = "2006"',
        "measurements.toml: beweegnorm, AW99, vr2013-overvecht, 2006-12-31: "
        "There is no gebied 'AW99'.",
    ),
    (
        "sections.toml",
        'folder = "methods"',
        'folder = "method"',
        "sections.toml: There is no folder 'method'.",
    ),
    (
        "sections.toml",
        "practices.PracticeIndexPage",
        "practices.PracticePage",
        "sections.toml: practices.PracticePage holds 0 types of page; a section holds one.",
    ),
    (
        "sections.toml",
        "practices.PracticeIndexPage",
        "practices.Praktijken",
        "sections.toml: There is no type of page 'practices.Praktijken'.",
    ),
    (
        "area_codes.csv",
        "AW01,WK036103,Overdie,2016",
        "AW99,WK036103,Overdie,2016",
        "area_codes.csv: There is no gebied 'AW99'.",
    ),
    (
        "documents.toml",
        'file = "werkblad-ontwerpteam.odt"',
        'file = "werkblad.odt"',
        "documents.toml: There is no file 'werkblad.odt'.",
    ),
    (
        "promotions.toml",
        'page = "contact"',
        'page = "praktijken/contact"',
        "promotions.toml: contact, contactgegevens, fout melden, storing melden: "
        "There is no pagina 'praktijken/contact'.",
    ),
    (
        "members.toml",
        'community = "cop-18"',
        'community = "cop-19"',
        "members.toml: There is no community 'cop-19'.",
    ),
    (
        "members.toml",
        '[johan]\nfirst_name = "Johan"\nlast_name = "Brouwer"',
        "[niemand]",
        "members.toml: There is no person 'niemand'.",
    ),
]


@pytest.mark.parametrize(("file", "right", "wrong", "message"), MISTAKES)
def test_a_mistake_in_a_file_is_named_and_nothing_is_loaded(tmp_path, file, right, wrong, message):
    folder = shutil.copytree(SHIPPED, tmp_path / "content")
    text = (folder / file).read_text(encoding="utf-8")
    assert right in text
    (folder / file).write_text(text.replace(right, wrong, 1), encoding="utf-8")
    before = rows()
    with pytest.raises(CommandError) as refused:
        demo(content=folder)
    assert str(refused.value) == message
    assert rows() == before


def test_every_page_says_where_it_comes_from():
    # These make no claims: whom to ask, a welcome to members, a meeting to register for.
    without = [page.slug for page in content_pages() if not page.sources]
    assert sorted(without) == ["besloten-deel", "contact", MADE_UP]


def test_every_page_of_the_report_says_where_in_the_report():
    others = (StandardPage, MembersRoomPage)
    of_the_report = [page for page in content_pages() if not isinstance(page, others)]
    lost = [page.slug for page in of_the_report if not _places_in_the_report(page)]
    assert lost == [MADE_UP]


def _places_in_the_report(page):
    sources = [block.value for block in page.sources]
    report = "Voortgangsrapportage wijkaanpak 2013"
    return [source["locator"] for source in sources if source["title"] == report]


def test_every_practice_has_a_theme_an_area_a_method_and_somebody_to_ask():
    practices = PracticePage.objects.all()
    bare = [page.slug for page in practices if not (page.theme_list and page.area_list)]
    alone = practices.filter(method=None) | practices.filter(contact_role="")
    assert bare == []
    assert sorted(alone.values_list("slug", flat=True)) == ["fysiek-zonder-veiligheid"]


def test_what_did_not_work_is_told_too():
    found = PracticePage.objects.filter(ratings__level="evidence:no-effect")
    assert [page.slug for page in found] == ["fysiek-zonder-veiligheid"]


def test_every_figure_comes_from_a_delivery_of_the_report_at_a_place_in_it():
    cbs = Dataset.objects.filter(kind=Dataset.Kind.MEASURED)
    assert set(cbs.values_list("licence", flat=True)) == {"CC BY 4.0, naamsvermelding: CBS"}
    others = Dataset.objects.exclude(kind=Dataset.Kind.MEASURED)
    assert set(others.values_list("kind", flat=True)) == {Dataset.Kind.REPORTED}
    for model in (Measurement, ReportedCount, ReportedOutcome):
        rows = model.objects.exclude(dataset__in=cbs)
        assert rows.exclude(dataset__title__endswith="wijkaanpak 2013").count() == 0
    assert Measurement.objects.filter(locator="").count() == 0


def test_every_key_figure_on_a_page_has_its_source():
    figures = [block.value for page in PracticePage.objects.all() for block in page.key_figures]
    assert Counter(bool(figure["source"]) for figure in figures) == {True: 49}


def test_no_two_areas_or_organisations_share_an_address():
    for model, field in ((Area, "code"), (Area, "slug"), (Organisation, "slug")):
        values = list(model.objects.values_list(field, flat=True))
        assert len(values) == len(set(values))
