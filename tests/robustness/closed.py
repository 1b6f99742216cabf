"""The addresses that need a person, each with somebody for whom it is there.

Everybody else is answered as if it does not exist, or is led to sign in first. {names} are known
to `tests.robustness.everything.Everything`, and the people too.
"""

# Route, and who asks in which way for which address.
CLOSED = {
    "community/<page_slug:slug>/meedoen/": ("outsider", "get", "/community/cop-18/meedoen/"),
    "community/<page_slug:slug>/meedoen/intrekken/": (
        "asking",
        "post",
        "/community/cop-18/meedoen/intrekken/",
    ),
    "community/<page_slug:slug>/weggaan/": ("member", "get", "/community/cop-18/weggaan/"),
    "community/<page_slug:slug>/leden/": ("member", "get", "/community/cop-18/leden/"),
    "community/<page_slug:slug>/leden/<slug:key>/": (
        "member",
        "get",
        "/community/cop-18/leden/{member}/",
    ),
    "community/<page_slug:slug>/beheer/": ("coordinator", "get", "/community/cop-18/beheer/"),
    "community/<page_slug:slug>/beheer/uitnodigen/": (
        "coordinator",
        "get",
        "/community/cop-18/beheer/uitnodigen/",
    ),
    "community/<page_slug:slug>/beheer/leden/<slug:key>/toelaten/": (
        "coordinator",
        "post",
        "/community/cop-18/beheer/leden/{asking}/toelaten/",
    ),
    "community/<page_slug:slug>/beheer/leden/<slug:key>/weigeren/": (
        "coordinator",
        "get",
        "/community/cop-18/beheer/leden/{asking}/weigeren/",
    ),
    "community/<page_slug:slug>/beheer/leden/<slug:key>/uitzetten/": (
        "coordinator",
        "get",
        "/community/cop-18/beheer/leden/{member}/uitzetten/",
    ),
    "community/<page_slug:slug>/beheer/leden/<slug:key>/rol/": (
        "coordinator",
        "post",
        "/community/cop-18/beheer/leden/{member}/rol/",
    ),
    "community/<page_slug:slug>/beheer/uitnodigingen/<slug:key>/intrekken/": (
        "coordinator",
        "post",
        "/community/cop-18/beheer/uitnodigingen/{invitation}/intrekken/",
    ),
    "community/<page_slug:slug>/beheer/uitnodigingen/<slug:key>/opnieuw/": (
        "coordinator",
        "post",
        "/community/cop-18/beheer/uitnodigingen/{invitation}/opnieuw/",
    ),
    # Whoever holds the address may read it, and signs in to use it.
    "uitnodiging/<slug:token>/": ("outsider", "get", "/uitnodiging/{token}/"),
    "account/gebieden-en-themas/": ("outsider", "get", "/account/gebieden-en-themas/"),
}
# Types of page that not everybody may read, with the address of one.
CLOSED_PAGES = {"community.MembersRoomPage": "/communities/cop-18/besloten/"}
# Of meetings and material: every pattern that needs a person, with somebody for whom it is there
# and how that person asks. Each is tried with everybody in tests/community/meetings.
MANAGED = "community/<page_slug:slug>/beheer"
BY_COORDINATORS = {
    "agenda/": "agenda/",
    "bijeenkomst/nieuw/": "bijeenkomst/nieuw/",
    "bijeenkomst/<uuid:key>/": "bijeenkomst/{meeting}/",
    "bijeenkomst/<uuid:key>/verslag/": "bijeenkomst/{meeting}/verslag/",
    "bijeenkomst/<uuid:key>/afgelasten/": "bijeenkomst/{meeting}/afgelasten/",
    "bijeenkomst/<uuid:key>/intrekken/": "bijeenkomst/{meeting}/intrekken/",
    "materiaal/nieuw/": "materiaal/nieuw/",
    "materiaal/<uuid:key>/": "materiaal/{material}/",
    "materiaal/<uuid:key>/intrekken/": "materiaal/{material}/intrekken/",
}
MEETINGS = {
    "bijeenkomst/<uuid:key>/aanmelden/": ("outsider", "get", "/bijeenkomst/{meeting}/aanmelden/"),
    "bijeenkomst/<uuid:key>/afmelden/": ("member", "get", "/bijeenkomst/{meeting}/afmelden/"),
    "account/agenda/": ("outsider", "get", "/account/agenda/"),
    "account/agenda/nieuw-adres/": ("outsider", "post", "/account/agenda/nieuw-adres/"),
    "account/agenda/stoppen/": ("outsider", "post", "/account/agenda/stoppen/"),
    **{
        f"bijeenkomst/<uuid:key>/deelnemers{route}": (
            "coordinator",
            method,
            f"/bijeenkomst/{{meeting}}/deelnemers{end}",
        )
        for route, method, end in (
            ("/", "get", "/"),
            (".csv", "get", ".csv"),
            ("/<slug:person>/weghalen/", "post", "/{registration}/weghalen/"),
            ("/<slug:person>/toelaten/", "post", "/{registration}/toelaten/"),
        )
    },
    **{
        f"{MANAGED}/{route}": ("coordinator", "get", f"/community/cop-18/beheer/{address}")
        for route, address in BY_COORDINATORS.items()
    },
}
CLOSED |= MEETINGS
STORY = "ervaringen/<slug:key>"
CLOSED |= {
    "ervaringen/schrijven/": ("member", "get", "/ervaringen/schrijven/"),
    f"{STORY}/bewerken/": ("member", "get", "/ervaringen/{story}/bewerken/"),
    f"{STORY}/verwijderen/": ("member", "get", "/ervaringen/{story}/verwijderen/"),
    f"{STORY}/dank/": ("coordinator", "post", "/ervaringen/{story}/dank/"),
    f"{STORY}/beelden/<slug:name>/": ("member", "get", "/ervaringen/{story}/beelden/{image}/"),
    f"{STORY}/bestanden/<slug:name>/": ("member", "get", "/ervaringen/{story}/bestanden/{file}/"),
    "reacties/<slug:key>/": ("member", "get", "/reacties/{remark}/"),
}
# Those that answer in a way of their own: tests/community/experiences and tests/accounts.
ELSEWHERE = [
    f"{STORY}/bewaren/",
    f"{STORY}/reageren/",
    f"{STORY}/praktijk/",
    f"{STORY}/navolging/<int:number>/",
    "account/gegevens/",
    "account/gegevens/meenemen/",
    "account/opheffen/",
]
