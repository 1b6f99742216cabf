"""The editor's forms of practices, methods and research."""

from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from content import panels as shared

PERIOD = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("status"), FieldPanel("start_year"), FieldPanel("end_year")])],
    _("Periode"),
)
STORY = [
    HelpPanel(
        content=_(
            "Vraagt u bij Diepte om een volledige beschrijving, dan zijn hier nodig: wat speelde "
            "er, wat is er gedaan en wat kwam ervan. Een concept mag u half af bewaren."
        )
    ),
    FieldPanel("problem", help_text=_("Voor wie was het een probleem, en hoe groot was het?")),
    FieldPanel("approach", help_text=_("Wie deed wat? Schrijf het op zoals u het zou vertellen.")),
    FieldPanel("active_ingredients", help_text=_("Wat moet een ander zeker ook zo doen?")),
    FieldPanel("result", help_text=_("Ook als het anders liep dan gehoopt.")),
    FieldPanel("key_figures", help_text=_("Een paar getallen die het verhaal dragen, met bron.")),
    InlinePanel(
        "lessons",
        panels=[FieldPanel("kind"), FieldPanel("text")],
        heading=_("Lessen"),
        label=_("les"),
        help_text=_("Kort, één les per regel. Ook wat niet werkte is het delen waard."),
    ),
    FieldPanel("conditions"),
    FieldPanel(
        "transferability", help_text=_("Wat moet iemand in een andere wijk aanpassen, en wat niet?")
    ),
    FieldPanel("gallery"),
    FieldPanel("attachments"),
]
PARTNERS = InlinePanel(
    "partners",
    panels=[FieldPanel("organisation"), FieldPanel("role")],
    heading=_("Partners"),
    label=_("partner"),
    help_text=_("Elke organisatie met wat zij doet: betaalt mee, verhuurt, leidt op."),
)
COSTS = [
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("cost_amount"), FieldPanel("cost_unit")]),
            FieldPanel("cost_payers"),
            FieldPanel("cost_beneficiaries"),
        ],
        _("Kosten"),
    ),
    MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel("benefit_ratio"),
                    FieldPanel("benefit_balance"),
                    FieldPanel("benefit_year"),
                ]
            ),
            FieldPanel("benefit_note"),
        ],
        _("Baten"),
    ),
]
CONTACT = MultiFieldPanel(
    [
        FieldPanel("contact_role"),
        FieldPanel("contact_organisation"),
        FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_url")]),
        FieldRowPanel([FieldPanel("deputy_role"), FieldPanel("deputy_email")]),
        FieldPanel("contact_confirmed_on"),
    ],
    _("Contact"),
)

PROOF = [
    InlinePanel(
        "figures",
        panels=[FieldPanel("snapshot"), FieldPanel("note")],
        heading=_("Cijfers"),
        label=_("cijfer"),
        help_text=_(
            "Een vastgelegd cijfer verandert niet meer. Kies er een, of leg in hetzelfde venster "
            "een nieuw vast."
        ),
    ),
    InlinePanel(
        "ratings",
        panels=[
            FieldPanel("level"),
            FieldRowPanel([FieldPanel("theme"), FieldPanel("unit")]),
            FieldPanel("reason"),
            FieldRowPanel(
                [FieldPanel("assessor"), FieldPanel("assessed_on"), FieldPanel("expires_on")]
            ),
        ],
        heading=_("Beoordelingen"),
        label=_("beoordeling"),
        help_text=_(
            "Verandert een oordeel? Voeg dan een nieuw oordeel toe. Het oude blijft te lezen."
        ),
    ),
    InlinePanel(
        "evidence",
        panels=[PageChooserPanel("research"), FieldPanel("note")],
        heading=_("Onderzoek"),
        label=_("onderzoek"),
    ),
    InlinePanel(
        "adoptions",
        panels=[
            FieldRowPanel([FieldPanel("organisation"), FieldPanel("area")]),
            FieldRowPanel([FieldPanel("outcome"), FieldPanel("year")]),
            FieldPanel("kept"),
            FieldPanel("changed"),
            FieldPanel("result"),
            FieldPanel("source"),
        ],
        heading=_("Navolging"),
        label=_("navolging"),
        help_text=_("Wie deed dit ook? Noem het ook als het daar niet werkte."),
    ),
]

PRACTICE = TabbedInterface(
    [
        ObjectList(
            [
                HelpPanel(
                    content=_(
                        "Een momentopname is in een kwartier klaar: titel, samenvatting, thema en "
                        "gebied. De andere tabbladen kunnen later."
                    )
                ),
                TitleFieldPanel("title"),
                FieldPanel("summary"),
                FieldPanel(
                    "description_depth",
                    help_text=_(
                        "Een volledige beschrijving vraagt ook om het verhaal en een bron."
                    ),
                ),
                *shared.SUBJECT,
                FieldPanel("method"),
                FieldPanel("target_groups", widget=CheckboxSelectMultiple),
                PERIOD,
                CONTACT,
                *shared.SOURCES,
                *shared.COVER,
            ],
            heading=_("Momentopname"),
        ),
        ObjectList(STORY, heading=_("Het verhaal")),
        ObjectList([PARTNERS, *COSTS], heading=_("Partners en kosten")),
        ObjectList(PROOF, heading=_("Bewijs")),
        ObjectList(shared.PROMOTE, heading=_("Vindbaarheid")),
    ]
)

METHOD = [
    TitleFieldPanel("title"),
    FieldPanel("summary"),
    *shared.SUBJECT,
    FieldPanel("when_it_fits"),
    FieldPanel("approach"),
    FieldPanel("active_ingredients"),
    FieldPanel("conditions"),
    FieldPanel("pitfalls"),
    FieldPanel("known_effect"),
    *shared.SOURCES,
    *shared.COVER,
]

RESEARCH = [
    TitleFieldPanel("title"),
    FieldPanel("summary"),
    *shared.SUBJECT,
    FieldPanel("commissioner"),
    FieldRowPanel([FieldPanel("authors"), FieldPanel("year")]),
    FieldPanel("findings"),
    FieldPanel("method"),
    MultiFieldPanel(
        [
            FieldPanel("method_judgement"),
            FieldPanel("execution_judgement"),
            FieldPanel("policy_judgement"),
            FieldRowPanel([FieldPanel("judged_by"), FieldPanel("judged_on")]),
        ],
        _("Oordeel van de commissie"),
    ),
    FieldPanel("recommendation"),
    *shared.SOURCES,
    *shared.COVER,
]
