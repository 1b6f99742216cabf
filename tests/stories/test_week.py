"""The fourth journey: a week in a community, from signing up to leaving for good.

By keyboard alone, on a narrow screen, with JavaScript and without.
"""

import re
from types import SimpleNamespace

import pytest

from tests.stories import codes, week, week_end
from tests.stories.keyboard import NARROW, enter, write

pytestmark = pytest.mark.browser

NAMES = {"with JavaScript": "Noor", "without": "Nora"}


@pytest.fixture(params=NAMES)
def people(request, visitor, login_of, code_in_mail, mail_to, send_overviews):
    """Return the people of a week, each with a browser, and what they call things."""
    javascript = request.param == "with JavaScript"
    name = NAMES[request.param]

    def at(path):
        return visitor(path, width=NARROW, javascript=javascript)

    def signed_in(username):
        login, page = login_of(username), at("/account/inloggen/")
        write(page, "#id_login", username)
        write(page, "#id_password", login["password"])
        enter(page)
        if "secret" in login:
            write(page, "#id_code", codes.unused(login["secret"]))
            enter(page)
        return page

    return SimpleNamespace(
        noor=at("/"),
        lisa=signed_in("lid"),
        karim=signed_in("coordinator"),
        first_name=name,
        name=f"{name} Jansen",
        address=f"{name.lower()}@voorbeeld.example",
        password="wandelen door de wijk",
        meeting=f"Ronde van {name} langs de steden",
        second_meeting=f"Tweede ronde van {name}",
        experience=f"{name} wandelde met de huisarts",
        second_experience=f"Na {name} kwam de wijkverpleegkundige",
        plan=f"Gezond in Zwolle, van {name}",
        visitor=at,
        signed_in=signed_in,
        code_in_mail=code_in_mail,
        mail_to=mail_to,
        link_in_mail=lambda address, words: re.search(r"https?://\S+", mail_to(address, words))[0],
        send_overviews=send_overviews,
    )


def test_a_week_in_a_community(people):
    week.monday(people)
    week.tuesday(people)
    week.wednesday(people)
    week_end.thursday(people)
    week_end.friday(people)
    week_end.saturday(people)
    week_end.sunday(people)
