"""A week in a community, day by day, by keyboard alone on a narrow screen: how it begins."""

import re
from datetime import date

from tests.stories.keyboard import choose, enter, go_to, heading, press, tick, told, write

COMMUNITY = "CoP 18: rijk en achttien steden leren samen"
PRACTICE = "Gezonde Wijk Overvecht"
NOBODY = "Deze pagina bestaat niet"


def search(page, words, title):
    """Find a page from the front page, and open it."""
    page.goto("/")
    write(page, "#zoekvraag", words)
    enter(page)
    press(page, "link", re.compile(f"^{title}"))
    assert heading(page).startswith(title)


def visit_community(page):
    search(page, "CoP 18 steden leren samen", COMMUNITY)


def notice(page, title, kind):
    """Open what a notification tells of, which comes within seconds."""
    page.goto("/")
    press(page, "link", re.compile("^Meldingen"))
    line = page.locator(".wk-following__item", has_text=title).filter(has_text=kind)
    for _look in range(30):
        if line.count():
            break
        page.wait_for_timeout(500)
        page.reload()
    go_to(page, line.first.get_by_role("link"))
    enter(page)


def monday(week):
    """Somebody makes an account, asks to take part, and is let in."""
    noor, karim = week.noor, week.karim
    press(noor, "link", "Inloggen")
    press(noor, "link", "Meld u aan")
    write(noor, "#id_first_name", week.first_name)
    write(noor, "#id_last_name", "Jansen")
    write(noor, "#id_email", week.address)
    write(noor, "#id_password1", week.password)
    press(noor, "button", "Verder")
    write(noor, "#id_code", week.code_in_mail(week.address))
    press(noor, "button", "Bevestigen")
    assert heading(noor) == "Uw account"

    press(noor, "link", "Profiel")
    write(noor, "#id_organisation", "Gemeente Zwolle")
    go_to(noor, noor.locator("#id_organisation_shown_to"))
    noor.keyboard.type("Iedereen")
    press(noor, "button", "Profiel bewaren")
    assert "Uw profiel is bewaard." in told(noor)
    assert noor.locator("#id_organisation_shown_to").input_value() == "everybody"

    visit_community(noor)
    press(noor, "link", "Vraag om mee te doen")
    write(noor, "#id_motivation", "Wij beginnen in Zwolle met hetzelfde.")
    press(noor, "button", "Verstuur uw vraag")
    assert "Uw vraag is verstuurd. U krijgt antwoord per mail." in told(noor)

    notice(karim, COMMUNITY, "Iemand wil meedoen")
    assert "Wij beginnen in Zwolle met hetzelfde." in told(karim)
    assert "Gemeente Zwolle" in told(karim)
    press(karim, "button", f"Laat toe {week.name}")
    assert f"{week.name} doet nu mee." in told(karim)

    noor.goto(week.link_in_mail(week.address, "U doet mee met"))
    press(noor, "link", "Besloten deel")
    assert "Waarom dit besloten is" in told(noor)


def tuesday(week):
    """A meeting with one seat, which goes to who waited when the first does not come."""
    noor, lisa, karim = week.noor, week.lisa, week.karim
    visit_community(karim)
    press(karim, "link", "Bijeenkomsten en materiaal maken")
    plan_a_meeting(karim, week.meeting, seats="1")

    visit_meeting(noor, week.meeting)
    press(noor, "link", "Meld u aan")
    write(noor, "#id_note", "Ik eet geen vlees.")
    press(noor, "button", "Meld mij aan")
    assert "U bent aangemeld." in told(noor)

    visit_meeting(lisa, week.meeting)
    assert "Alle plaatsen zijn bezet." in told(lisa)
    press(lisa, "link", "Zet u op de wachtlijst")
    press(lisa, "button", "Zet mij op de wachtlijst")
    assert "U staat op de wachtlijst" in told(lisa)

    press(noor, "link", "Meld u af")
    press(noor, "button", "Meld mij af")
    assert "U bent afgemeld." in told(noor)
    lisa.goto(week.link_in_mail("lid@wijkkennis.example", week.meeting))
    assert "U bent aangemeld." in told(lisa)


def plan_a_meeting(page, title, seats):
    press(page, "link", "Nieuwe bijeenkomst")
    write(page, "#id_title", title)
    write(page, "#id_summary", "Wij vergelijken wat de steden doen.")
    # The same in whichever order a browser asks for day and month.
    write(page, "#id_starts_on", f"1212{date.today().year + 1}")
    choose(page, "audience_choice", "closed")
    choose(page, "registering", "members")
    write(page, "#id_seats", seats)
    press(page, "button", "Plaats op de site")
    assert f"‘{title}’ staat op de site." in told(page)


def visit_meeting(page, title):
    visit_community(page)
    press(page, "link", "Besloten deel")
    press(page, "link", title)


def wednesday(week):
    """Somebody tells of a practice; another thanks for it and asks on."""
    noor, lisa = week.noor, week.lisa
    search(noor, PRACTICE, PRACTICE)
    press(noor, "link", "Deel uw ervaring hiermee")
    press(noor, "button", "Begin met schrijven")
    write(noor, "#id_title", week.experience)
    choose(noor, "outcome", "worked")
    write(noor, "#id_body", "Wij liepen elke week een ronde met de huisarts.")
    press(noor, "button", "Plaats uw ervaring")
    assert f"Over {PRACTICE}" in told(noor)

    notice(lisa, week.experience, "Ervaring · nieuw")
    press(lisa, "button", "Bedank de schrijver")
    assert "1 lezer vond dit nuttig." in told(lisa)
    write(lisa, "#id_body", "Wie betaalde de huisarts?")
    tick(lisa, "#id_asks_author")
    press(lisa, "button", "Plaats reactie")
    assert "Uw reactie is geplaatst." in told(lisa)

    notice(noor, week.experience, "Iemand bedankt u")
    notice(noor, week.experience, "Nieuwe reactie")
    assert "Vraag aan de schrijver" in noor.locator(".wk-reply").inner_text()
