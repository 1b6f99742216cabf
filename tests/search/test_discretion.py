"""Which questions are kept for editors to read."""

import pytest

from search.discretion import may_be_kept


@pytest.mark.parametrize(
    "question",
    [
        "j.jansen@voorbeeld.nl",
        "mail aan jan @ gemeente",
        "https://voorbeeld.example/dossier",
        "www.voorbeeld.example",
        "uitkering 12345",
        "06-12345678",
        "06 12 34 56 78",
        "bsn 123.456.782",
        "NL91 ABNA 0417 1643 00",
        "overlast 3563 AB",
        "overlast 3563ab",
        "J. de Vries",
        "schulden mevrouw de Vries",
        "dhr jansen wijkteam",
        "familie Jansen",
        "Dorpsstraat 12",
        "overlast kanaleneiland marco polo-laan 403a utrecht",
        "Jan Jansen 12",
        "Jan van der Berg 3 b",
    ],
)
def test_what_points_at_somebody_is_not_kept(question):
    assert not may_be_kept(question)


@pytest.mark.parametrize(
    "question",
    [
        "zorgtoeslag aanvragen",
        "40 wijken",
        "Platform31",
        "wmo 2015",
        "woningbouw 2010 2011 2012",
        "Zuidplein 2013",
        "Rotterdam Zuid 2020",
        "hulp voor familie",
        "in 2012 de wijk",
        "top 10",
        "artikel 213a",
        "Bos en Lommer",
        "jan jansen",
        "",
    ],
)
def test_what_names_a_subject_or_a_place_is_kept(question):
    assert may_be_kept(question)
