"""What the report tells in running text, beside the text of the pages."""

import json

import pytest
from django.utils.html import strip_tags
from wagtail.models import Page

pytestmark = pytest.mark.usefixtures("db")

# What stands in running text: the end of the address, and the words.
TOLD = [
    ("/programmas/wijkenaanpak/", "tienjarige aanpak"),
    ("/programmas/wijkenaanpak/", "18 gemeenten"),
    ("/programmas/wijkenaanpak/bewoners-optimistisch/", "bijna 10% minder"),
    ("/programmas/wijkenaanpak/overleg-tweede-kamer-woon/", "Op 6 juni 2013"),
    ("/programmas/wijkenaanpak/advies-rmo/", "Op 5 juli 2013"),
    ("/programmas/wijkenaanpak/bijdrage-40-plus-wijken/", "hoogstens 2 miljoen euro"),
    ("/programmas/wijkenaanpak/werkbezoek-treiteraanpak/", "In september 2013"),
    ("/programmas/wijkenaanpak/ronde-zomer-2013/", "17 gemeenten"),
    ("/programmas/wijkenaanpak/ronde-zomer-2013/", "regelvrije zones"),
    ("/programmas/outcomemonitor-wijkenaanpak/", "tot 2017"),
    ("/praktijken/treiteraanpak-amsterdam/", "Sinds 1 januari 2013"),
    ("/praktijken/treiteraanpak-amsterdam/", "In september 2013 ging het eerste gezin"),
    ("/praktijken/treiteraanpak-amsterdam/", "Rochdale"),
    ("/praktijken/integrale-aanpak-zuilen/", "vijftien jaar"),
    ("/praktijken/wijeindhoven/", "een van zes gemeenten vanaf 2008"),
    ("/praktijken/wijeindhoven/", "drie aandachtswijken"),
    ("/praktijken/bewonersbedrijf-heechterp-schieringen/", "16 bewoners leren voor hovenier"),
    ("/praktijken/rotterdam-vakmanstad/", "In 2007"),
    ("/praktijken/spar-winkel-met-loket/", "vijf dorpen"),
    ("/praktijken/lokale-fondsen/", "Texel, Amstelveen en Schiedam"),
    ("/praktijken/zwols-lokaal-werkfonds/", "Eind 2013"),
    ("/praktijken/studiekeuze-rotterdam-zuid/", "proefstuderen"),
    ("/nationaal-programma-rotterdam-zuid/school/", "6 tot 10 uur per week"),
    ("/nationaal-programma-rotterdam-zuid/van-start/", "najaar van 2011"),
    ("/nationaal-programma-rotterdam-zuid/burgertop/", "Op zaterdag 26 januari 2013"),
    ("/nationaal-programma-rotterdam-zuid/wonen/", "120 miljoen euro"),
    ("/nationaal-programma-rotterdam-zuid/wonen/", "60 miljoen euro"),
    ("/nationaal-programma-rotterdam-zuid/bijdrage-rijk/", "30 miljoen euro"),
    ("/nationaal-programma-rotterdam-zuid/wetten-tegen-overlast/", "Huisvestingswet 2013"),
    ("/nationaal-programma-rotterdam-zuid/wetten-tegen-overlast/", "november 2013"),
    ("/programmas/new-towns/toezegging-minister-spies/", "In maart 2012"),
    ("/programmas/new-towns/", "gemiddeld 75 procent na 1971"),
    ("/programmas/buurtalliantie/", "Op 13 december 2013"),
    ("/programmas/oog-voor-de-buurt/", "drie veendorpen"),
    ("/programmas/stadslabs-nieuw-amsterdam/", "in 2013"),
    ("/programmas/platform31-kennistrajecten/", "kennistrajecten"),
    ("/communities/cop-18/", "Sinds het voorjaar van 2009"),
    ("/communities/cop-40-plus/", "hoogstens 2 miljoen euro per plan"),
    ("/onderzoek/advies-wetenschappelijke-commissie-2013/", "opnieuw is gestegen"),
    ("/leermateriaal/oog-voor-de-buurt/", "tweede editie"),
]


def told(address):
    """Return all text of the page whose address ends like this, on one line."""
    (page,) = (page for page in Page.objects.filter(url_path__endswith=address))
    data = page.specific.serializable_data()
    return " ".join(strip_tags(word) for word in _words(data))


def _words(value):
    if isinstance(value, str) and value.startswith("["):
        value = json.loads(value)
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _words(item)
    elif isinstance(value, dict):
        yield from _words(list(value.values()))


@pytest.mark.parametrize(("address", "words"), TOLD)
def test_a_page_tells_what_the_report_tells(address, words):
    assert words in told(address)
