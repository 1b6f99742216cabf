"""What the pages of organisations show, read in a fixed number of queries."""

from itertools import groupby

from cms.gathering import public_pages
from community.models import CommunityMember, LearningMaterialPage
from content.models import Organisation
from content.queries import latest
from indicators.models import Indicator
from practices.models import Adoption, Partner, ResearchPage
from programmes.models import ProgrammePartner


def organisations_by_kind():
    """Return pairs of a kind and its organisations, in the order of the kinds (one query)."""
    order = {kind: number for number, kind in enumerate(Organisation.Kind.values)}
    found = sorted(
        Organisation.objects.order_by("name"), key=lambda organisation: order[organisation.kind]
    )
    return [
        (Organisation.Kind(kind).label, list(members))
        for kind, members in groupby(found, key=lambda organisation: organisation.kind)
    ]


def organisation_overview(organisation):
    """Return everything public that an organisation takes part in, paid for or published."""
    public = public_pages()
    return {
        "practices": _roles(Partner, organisation, public),
        "adoptions": _roles(Adoption, organisation, public).select_related("area"),
        "programmes": _roles(ProgrammePartner, organisation, public),
        "communities": _roles(CommunityMember, organisation, public),
        "research": _pages(ResearchPage, public, commissioner=organisation),
        "learning_material": _pages(LearningMaterialPage, public, publisher=organisation),
        "indicators": Indicator.objects.filter(publisher=organisation).order_by("name"),
    }


def _roles(model, organisation, public):
    roles = model.objects.filter(organisation=organisation, page__in=public.values("pk"))
    return roles.select_related("page").order_by("page__title", "sort_order")


def _pages(model, public, **owner):
    return model.objects.filter(**owner, pk__in=public.values("pk")).order_by(
        latest("year"), "title"
    )
