"""What no reader would send and somebody will, as it travels in an address."""

from urllib.parse import quote

from search.facets import FACETS

NAMES = [
    "q",
    "pagina",
    "sorteer",
    "weergave",
    *(facet.parameter for facet in FACETS),
    "p",
    "page",
    "format",
]

VALUES = {
    "minus one": "-1",
    "a milliard": str(10**9),
    "400 digits": "9" * 400,
    "digits of another script": quote("٣²½"),
    "nul": "%00",
    "nul in a word": "wijk%00agent",
    "10,000 characters": "a" * 10_000,
    "5,000 words": "+".join(f"woord{number}" for number in range(5_000)),
    "emoji": quote("🏘️👩‍👩‍👧‍👦🇳🇱"),
    "right to left": quote("\u202eנצח\u202c العربية"),
    "500 accents": quote("e" + "\u0301" * 499),
    "line ends": "a%0d%0aSet-Cookie:%20x=1%0d%0a",
    "not utf-8": "%ff%fe%c3%28",
    "half a surrogate": "%ed%a0%80",
    "no percent escape": "%zz%",
    "markup": quote('"><script>alert(1)</script><img src=x onerror=alert(1)>'),
    "operators": quote('AND OR NOT NEAR( ) * ^ : - + " { } \\ / ~ ? col:"x'),
    "quotes": quote("\"'“”`" * 30),
    "minuses": "-" * 400,
    "sql": quote("' OR 1=1; DROP TABLE content_area; --"),
    "a template": quote("{{ settings.SECRET_KEY }} {% debug %} %(title)s %s"),
}
QUERYSTRINGS = {
    **{name: "&".join(f"{key}={value}" for key in NAMES) for name, value in VALUES.items()},
    "lookups": "q__icontains=a&thema__slug=leren&pk__gt=0&password__startswith=a&pagina__gte=1",
    "60 times the same": "&".join(f"{key}=x{n}" for key in NAMES for n in range(60)),
    "no names": "&&=&=&==a&;;;&?",
    "no values": "&".join(NAMES),
    "lists": "&".join(f"{key}[]=a&{key}[0][__proto__]=b" for key in NAMES),
}
# More than Django reads (DATA_UPLOAD_MAX_NUMBER_FIELDS).
TOO_MANY = "&".join("q=a" for _ in range(10_001))
