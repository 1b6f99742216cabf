"""The editor's forms of practices, methods and research."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
    TitleFieldPanel,
)

from content import panels as shared

PERIOD = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("status"), FieldPanel("start_year"), FieldPanel("end_year")])],
    _("Periode"),
)
STORY = [
    FieldPanel("problem"),
    FieldPanel("approach"),
    FieldPanel("active_ingredients"),
    FieldPanel("result"),
    FieldPanel("key_figures"),
    InlinePanel("lessons", heading=_("Lessen"), label=_("les")),
    FieldPanel("conditions"),
    FieldPanel("transferability"),
    FieldPanel("gallery"),
    FieldPanel("attachments"),
]
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
                FieldPanel("description_depth"),
                *shared.SUBJECT,
                FieldPanel("method"),
                FieldPanel("target_groups"),
                PERIOD,
                CONTACT,
                *shared.SOURCES,
                *shared.COVER,
            ],
            heading=_("Momentopname"),
        ),
        ObjectList(STORY, heading=_("Het verhaal")),
        ObjectList(
            [InlinePanel("partners", heading=_("Partners"), label=_("partner")), *COSTS],
            heading=_("Partners en kosten"),
        ),
        ObjectList(
            [
                InlinePanel("figures", heading=_("Cijfers"), label=_("cijfer")),
                InlinePanel("ratings", heading=_("Beoordelingen"), label=_("beoordeling")),
                InlinePanel("evidence", heading=_("Onderzoek"), label=_("onderzoek")),
                InlinePanel("adoptions", heading=_("Navolging"), label=_("navolging")),
            ],
            heading=_("Bewijs"),
        ),
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
