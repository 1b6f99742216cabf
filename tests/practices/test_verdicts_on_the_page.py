"""How the five judgements stand on the page of a practice."""

from datetime import date, timedelta

from django.utils import timezone

from practices.models import Level
from tests.factories import RatingFactory, ThemeFactory
from tests.reading import facts, words


def verdict(page, kind):
    rows = page.select(".wk-verdict")
    return next(row.select_one(".wk-verdict__words") for row in rows if words(row.h3) == kind)


def test_a_judgement_tells_its_level_step_reason_assessor_and_end(show):
    ends = timezone.localdate() + timedelta(days=400)
    page = show(
        ratings=[
            RatingFactory(
                level=Level.EVIDENCE_FIRST,
                assessor="Lectoraat",
                assessed_on=date(2013, 5, 2),
                reason="Een meting voor en na.",
                expires_on=ends,
            )
        ]
    )
    found = verdict(page, "Onderbouwing")
    assert words(found.select_one(".wk-verdict__level")) == "Eerste aanwijzingen voor effect"
    assert words(found.select_one(".wk-ladder")) == "Trede 4 van 6"
    assert len(found.select(".wk-ladder__step--reached")) == 4
    assert "Een meting voor en na." in words(found)
    assert "Beoordeeld door Lectoraat, 2 mei 2013." in words(found)
    assert f"Geldig tot {ends.day} " in words(found)
    assert verdict(page, "Effect").get_text(strip=True) == "Nog niet beoordeeld."


def test_evidence_says_that_it_is_no_size_and_no_recommendation(show):
    kind = next(row for row in show().select(".wk-verdict") if words(row.h3) == "Onderbouwing")
    assert words(kind.select_one(".wk-meta")) == (
        "Hoe zeker weten wij dat dit werkt? Dit zegt niet hoe groot het effect is. "
        "Het is ook geen aanbeveling."
    )


def test_no_effect_found_is_a_level_beside_the_ladder(show):
    page = show(ratings=[RatingFactory(level=Level.EVIDENCE_NONE)])
    found = verdict(page, "Onderbouwing")
    assert words(found.select_one(".wk-verdict__level")) == "Onderzocht, geen effect gevonden"
    assert found.select(".wk-ladder") == []
    assert facts(page)["Onderbouwing"] == "Onderzocht, geen effect gevonden"


def test_an_expired_judgement_says_so(show):
    page = show(ratings=[RatingFactory(level=Level.EVIDENCE_GOOD, expires_on=date(2014, 1, 2))])
    found = verdict(page, "Onderbouwing")
    assert words(found.select_one(".wk-verdict__level")) == (
        "Goede aanwijzingen voor effect Verlopen"
    )
    assert "Dit oordeel gold tot 2 januari 2014. Er is nog geen nieuw oordeel." in words(found)
    assert facts(page)["Onderbouwing"] == "Goede aanwijzingen voor effect (verlopen)"


def test_effects_name_their_theme_and_a_replaced_judgement_stays_readable(show):
    theme = ThemeFactory(label="Werken")
    page = show(
        ratings=[
            RatingFactory(level=Level.EFFECT_IMPROVED, theme=theme, assessed_on=date(2012, 1, 1)),
            RatingFactory(level=Level.EFFECT_WORSENED, theme=theme),
        ]
    )
    found = verdict(page, "Effect")
    assert [words(level) for level in found.select(".wk-verdict__level")] == [
        "Werken: Verslechterd",
        "Werken: Verbeterd Vervangen door een later oordeel",
    ]
