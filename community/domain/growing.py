"""Lets an experience grow into a practice, or into a record of who did a practice too.

Both are drafts: an editor looks before anybody else does. Only what everybody may read grows;
what is said among members stays among them.
"""

from django.conf import settings
from django.db import transaction
from django.template.defaultfilters import truncatewords
from django.utils.text import slugify
from django.utils.translation import gettext as _

from community.domain.members import Refused
from community.experiences import writing
from community.models import Experience, Growth, Outcome
from content.models import AreaLink, ThemeLink
from practices.models import Adoption, Lesson, MethodPage, PracticePage

WORDS_OF_SUMMARY = 60
OUTCOMES = {
    Outcome.WORKED: Adoption.Outcome.WORKED,
    Outcome.DID_NOT_WORK: Adoption.Outcome.DID_NOT_WORK,
    Outcome.DEPENDS: Adoption.Outcome.PARTLY,
}


@transaction.atomic
def into_practice(experience, section, actor):
    """Return the draft of a practice that tells what an experience tells; twice gives one."""
    experience = _locked(experience)
    known = experience.growths.filter(kind=Growth.Kind.PRACTICE).first()
    if known:
        return known.page.specific
    practice = PracticePage(
        title=experience.title,
        slug=_free_slug(section, experience.title),
        summary=truncatewords(writing.plain(experience.body), WORDS_OF_SUMMARY),
        approach=writing.html(experience.body),
        sources=[("source", {"title": credit(experience), "url": _address(experience)})],
        method=MethodPage.objects.filter(pk__in=experience.about.values("pk")).first(),
        live=False,
        owner=actor,
    )
    practice.theme_links = [ThemeLink(theme=theme) for theme in experience.themes.all()]
    practice.area_links = [AreaLink(area=area) for area in experience.areas.all()]
    practice.lessons = [Lesson(kind=experience.outcome, text=practice.summary)]
    section.add_child(instance=practice)
    practice.save_revision(user=actor, log_action=True)
    _note(experience, practice, Growth.Kind.PRACTICE, actor)
    return practice


@transaction.atomic
def into_adoption(experience, practice, actor):
    """Put a record of who did it too in the draft of a practice; twice puts one."""
    experience = _locked(experience)
    if experience.growths.filter(page=practice).exists():
        return practice
    draft = practice.get_latest_revision_as_object()
    draft.adoptions.add(
        Adoption(
            area=experience.areas.order_by("pk").first(),
            year=experience.shown_since.year,
            outcome=OUTCOMES.get(experience.outcome, Adoption.Outcome.UNKNOWN),
            result=writing.plain(experience.body),
            source=f"{credit(experience)} ({_address(experience)})"[:250],
        )
    )
    draft.save_revision(user=actor, log_action=True)
    _note(experience, practice, Growth.Kind.ADOPTION, actor)
    return practice


def credit(experience):
    """Return who told it, in words for a list of sources."""
    return _("Ervaring van %(name)s") % {"name": experience.author_name}


def _locked(experience):
    found = Experience.objects.select_for_update().get(pk=experience.pk)
    if found.is_for_members or not found.is_shown:
        raise Refused(_("Alleen een ervaring die iedereen mag lezen kan een praktijk worden."))
    return found


def _note(experience, page, kind, actor):
    Growth.objects.create(experience=experience, page_id=page.pk, kind=kind, made_by=actor)


def _free_slug(section, title):
    """Return a slug that no page of the section has."""
    wanted = slugify(title)[:200] or "praktijk"
    taken = set(section.get_children().values_list("slug", flat=True))
    return next(
        slug
        for slug in (wanted, *(f"{wanted}-{number}" for number in range(2, len(taken) + 3)))
        if slug not in taken
    )


def _address(experience):
    return f"{settings.BASE_URL}{experience.get_absolute_url()}"
