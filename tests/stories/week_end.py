"""The end of a week in a community: a decision, an overview by mail, a plan, and leaving."""

import json
import re
from pathlib import Path

from tests.stories.keyboard import choose, go_to, heading, press, tick, told, unfold, write
from tests.stories.week import (
    COMMUNITY,
    NOBODY,
    PRACTICE,
    notice,
    plan_a_meeting,
    search,
    visit_community,
)


def thursday(week):
    """A moderator hides it, the author appeals, and another moderator decides otherwise."""
    noor, lisa, karim = week.noor, week.lisa, week.karim
    press(lisa, "link", "Melden")
    choose(lisa, "why", "personal")
    press(lisa, "button", "Meld dit bericht")
    assert "Dank u. Een moderator kijkt ernaar." in told(lisa)

    visit_community(karim)
    press(karim, "link", "Moderatie")
    press(karim, "link", week.experience)
    write(karim, "#hide_reason", "De huisarts is te herkennen.")
    press(karim, "button", "Verberg")
    assert "Het bericht is verborgen. De schrijver leest uw reden." in told(karim)

    notice(noor, week.experience, "Uw ervaring is verborgen door een moderator")
    assert "De huisarts is te herkennen." in told(noor)
    press(noor, "link", "Maak bezwaar")
    write(noor, "#id_text", "Er werken daar twaalf huisartsen.")
    press(noor, "button", "Verstuur uw bezwaar")
    assert "Uw bezwaar is verstuurd." in told(noor)

    bram = week.signed_in("beheerder")
    visit_community(bram)
    press(bram, "link", "Moderatie")
    press(bram, "link", week.experience)
    assert "Er werken daar twaalf huisartsen." in told(bram)
    choose(bram, "granted", "yes")
    write(bram, "#answer_reason", "U hebt gelijk: niemand is te herkennen.")
    press(bram, "button", "Beantwoord")
    assert "Het bezwaar is beantwoord." in told(bram)

    notice(noor, week.experience, "Uw ervaring is weer te lezen")
    assert "verborgen" not in told(noor)
    press(noor, "link", "Lees het antwoord op uw bezwaar")
    assert "U hebt gelijk: niemand is te herkennen." in told(noor)


def friday(week):
    """Somebody follows a theme and the community, gets the overview by mail, and stops it."""
    noor, karim = week.noor, week.karim
    noor.goto("/")
    unfold(noor, "Menu")
    press(noor, "link", "Thema's")
    press(noor, "link", re.compile("^Gezondheid"))
    follow(noor, "Gezondheid")
    visit_community(noor)
    follow(noor, COMMUNITY)
    press(noor, "link", "Hoe vaak u mail krijgt")
    choose(noor, "often", "daily")
    press(noor, "button", "Bewaar")
    assert "Uw keuze is bewaard." in told(noor)

    visit_community(karim)
    press(karim, "link", "Bijeenkomsten en materiaal maken")
    plan_a_meeting(karim, week.second_meeting, seats="20")
    tell_of_health(karim, week.second_experience)
    notice(noor, week.second_meeting, "U volgt een pagina waar dit bij hoort.")
    notice(noor, week.second_experience, "U volgt")

    week.send_overviews()
    overview = week.mail_to(week.address, "Nieuw bij wat u volgt")
    assert week.second_meeting in overview
    assert week.second_experience in overview
    week.stop = re.search(r"Stop deze mail: (\S+)", overview)[1]
    week.closed = re.search(rf"{week.second_meeting}\n.*\n +(\S+)", overview)[1]
    noor.goto(week.stop)
    press(noor, "button", "Stop deze mail")
    assert heading(noor) == "U krijgt deze mail niet meer"

    press(noor, "link", re.compile("^Meldingen"))
    unread = noor.locator("main .wk-badge", has_text="ongelezen")
    assert unread.count() > 0
    press(noor, "button", "Alles gelezen")
    assert unread.count() == 0


def follow(page, title):
    press(page, "link", re.compile("^Volgen"))
    press(page, "button", "Volgen", exact=True)
    assert f"U volgt nu ‘{title}’." in told(page)


def tell_of_health(page, title):
    search(page, PRACTICE, PRACTICE)
    press(page, "link", "Deel uw ervaring hiermee")
    press(page, "button", "Begin met schrijven")
    write(page, "#id_title", title)
    choose(page, "outcome", "depends")
    write(page, "#id_body", "Bij ons kwam de wijkverpleegkundige mee.")
    unfold(page, "Kies thema's")
    go_to(page, page.get_by_label("Gezondheid", exact=True))
    page.keyboard.press("Space")
    press(page, "button", "Plaats uw ervaring")


def saturday(week):
    """A plan of a practice and an experience, of which a stranger sees what is for everybody."""
    noor = week.noor
    search(noor, PRACTICE, PRACTICE)
    press(noor, "link", "Zet in mijn plan")
    write(noor, "#id_title", week.plan)
    press(noor, "button", "Zet in dit plan")
    assert "staat in dit plan." in told(noor)
    notice(noor, week.experience, "Nieuwe reactie")
    press(noor, "link", "Zet in mijn plan")
    write(noor, "#id_note", "Zo begonnen wij.")
    press(noor, "button", "Zet in dit plan")
    assert f"‘{week.experience}’ staat in dit plan." in told(noor)

    unfold(noor, "Aantekening schrijven")
    write(noor, "details[open] textarea", "Hier staan de cijfers.")
    press(noor, "button", "Bewaar de aantekening")
    assert "Hier staan de cijfers." in told(noor)
    press(noor, "button", "Omlaag")
    first, second = noor.locator(".wk-plan__title").all_inner_texts()
    assert (first, second[: len(PRACTICE)]) == (week.experience, PRACTICE)
    assert noor.evaluate("document.activeElement.textContent") == "Omhoog"

    press(noor, "link", "Plan delen")
    press(noor, "button", "Deel het plan")
    stranger = week.visitor(noor.locator(".wk-plan__link a").inner_text())
    assert heading(stranger) == week.plan
    assert "Hier staan de cijfers." in told(stranger)
    assert PRACTICE in told(stranger)
    assert week.experience not in stranger.content()
    assert "Zo begonnen wij." not in told(stranger)


def sunday(week):
    """Somebody leaves the community, takes along what is kept, and closes the account."""
    noor, lisa = week.noor, week.lisa
    visit_community(noor)
    press(noor, "link", "Weggaan")
    press(noor, "button", "Ja, ik ga weg")
    assert "U doet niet meer mee." in told(noor)
    noor.goto(week.closed)
    assert heading(noor) == NOBODY

    press(noor, "link", re.compile("^Uw account"))
    press(noor, "link", "Uw gegevens")
    confirm(noor, week.password)
    kept = take_along(noor)
    told_there = [told["title"] for told in kept["communities"]["experiences"]]
    assert told_there == [week.experience]
    press(noor, "link", "Hef uw account op")
    confirm(noor, week.password)
    choose(noor, "posts", "keep")
    tick(noor, "#id_certain")
    press(noor, "button", "Hef mijn account op")
    assert "Uw account is opgeheven. Uw gegevens zijn weg." in told(noor)
    assert noor.get_by_role("link", name="Inloggen").count() == 1

    notice(lisa, week.experience, "Ervaring · nieuw")
    assert week.name not in told(lisa)


def confirm(page, password):
    """Say once more who it is, which is asked some minutes after signing in."""
    if "/account/bevestigen/" in page.url:
        write(page, "#id_password", password)
        press(page, "button", "Bevestigen")


def take_along(page):
    """Download what is kept of somebody."""
    go_to(page, page.get_by_role("link", name="Haal uw gegevens op"))
    with page.expect_download() as kept:
        page.keyboard.press("Enter")
    return json.loads(Path(kept.value.path()).read_text(encoding="utf-8"))
