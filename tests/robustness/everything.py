"""A site with one of everything that has a public address, and the list of those addresses."""

from datetime import date

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import PageViewRestriction

from community.domain.attaching import add_file, add_image
from community.domain.invitations import invite
from community.meetings.addressing import renew
from community.meetings.registering import register
from content.covers import PICTURE
from content.models import SiteImage
from following import contacts, stopping
from following.models import ContactQuestion
from indicators.domain import take_snapshot
from indicators.models import DefinitionChange
from plans.domain import collect, make_plan, share
from plans.kinds import BY_NAME
from practices.models import Adoption, Evidence, Lesson, Partner, PracticeFigure
from programmes.models import ConsultedMunicipality
from programmes.reporting import pdf
from tests.factories import (
    CommunityFactory,
    ConsultationReportFactory,
    DatasetFactory,
    EventFactory,
    ExperienceFactory,
    GoalFactory,
    GroupFactory,
    IndicatorFactory,
    LearningMaterialFactory,
    MeasurementFactory,
    MemberFactory,
    MembersRoomFactory,
    MethodFactory,
    MunicipalityFactory,
    NeighbourhoodFactory,
    OrganisationFactory,
    PracticeFactory,
    ProgrammeFactory,
    ProgressReportFactory,
    RatingFactory,
    ReplyFactory,
    ResearchFactory,
    StandardPageFactory,
    TargetGroupFactory,
    ThemeFactory,
    ThemePageFactory,
    UpdateFactory,
    UserFactory,
)

BEGIN, END = date(2007, 1, 1), date(2013, 1, 1)

# Of a plan there is nothing for others: what its owner gets stands in tests/plans.
OF_ONE_PLAN = {
    rf"^mijn-plannen/(?P<key>[a-z0-9]{{16}})/{end}": []
    for end in (
        *("$", "wijzigen/$", "weggooien/$", "terugzetten/$"),
        *("delen/$", "delen/vernieuwen/$", "delen/stoppen/$"),
        *(
            f"(?P<item>[a-z0-9]{{16}})/{verb}/$"
            for verb in ("aantekening", "verplaatsen", "weghalen")
        ),
        r"plan\.(?P<form>pdf|docx|odt|csv)$",
    )
}
# Every pattern of our own, with the addresses that it answers. {names} are known to `Everything`.
ADDRESSES = {
    "zoeken": ["/zoeken", "/zoeken?q=wijk&thema=leren", "/zoeken?weergave=kaart"],
    "zoeken/": ["/zoeken/", "/zoeken/?q=wijk&thema=leren"],
    "zoeken.csv": ["/zoeken.csv", "/zoeken.csv?q=wijk&thema=leren"],
    "zoeken.json": ["/zoeken.json", "/zoeken.json?q=wijk&thema=leren"],
    "zoeken.atom": ["/zoeken.atom", "/zoeken.atom?q=wijk&thema=leren"],
    "zoeken/suggesties": ["/zoeken/suggesties?q=sam"],
    "indicatoren/": ["/indicatoren/"],
    "indicatoren/verkennen": [
        "/indicatoren/verkennen",
        "/indicatoren/verkennen?indicator=verzuim&gebied={area}",
    ],
    "indicatoren/verkennen/": ["/indicatoren/verkennen/"],
    "indicatoren/verkennen.csv": ["/indicatoren/verkennen.csv?indicator=verzuim&gebied={area}"],
    "indicatoren/verkennen.xlsx": ["/indicatoren/verkennen.xlsx?indicator=verzuim&gebied={area}"],
    "indicatoren/verkennen.json": ["/indicatoren/verkennen.json?indicator=verzuim&gebied={area}"],
    "indicatoren/verkennen/insluiten": [
        "/indicatoren/verkennen/insluiten?indicator=verzuim&gebied={area}"
    ],
    "indicatoren/<slug:code>/": ["/indicatoren/verzuim/"],
    "indicatoren/<slug:code>.csv": ["/indicatoren/verzuim.csv"],
    "indicatoren/<slug:code>/metingen.csv": ["/indicatoren/verzuim/metingen.csv"],
    "indicatoren/<slug:code>/metingen.json": ["/indicatoren/verzuim/metingen.json"],
    "datasets/": ["/datasets/"],
    "datasets.ttl": ["/datasets.ttl"],
    "datasets.jsonld": ["/datasets.jsonld"],
    "themas.ttl": ["/themas.ttl"],
    "^cijfers/(?P<hash>[0-9a-f]{16})/$": ["{snapshot}"],
    "^rapporten/(?P<hash>[0-9a-f]{16})/$": ["/rapporten/{edition}/"],
    # Without Pango there are no PDFs, and nothing to ask for.
    r"^rapporten/(?P<hash>[0-9a-f]{16})\.pdf$": (
        ["/rapporten/{edition}.pdf"] if pdf.is_available() else []
    ),
    "gebieden/": ["/gebieden/"],
    "gebieden/<slug:slug>/": ["/gebieden/overvecht/", "/gebieden/utrecht/", "/gebieden/g4/"],
    "organisaties/": ["/organisaties/"],
    "organisaties/<slug:slug>/": ["/organisaties/mitros/"],
    "thema/<slug:slug>/": ["/thema/leren/", "/thema/werken/"],
    "media/images/<str:name>": ["{picture}"],
    "volgen/": ["/volgen/?thema=leren"],
    "mijn-volgen/": ["/mijn-volgen/"],
    "mijn-volgen/<int:number>/stoppen/": [],
    "meldingen/": ["/meldingen/"],
    "meldingen/alles-gelezen/": [],
    "meldingen/instellingen/": ["/meldingen/instellingen/"],
    "meldingen/<int:number>/gelezen/": [],
    "meldingen/stoppen/<str:token>/": ["{stop}"],
    "contact-klopt/<str:token>/": ["{contact}"],
    "mijn-plannen/": ["/mijn-plannen/"],
    "mijn-plan/erbij": [],
    "mijn-plannen/nieuw/": [],
    **OF_ONE_PLAN,
    r"^plan/(?P<token>[a-z0-9]{32})/$": ["{shared_plan}"],
    r"^plan/(?P<token>[a-z0-9]{32})/plan\.(?P<form>pdf|docx|odt|csv)$": [
        f"{{shared_plan}}plan.{form}" for form in ("docx", "odt", "csv")
    ],
    "ervaringen/": ["/ervaringen/", "/ervaringen/?uitkomst=worked"],
    "ervaringen/<slug:key>/": ["{told}"],
    "robots.txt": ["/robots.txt"],
    "sitemap.xml": ["/sitemap.xml"],
    ".well-known/security.txt": ["/.well-known/security.txt"],
    r"^((?:[\w\-]+/)+agenda\.ics)$": ["/agenda/burgertop/agenda.ics"],
    "community/<page_slug:slug>/agenda.ics": ["/community/cop-18/agenda.ics"],
    # What is in it is for one person; whoever holds the address reads it.
    r"^agenda/(?P<token>[A-Za-z0-9]{32})\.ics$": ["/agenda/{feed}.ics"],
    # What Wagtail adds to a site.
    r"documenten/^(\d+)/(.*)$": ["{document}"],
    "documenten/authenticate_with_password/<int:restriction_id>/": [],
    "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/": [
        "{password}"
    ],
    "_util/login/": ["/_util/login/"],
    r"^((?:[\w\-]+/)*)$": [],
}
# The account: what nobody but a member reads is asked for in tests/accounts/test_doors.py.
DOORS = ["/account/inloggen/", "/account/aanmelden/", "/account/wachtwoord/vergeten/"]
ADDRESSES |= {
    route: [f"/{route}"] if f"/{route}" in DOORS else []
    for route in (
        *("account/", "account/aanmelden/", "account/apparaten/", "account/bevestigen/"),
        *("account/bevestigen/e-mail/", "account/bevestigen/e-mail/code/", "account/e-mail/"),
        *("account/e-mail/code/", "account/gesloten/", "account/inloggen/", "account/profiel/"),
        *("account/elders/", "account/elders/<slug:provider_id>/"),
        *("account/elders/<slug:provider_id>/terug/", "account/elders/aanmelden/"),
        *("account/elders/gestopt/", "account/elders/mislukt/", "account/uitloggen/"),
        *("account/tweede-stap/", "account/tweede-stap/app/", "account/tweede-stap/app/weghalen/"),
        *("account/tweede-stap/bevestigen/", "account/tweede-stap/herstelcodes.txt"),
        *("account/tweede-stap/herstelcodes/", "account/tweede-stap/herstelcodes/nieuw/"),
        *("account/tweede-stap/inloggen/", "account/tweede-stap/sleutels/"),
        "account/tweede-stap/sleutels/<int:pk>/naam/",
        "account/tweede-stap/sleutels/<int:pk>/weghalen/",
        *("account/tweede-stap/sleutels/bevestigen/", "account/tweede-stap/sleutels/inloggen/"),
        *("account/tweede-stap/sleutels/nieuw/", "account/wachtwoord/"),
        *("account/wachtwoord/instellen/", "account/wachtwoord/vergeten/"),
        *("account/wachtwoord/vergeten/code/", "account/wachtwoord/vergeten/klaar/"),
        "account/wachtwoord/vergeten/nieuw/",
    )
}
# Every type of page that everybody may read, with the address of one.
PAGES = {
    "cms.HomePage": "/",
    "cms.StandardPage": "/over/",
    "cms.ThemeIndexPage": "/themas/",
    "cms.ThemePage": "/themas/leren/",
    "practices.PracticeIndexPage": "/praktijken/",
    "practices.PracticePage": "/praktijken/samen-fietsen/",
    "practices.MethodIndexPage": "/werkwijzen/",
    "practices.MethodPage": "/werkwijzen/frontlijn/",
    "practices.ResearchIndexPage": "/onderzoek/",
    "practices.ResearchPage": "/onderzoek/studie/",
    "programmes.ProgrammeIndexPage": "/programmas/",
    "programmes.ProgrammePage": "/programmas/wijkenaanpak/",
    "programmes.ProgrammeUpdatePage": "/programmas/wijkenaanpak/nieuws/",
    "programmes.GoalPage": "/programmas/wijkenaanpak/scholen/",
    "programmes.ConsultationReportPage": "/programmas/wijkenaanpak/overleg/",
    "programmes.ProgressReportIndexPage": "/voortgangsrapportages/",
    "programmes.ProgressReportPage": "/voortgangsrapportages/stand/",
    "community.CommunityIndexPage": "/communities/",
    "community.CommunityPage": "/communities/cop-18/",
    "community.LearningIndexPage": "/leermateriaal/",
    "community.LearningMaterialPage": "/leermateriaal/gids/",
    "community.EventIndexPage": "/agenda/",
    "community.EventPage": "/agenda/burgertop/",
}
PUBLIC = [address for known in ADDRESSES.values() for address in known] + list(PAGES.values())
# Those that tell most of others.
TELLING = [
    *("/", "/zoeken", "/zoeken/suggesties?q=sam", "/sitemap.xml", "/thema/leren/"),
    *("/gebieden/overvecht/", "/organisaties/mitros/", "/indicatoren/verzuim/"),
    *(address for label, address in PAGES.items() if not label.startswith("programmes.Goal")),
]
# What is somebody's own: whoever did not sign in is led to where one does.
OWN = ["/volgen/?thema=leren", "/mijn-volgen/", "/meldingen/", "/meldingen/instellingen/"]
# Addresses that lead to another, for now or for good.
LEADING = {
    **dict.fromkeys(OWN, 302),
    **dict.fromkeys(ADDRESSES["_util/login/"], 302),
    **dict.fromkeys(ADDRESSES["thema/<slug:slug>/"], 302),
    **dict.fromkeys(ADDRESSES["zoeken/"], 301),
    **dict.fromkeys(ADDRESSES["indicatoren/verkennen/"], 301),
    "/mijn-plannen/": 302,
}
# What takes what somebody fills in, and the document that Wagtail gives however it is asked for.
FORMS = ["{password}", *DOORS, "{document}", "{contact}"]
FORMS += ["/volgen/?thema=leren", "/meldingen/instellingen/"]
# What a mail program sends by itself: the token in the address is what lets it in.
ONE_CLICK = ["{stop}"]


class Everything:
    """The sections of the site as attributes, and what the addresses of it are called."""

    def __init__(self, sections):
        self.__dict__.update(vars(sections))
        self.names = {}

    def address(self, text):
        """Return an address with the names in it filled in."""
        return text.format(**self.names)


def build(sections):
    """Fill the sections of a site with one of everything."""
    site = Everything(sections)
    _terms(site)
    _figures(site)
    _practices(site)
    _programmes(site)
    _community(site)
    _plans(site)
    site.about = StandardPageFactory(parent=site.home, title="Over")
    closed = StandardPageFactory(parent=site.home, title="Achter een wachtwoord")
    restriction = PageViewRestriction.objects.create(
        page=closed, restriction_type=PageViewRestriction.PASSWORD, password="sleutel"
    )
    site.names["password"] = f"/_util/authenticate_with_password/{restriction.pk}/{closed.pk}/"
    return site


def _terms(site):
    site.theme = ThemeFactory(label="Leren")
    site.free_theme = ThemeFactory(label="Werken")
    ThemePageFactory(parent=site.themes, title="Leren", theme=site.theme)
    site.city = MunicipalityFactory(name="Utrecht", latitude=52.0911, longitude=5.0747)
    site.area = NeighbourhoodFactory(
        name="Overvecht", parent=site.city, latitude=52.1207, longitude=5.1093
    )
    GroupFactory(name="G4", members=[site.city])
    site.organisation = OrganisationFactory(name="Mitros")
    site.target_group = TargetGroupFactory(name="Jongeren")


def _figures(site):
    site.indicator = IndicatorFactory(name="Verzuim", theme=site.theme)
    site.dataset = DatasetFactory(title="Levering van 2013")
    for area, values in ((site.area, (20, 12)), (site.city, (14, 11))):
        for day, value in zip((BEGIN, END), values, strict=True):
            MeasurementFactory(
                indicator=site.indicator,
                area=area,
                dataset=site.dataset,
                period_date=day,
                value=value,
            )
    site.snapshot = take_snapshot(
        indicator=site.indicator,
        area=site.area,
        comparator=site.city,
        baseline=BEGIN,
        follow_up=END,
        dataset=site.dataset,
    )
    site.change = DefinitionChange.objects.create(
        indicator=site.indicator, since=date(2010, 1, 1), what="Wie ziek is, telt mee."
    )
    site.names["area"] = site.area.code
    site.names["snapshot"] = site.snapshot.get_absolute_url()


def _practices(site):
    site.image = SiteImage.objects.create(title="Een straat", file=get_test_image_file())
    site.document = get_document_model().objects.create(
        title="Plan van aanpak", file=ContentFile(b"Plan", name="plan.pdf")
    )
    site.names["picture"] = site.image.get_rendition(PICTURE).url
    site.names["document"] = site.document.url
    site.method = MethodFactory(parent=site.methods, title="Frontlijn", themes=[site.theme])
    site.study = ResearchFactory(parent=site.research, title="Studie", themes=[site.theme])
    subject = {"method": site.method, "themes": [site.theme], "areas": [site.area]}
    other = PracticeFactory(
        parent=site.practices, title="Ook samen", contact_email="wijk@utrecht.example", **subject
    )
    question = ContactQuestion.objects.create(page=other, address=other.contact_email)
    site.names["contact"] = reverse("contact_question", args=[contacts.token(question)])
    stop = stopping.for_address(other.contact_email)
    site.names["stop"] = reverse("stop_mail", args=[stop])
    site.practice = PracticeFactory(
        parent=site.practices,
        title="Samen fietsen",
        cover=site.image,
        attachments=[("document", site.document)],
        sources=[("source", {"title": "Rapport"})],
        lessons=[Lesson(kind=Lesson.Kind.WORKED, text="Blijf.")],
        partners=[Partner(organisation=site.organisation, role="Betaalt")],
        adoptions=[Adoption(organisation=site.organisation, area=site.area)],
        ratings=[RatingFactory()],
        evidence=[Evidence(research=site.study)],
        figures=[PracticeFigure(snapshot=site.snapshot)],
        target_groups=[site.target_group],
        **subject,
    )


def _programmes(site):
    subject = {"themes": [site.theme], "areas": [site.area]}
    site.programme = ProgrammeFactory(parent=site.programmes, title="Wijkenaanpak", **subject)
    UpdateFactory(parent=site.programme, title="Nieuws", **subject)
    GoalFactory(parent=site.programme, title="Scholen", **subject)
    talks = ConsultationReportFactory(
        parent=site.programme,
        title="Overleg",
        municipalities=[ConsultedMunicipality(area=site.city, partnership="continues")],
        **subject,
    )
    body = [
        ("chapter", "Hoe het gaat"),
        ("indicator", {"indicator": site.indicator, "area": site.area}),
        ("goals", {"programme": site.programme}),
        ("updates", {"programme": site.programme}),
        ("consultation", {"report": talks}),
        ("practices", {"practices": [site.practice]}),
    ]
    site.report = ProgressReportFactory(parent=site.reports, title="Stand", body=body, **subject)
    site.names["edition"] = site.report.editions.get().hash[:16]


def _community(site):
    subject = {"themes": [site.theme], "areas": [site.area]}
    site.community = CommunityFactory(parent=site.communities, title="CoP 18", **subject)
    site.room = MembersRoomFactory(parent=site.community, title="Besloten")
    members = {
        "member": MemberFactory(community=site.community),
        "coordinator": MemberFactory(community=site.community, role="coordinator"),
        "asking": MemberFactory(community=site.community, state="asked"),
    }
    site.people = {name: member.user for name, member in members.items()}
    site.people["outsider"] = UserFactory()
    invitation = invite(site.community, "iemand@voorbeeld.example", site.people["coordinator"])
    site.names |= {name: member.key for name, member in members.items()}
    site.names |= {"invitation": invitation.key, "token": invitation.token}
    _meetings(site, subject)
    _experiences(site, subject)


def _experiences(site, subject):
    """Let the member tell something to everybody, and something with files to members."""
    told = {"community": site.community, "author": site.people["member"], **subject}
    site.told = ExperienceFactory(audience="everybody", about=[site.practice], **told)
    site.story = ExperienceFactory(about=[site.practice], **told)
    site.names["told"] = site.told.get_absolute_url()
    site.names["story"] = site.story.key
    remark = ReplyFactory(experience=site.story, author=site.people["member"])
    site.names["remark"] = remark.key
    picture = add_image(site.story, get_test_image_file())
    file = add_file(site.story, SimpleUploadedFile("plan.pdf", b"%PDF-1.7 plan"))
    for attached in (picture, file):
        type(attached).objects.filter(pk=attached.pk).update(placed=True)
    site.names |= {"image": picture.key, "file": file.key}


def _meetings(site, subject):
    material = LearningMaterialFactory(
        parent=site.learning, title="Gids", community=site.community, **subject
    )
    meeting = EventFactory(
        parent=site.events,
        title="Burgertop",
        community=site.community,
        starts_on=date(2099, 1, 1),
        registering="everybody",
        seats=40,
        **subject,
    )
    member = site.people["member"]
    site.names["meeting"] = meeting.translation_key
    site.names["material"] = material.translation_key
    site.names["registration"] = register(meeting, member).key
    site.names["feed"] = renew(member).token


def _plans(site):
    site.plan = make_plan(UserFactory(username="pia"), "Plan van Pia")
    for name, found in (("page", site.practice), ("figure", site.snapshot)):
        collect(site.plan, BY_NAME[name], found, "Hier begint het.")
    share(site.plan, "Pia")
    site.names["shared_plan"] = site.plan.shared_url
