"""Pages that somebody may not see, of every type and for every reason, each with a word of its own.

The word stands in every text of the page and of what hangs on it. Each page refers to the themes,
areas, organisations, method and community of the public site, and public pages refer to it, so
that every overview has a chance to show it.
"""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.db.models import CharField, TextField
from django.utils import timezone
from wagtail.fields import RichTextField
from wagtail.models import PageViewRestriction
from wagtail.signal_handlers import disable_reference_index_auto_update

from community.models import Audience, CommunityMember, State
from plans.domain import collect
from plans.kinds import BY_NAME
from practices.models import Adoption, Evidence, Lesson, Partner, PracticeFigure
from programmes.domain import make_edition
from programmes.models import (
    ConsultedMunicipality,
    GoalActual,
    Milestone,
    ProgrammePartner,
    ProgressReportPage,
)
from tests import factories
from tests.factories import RatingFactory

# Every word begins like this, so that a question can ask for all of them without saying one.
BEGINNING = "kanarie"
CHANGED = f"{BEGINNING}gewijzigd"
# What members tell each other.
MEMBERS = "leden"
UNSEEN = [
    (State.SHOWN, Audience.MEMBERS),
    *(
        (state, audience)
        for state in (State.DRAFT, State.WAITING, State.HIDDEN)
        for audience in (Audience.MEMBERS, Audience.EVERYBODY)
    ),
]

TYPES = {
    "practices": factories.PracticeFactory,
    "methods": factories.MethodFactory,
    "research": factories.ResearchFactory,
    "programmes": factories.ProgrammeFactory,
    "reports": factories.ProgressReportFactory,
    "communities": factories.CommunityFactory,
    "learning": factories.LearningMaterialFactory,
    "events": factories.EventFactory,
    "themes": factories.ThemePageFactory,
    "home": factories.StandardPageFactory,
}
BELOW_A_PROGRAMME = {
    "updates": factories.UpdateFactory,
    "goals": factories.GoalFactory,
    "consultations": factories.ConsultationReportFactory,
}


def withdraw(page):
    page.unpublish()


def expire(page):
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(hours=1))


def close_to_strangers(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def close_to_others(page):
    restriction = PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.GROUPS
    )
    restriction.groups.add(Group.objects.get_or_create(name="Bewoners")[0])


def close_with_a_password(page):
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="sleutel"
    )


REASONS = {
    "concept": None,
    "ingetrokken": withdraw,
    "verlopen": expire,
    "aanmelding": close_to_strangers,
    "groep": close_to_others,
    "wachtwoord": close_with_a_password,
}


def word(reason):
    return f"{BEGINNING}{reason}"


def hide(site):
    """Add hidden pages to a site; return them by reason and section."""
    # Keeping up where everything is used takes half the time, and nobody asks it here.
    with disable_reference_index_auto_update():
        return {reason: _hidden(site, reason) for reason in REASONS}


def tell_members(site):
    """Let members tell each other of everything there is, and somebody what is not placed."""
    about = {"themes": [site.theme], "areas": [site.area], "about": [site.practice, site.method]}
    shown = {}
    for state, audience in UNSEEN:
        told = factories.ExperienceFactory(
            community=site.community,
            author=site.people["member"],
            title=word(MEMBERS),
            body=word(MEMBERS),
            hidden_because=word(MEMBERS),
            state=state,
            audience=audience,
            pending={"title": word(MEMBERS)},
            **about,
        )
        factories.ReplyFactory(experience=told, body=word(MEMBERS))
        shown[told.get_absolute_url()] = told
    factories.ReplyFactory(experience=site.told, body=word(MEMBERS), state=State.HIDDEN)
    fields = {"title": word(MEMBERS), "community": site.community, "themes": [site.theme]}
    for factory in (factories.EventFactory, factories.LearningMaterialFactory):
        slug = factory._meta.model._meta.model_name
        page = factory(parent=site.room, slug=slug, **fields)
        shown[page.url] = page
    return shown


def change_without_publishing(page):
    """Keep a change of a public page as a draft."""
    page = type(page).objects.get(pk=page.pk)
    page.title = page.summary = CHANGED
    page.save_revision()


def _hidden(site, reason):
    pages = {
        section: _page(site, reason, factory, getattr(site, section))
        for section, factory in TYPES.items()
    }
    pages |= {
        name: _page(site, reason, factory, site.programme)
        for name, factory in BELOW_A_PROGRAMME.items()
    }
    for page in pages.values():
        if REASONS[reason]:
            REASONS[reason](page)
    return pages


def _page(site, reason, factory, parent):
    model = factory._meta.model
    subject = {"themes": [site.theme], "areas": [site.area, site.city]}
    page = factory(
        parent=parent,
        slug=f"dicht-{reason}-{model._meta.model_name}",
        live=False,
        sources=[("source", {"title": word(reason)})],
        **(subject if model._meta.model_name != "themepage" else {}),
        **_texts(model, word(reason)),
        **_records(site, model._meta.model_name, word(reason)),
    )
    if reason != "concept":
        page.live, page.first_published_at = True, timezone.now()
        page.save(update_fields=["live", "first_published_at"])
        if isinstance(page, ProgressReportPage):
            make_edition(page)
    return page


def _texts(model, text):
    """Return the word for every text of a type that an editor writes freely."""
    internal = {"path", "url_path", "draft_title", "judged_on"}
    return {
        field.name: f"<p>{text}</p>" if isinstance(field, RichTextField) else text
        for field in model._meta.fields
        if type(field) in (CharField, TextField, RichTextField)
        and not field.choices
        and field.name not in internal
    }


def _records(site, name, text):
    """Return what hangs on a page of a type, and what it refers to."""
    return {
        "practicepage": {
            "method": site.method,
            "lessons": [Lesson(kind=Lesson.Kind.WORKED, text=text)],
            "partners": [Partner(organisation=site.organisation, role=text)],
            "adoptions": [Adoption(organisation=site.organisation, area=site.area, result=text)],
            "ratings": [RatingFactory(reason=text)],
            "evidence": [Evidence(research=site.study, note=text)],
            "figures": [PracticeFigure(snapshot=site.snapshot, note=text)],
            "target_groups": [site.target_group],
        },
        "researchpage": {"commissioner": site.organisation},
        "programmepage": {
            "partners": [ProgrammePartner(organisation=site.organisation, role=text)]
        },
        "communitypage": {
            "organisations": [CommunityMember(organisation=site.organisation, role=text)]
        },
        "learningmaterialpage": {"publisher": site.organisation, "community": site.community},
        "eventpage": {"community": site.community},
        "goalpage": {
            "indicator": site.indicator,
            "actuals": [GoalActual(date="2013-01-01", value=3, source=text)],
            "milestones": [Milestone(label=text, due=text)],
        },
        "consultationreportpage": {
            "municipalities": [ConsultedMunicipality(area=site.city, partnership="ends", note=text)]
        },
    }.get(name, {})


def refer(site, reason, pages):
    """Let public pages refer to hidden ones, or stand below them."""
    factories.PracticeFactory(
        parent=site.practices,
        title=f"Openbaar {reason}",
        method=pages["methods"],
        evidence=[Evidence(research=pages["research"])],
        themes=[site.theme],
    )
    for factory, section in (
        (factories.EventFactory, site.events),
        (factories.LearningMaterialFactory, site.learning),
    ):
        factory(parent=section, title=f"Openbaar {reason}", community=pages["communities"])
    factories.ProgressReportFactory(
        parent=site.reports,
        title=f"Openbaar rapport {reason}",
        body=[
            ("practices", {"practices": [pages["practices"]]}),
            ("goals", {"programme": pages["programmes"], "goals": [pages["goals"]]}),
            ("updates", {"programme": pages["programmes"], "updates": []}),
            ("consultation", {"report": pages["consultations"]}),
        ],
    )
    collect(site.plan, BY_NAME["page"], pages["practices"], word(reason))
    for name, factory in BELOW_A_PROGRAMME.items():
        # Below a programme that is closed they are closed as well.
        factory(parent=pages["programmes"], title=f"{name} onder {reason}", themes=[site.theme])
