"""The addresses of moderation, each with somebody for whom it is there, and what they are about."""

from community.models import State
from community.moderation import domain
from tests.factories import ExperienceFactory, MemberFactory, ReplyFactory, UserFactory

POST = "moderatie/<slug:kind>/<slug:key>/"
OF_COMMUNITY = "community/<page_slug:slug>/moderatie/"
DECIDED = {"reason": "Er staat een naam in.", "seen": "{seen}"}
# Who, how, the address and what is sent. Everybody else is answered as if it does not exist, or is
# led to sign in first. {names} are known to the site once `moderate` has filled it.
MODERATED = {
    "ervaringen/<slug:key>/melden/": ("judge", "get", "/ervaringen/{story}/melden/", {}),
    "reacties/<slug:key>/melden/": ("judge", "get", "/reacties/{remark}/melden/", {}),
    "ervaringen/<slug:key>/versies/": ("teller", "get", "/ervaringen/{story}/versies/", {}),
    "reacties/<slug:key>/versies/": ("teller", "get", "/reacties/{remark}/versies/", {}),
    "moderatie/": ("judge", "get", "/moderatie/", {}),
    "moderatie/mijn-meldingen/": ("reporter", "get", "/moderatie/mijn-meldingen/", {}),
    "moderatie/logboek/": ("judge", "get", "/moderatie/logboek/", {}),
    "moderatie/logboek.csv": ("judge", "get", "/moderatie/logboek.csv", {}),
    POST: ("judge", "get", "/moderatie/ervaring/{story}/", {}),
    f"{POST}bezwaar/": ("teller", "get", "/moderatie/ervaring/{hidden}/bezwaar/", {}),
    f"{POST}laat-staan/": ("judge", "post", "/moderatie/ervaring/{story}/laat-staan/", DECIDED),
    f"{POST}plaatsen/": ("judge", "post", "/moderatie/ervaring/{waiting}/plaatsen/", DECIDED),
    f"{POST}weigeren/": ("judge", "post", "/moderatie/ervaring/{waiting}/weigeren/", DECIDED),
    f"{POST}verbergen/": ("judge", "post", "/moderatie/ervaring/{story}/verbergen/", DECIDED),
    f"{POST}tonen/": ("judge", "post", "/moderatie/ervaring/{hidden}/tonen/", DECIDED),
    f"{POST}antwoord/": (
        "second judge",
        "post",
        "/moderatie/ervaring/{hidden}/antwoord/",
        DECIDED | {"granted": "yes"},
    ),
    OF_COMMUNITY: ("judge", "get", "/community/cop-18/moderatie/", {}),
    f"{OF_COMMUNITY}woorden/": ("judge", "get", "/community/cop-18/moderatie/woorden/", {}),
    f"{OF_COMMUNITY}woorden/weg/": (
        "judge",
        "post",
        "/community/cop-18/moderatie/woorden/weg/",
        {"word": "kwakzalver"},
    ),
}


def moderate(site):
    """Fill a site with what moderators act on, and return the people by what they do."""
    people = {
        name: MemberFactory(community=site.community, role=role).user
        for name, role in (
            ("teller", "member"),
            ("judge", "coordinator"),
            ("second judge", "coordinator"),
        )
    }
    people["reporter"] = UserFactory()
    told = {"community": site.community, "author": people["teller"], "title": "Onder ons"}
    posts = {
        "story": ExperienceFactory(**told),
        "waiting": ExperienceFactory(state=State.WAITING, **told),
        "hidden": ExperienceFactory(**told),
    }
    posts["remark"] = ReplyFactory(experience=posts["story"], author=people["teller"])
    domain.report(posts["story"], people["reporter"], "untrue")
    domain.hide(posts["hidden"], people["judge"], "Er staat een naam in.")
    domain.appeal(posts["hidden"], "Die naam is van mij.")
    domain.block_word("Kwakzalver", people["judge"], site.community)
    site.names |= {name: post.key for name, post in posts.items()}
    # They all say the same.
    site.names["seen"] = domain.mark(posts["story"])
    return people
