"""What every answer tells the browser: the strictest that the site can do with."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from tests.robustness.everything import ADDRESSES, FORMS, OWN, PUBLIC
from tests.robustness.forms import Form
from tests.robustness.reading import is_page, soup_of

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parent.parent.parent
CSP = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
}
ALWAYS = {
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# What other sites may put in a frame.
FRAMED = ADDRESSES["indicatoren/verkennen/insluiten"]
# Addresses that are themselves the permission to read: no other site hears of them.
SECRET = [address for address in PUBLIC if address.startswith("{shared_plan}")]
# What is wrong in a way of its own, and yet an answer with the same protection.
REFUSED = {
    "/bestaat-niet/": 404,
    "/zoeken?pagina=-1": 400,
    "/zoeken?" + "&" * 10_001 + "q=a": 400,
    "/cijfers/0000000000000000/": 404,
}


def policy(answer):
    """Return the content security policy by directive, without the word for this answer alone."""
    parts = (part.split(" ", 1) for part in answer["Content-Security-Policy"].split("; "))
    return {name: re.sub(r" 'nonce-[^']+'", "", value) for name, value in parts}


@pytest.mark.parametrize("address", [*PUBLIC, *REFUSED])
def test_every_answer_is_protected(client, site, address):
    answer = client.get(site.address(address) if address in PUBLIC else address)
    assert answer.status_code == REFUSED.get(address, answer.status_code)
    if address in FRAMED:
        assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS | {
            "X-Frame-Options": None
        }
        assert policy(answer) == CSP | {"frame-ancestors": "*"}
        return
    expected = ALWAYS | ({"Referrer-Policy": "no-referrer"} if address in SECRET else {})
    assert {name: answer.headers.get(name) for name in ALWAYS} == expected
    assert "camera=()" in answer["Permissions-Policy"]
    if address == "{document}":
        assert answer["Content-Security-Policy"] == "default-src 'none'"
    else:
        assert policy(answer) == CSP
        assert "unsafe" not in answer["Content-Security-Policy"]


@pytest.mark.parametrize("address", [*PUBLIC, *REFUSED])
def test_a_page_holds_nothing_that_its_policy_refuses(client, site, address):
    answer = client.get(site.address(address) if address in PUBLIC else address)
    if not is_page(answer) or not answer.content:
        return
    page = soup_of(answer)
    assert page.select("[style], style, base, object, embed, iframe") == []
    nonces = [script.get("nonce") for script in page.select("script:not([src])")]
    kinds = [script.get("type", "") for script in page.select("script:not([src])")]
    assert [k for k, n in zip(kinds, nonces, strict=True) if not n and "json" not in k] == []
    handlers = [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]
    assert handlers == []
    sources = [tag[name] for name in ("src", "srcset") for tag in page.select(f"[{name}]")]
    sheets = [link["href"] for link in page.select("link[rel=stylesheet], link[rel=preload]")]
    assert [url for url in sources + sheets if not url.startswith("/")] == []


@pytest.mark.parametrize("address", [*PUBLIC, *REFUSED])
def test_a_visit_sets_no_cookie(site, address):
    visitor = Client()
    answer = visitor.get(site.address(address) if address in PUBLIC else address)
    asks = address in FORMS and address not in ("{document}", *OWN)
    assert list(answer.cookies) == (["csrftoken"] if asks else [])


@pytest.mark.parametrize("address", PUBLIC)
def test_a_cache_keeps_apart_what_differs(client, site, address):
    answer = client.get(site.address(address))
    varies = {name.strip() for name in answer.headers.get("Vary", "").split(",")} - {""}
    if is_page(answer) and answer.status_code == 200:
        # What stands bare in a frame is the same for everybody.
        assert ("Cookie" in varies) == (address not in FRAMED)
    if address.partition("?")[0] in ("/zoeken", "/indicatoren/verkennen"):
        assert "HX-Request" in varies


def test_the_way_in_to_the_admin_is_protected_too(client, site):
    answer = client.get(reverse("wagtailadmin_login"))
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS


def test_only_a_preview_stands_in_a_frame_of_the_admin(client, site, eva):
    client.force_login(eva)
    draft = reverse("wagtailadmin_pages:preview_on_edit", args=[site.practice.pk])
    edit = reverse("wagtailadmin_pages:edit", args=[site.practice.pk])
    assert client.post(draft, Form(client, edit).fields).json()["is_valid"]
    shown = client.get(draft)
    assert shown["X-Frame-Options"] == "SAMEORIGIN"
    # A browser that reads the policy heeds nothing else.
    assert policy(shown) == CSP | {"frame-ancestors": "'self'"}
    page = client.get(site.practice.url)
    assert page["X-Frame-Options"] == "DENY"
    assert policy(page) == CSP


def test_the_headers_are_those_that_operators_read_about():
    told = (ROOT / "docs/operators.md").read_text(encoding="utf-8")
    for name in (*ALWAYS, "Content-Security-Policy", "Permissions-Policy"):
        assert f"| `{name}` |" in told


@pytest.fixture
def deployed(tmp_path):
    """Return the surroundings of a site in production, with the style sheets of this checkout."""
    (tmp_path / "assets").symlink_to(ROOT / "var" / "assets")
    kept = {k: v for k, v in os.environ.items() if k not in ("DJANGO_SETTINGS_MODULE",)}
    return kept | {
        "WIJKKENNIS_DATA_DIR": str(tmp_path),
        "WIJKKENNIS_BASE_URL": "https://wijken.example",
        "DATABASE_URL": "",
    }


def manage(surroundings, *words):
    return subprocess.run(
        [sys.executable, "manage.py", *words],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        text=True,
        check=False,
    )


def test_nothing_is_left_to_warn_of_in_production(deployed):
    checked = manage(deployed, "check", "--deploy", "--fail-level", "WARNING")
    assert checked.stderr == ""
    assert checked.stdout == "System check identified no issues (0 silenced).\n"


def test_in_production_every_answer_asks_for_a_safe_line(deployed):
    asked = (
        "from django.test import Client; "
        "a = Client().get('/robots.txt', secure=True, headers={'host': 'wijken.example'}); "
        "b = Client().get('/robots.txt', headers={'host': 'wijken.example'}); "
        "print(a.status_code, a['Strict-Transport-Security'], b.status_code, b['Location'])"
    )
    assert manage(deployed, "shell", "--verbosity", "0", "-c", asked).stdout.split("\n")[0] == (
        "200 max-age=63072000; includeSubDomains; preload 301 https://wijken.example/robots.txt"
    )


def test_another_host_is_refused_in_words(client, site):
    answer = client.get("/", headers={"host": "kwaad.example"})
    assert answer.status_code == 400
    assert "Deze vraag begrijpen wij niet" in answer.content.decode()
