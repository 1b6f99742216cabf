"""What the page tells of costs, partners, adoptions, research and the contact."""

from datetime import date

import pytest
from django.utils import timezone

from practices.models import Adoption, Evidence, Partner
from tests.factories import (
    MunicipalityFactory,
    OrganisationFactory,
    ResearchFactory,
)
from tests.reading import section, terms, words


def test_costs_and_benefits_tell_who_pays_and_who_profits(show):
    page = show(
        cost_payers="De gemeente",
        cost_beneficiaries="De zorgverzekeraar",
        benefit_ratio="2.35",
        benefit_balance="-450000",
        benefit_year=2012,
        benefit_note="Over vier jaar.",
    )
    assert terms(section(page, "kosten")) == {
        "Wie betaalt": "De gemeente",
        "Wie profiteert": "De zorgverzekeraar",
        "Baten per euro kosten": "€ 2,35",
        "Baten min kosten": "€ −450.000",
        "Jaar van de berekening": "2012",
        "Over de baten": "Over vier jaar.",
    }


def test_costs_of_nothing_are_costs(show):
    page = show(cost_amount=0, cost_unit="eenmalig")
    assert terms(section(page, "kosten")) == {"Kosten": "€ 0 (eenmalig)"}


def test_partners_come_with_their_role(show):
    partner = Partner(organisation=OrganisationFactory(name="Mitros"), role="Verhuurt")
    assert words(section(show(partners=[partner]), "partners").li) == "Mitros Verhuurt"


def test_an_adoption_that_failed_is_told_like_any_other(show):
    page = show(
        adoptions=[
            Adoption(
                organisation=OrganisationFactory(name="Welzijn Zwolle"),
                area=MunicipalityFactory(name="Zwolle"),
                year=2012,
                kept="Eén regisseur",
                changed="Zonder eigen budget",
                outcome=Adoption.Outcome.DID_NOT_WORK,
                result="Het team stopte na een jaar",
                source="Jaarverslag 2013",
            )
        ]
    )
    adoption = section(page, "navolging").li
    assert words(adoption.h3) == "Welzijn Zwolle , Zwolle"
    assert words(adoption.p) == "Het werkte hier niet Sinds 2012"
    assert terms(adoption) == {
        "Bleef hetzelfde": "Eén regisseur",
        "Ging anders": "Zonder eigen budget",
        "Kwam ervan": "Het team stopte na een jaar",
        "Bron": "Jaarverslag 2013",
    }


def test_research_says_what_it_means_for_the_practice(show, site):
    study = ResearchFactory(
        parent=site.research, title="Kosten en baten", year=2012, judged_by="De commissie"
    )
    page = show(evidence=[Evidence(research=study, note="Vergelijkt twee wijken.")])
    assert words(section(page, "onderzoek").li) == (
        "2012 Kosten en baten Vergelijkt twee wijken. Beoordeeld door De commissie"
    )


@pytest.mark.parametrize(
    ("confirmed", "text"),
    [
        (timezone.localdate(), "Dit contact is bevestigd op"),
        (date(2014, 1, 2), "Dit contact is voor het laatst bevestigd op 2 januari 2014, langer"),
        (None, "Niemand heeft dit contact het afgelopen jaar bevestigd."),
    ],
)
def test_a_contact_says_when_it_was_confirmed(show, confirmed, text):
    page = show(
        contact_role="Wijkmanager",
        contact_organisation=OrganisationFactory(name="Gemeente Utrecht"),
        contact_email="wijk@voorbeeld.example",
        deputy_role="Secretaris",
        deputy_email="bureau@voorbeeld.example",
        contact_confirmed_on=confirmed,
    )
    contact = section(page, "contact")
    assert terms(contact) == {
        "Vraag het aan": "Wijkmanager, Gemeente Utrecht wijk@voorbeeld.example",
        "Vervanger": "Secretaris bureau@voorbeeld.example",
    }
    assert words(contact.find("p", class_="wk-meta")).startswith(text)
