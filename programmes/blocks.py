"""Blocks of a progress report: text, and what the platform itself knows of a subject."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from content.blocks import AreaChooserBlock, StoryBlock
from indicators.blocks import IndicatorChooserBlock

ASK_FOR_ONE = _("Kies een programma, of kies hieronder zelf.")


def _introduction():
    return blocks.TextBlock(
        label=_("inleiding"), required=False, help_text=_("In een of twee zinnen, erboven.")
    )


def _programme():
    return blocks.PageChooserBlock(
        "programmes.ProgrammePage",
        label=_("programma"),
        required=False,
        help_text=_("Alles van dit programma. Of laat leeg en kies zelf."),
    )


def _pages(model, label):
    return blocks.ListBlock(
        blocks.PageChooserBlock(model, label=label), label=label, default=[], min_num=0
    )


class IndicatorBlock(blocks.StructBlock):
    """One indicator over one area or group: its figures, what was counted, and in words."""

    introduction = _introduction()
    indicator = IndicatorChooserBlock(label=_("indicator"))
    area = AreaChooserBlock(label=_("gebied of groep"))
    comparator = AreaChooserBlock(
        label=_("vergeleken met"),
        required=False,
        help_text=_("Laat leeg om elke wijk met de eigen gemeente te vergelijken."),
    )
    baseline = blocks.DateBlock(
        label=_("van"), required=False, help_text=_("Laat leeg voor het eerste cijfer dat er is.")
    )
    follow_up = blocks.DateBlock(
        label=_("tot en met"),
        required=False,
        help_text=_("Laat leeg voor het laatste cijfer dat er is."),
    )
    explanation = blocks.TextBlock(
        label=_("toelichting"), required=False, help_text=_("Wat een lezer erbij moet weten.")
    )

    class Meta:
        icon = "figures"
        label = _("Cijfer")

    def clean(self, value):
        """Refuse an area beside itself, and an end that comes before the begin."""
        value, errors = super().clean(value), {}
        if value["comparator"] and value["comparator"] == value["area"]:
            errors["comparator"] = ValidationError(_("Kies een ander gebied om te vergelijken."))
        if value["baseline"] and value["follow_up"] and value["baseline"] >= value["follow_up"]:
            errors["follow_up"] = ValidationError(_("Het einde ligt niet na het begin."))
        if errors:
            raise blocks.StructBlockValidationError(errors)
        return value


class OfAProgrammeBlock(blocks.StructBlock):
    """Pages of one programme, or those that an editor chooses; `pages` names the field of those."""

    pages = ""

    def clean(self, value):
        """Ask for a programme or for pages."""
        value = super().clean(value)
        if not value["programme"] and not value[self.pages]:
            raise blocks.StructBlockValidationError({"programme": ValidationError(ASK_FOR_ONE)})
        return value


class GoalsBlock(OfAProgrammeBlock):
    """Goals and how far they are."""

    pages = "goals"
    introduction = _introduction()
    programme = _programme()
    goals = _pages("programmes.GoalPage", _("doelen"))

    class Meta:
        icon = "tick"
        label = _("Doelen")


class UpdatesBlock(OfAProgrammeBlock):
    """News of a programme, the oldest first."""

    pages = "updates"
    introduction = _introduction()
    programme = _programme()
    updates = _pages("programmes.ProgrammeUpdatePage", _("nieuws"))

    class Meta:
        icon = "date"
        label = _("Programmanieuws")


class ConsultationBlock(blocks.StructBlock):
    """A round of talks: which municipalities took part, and what each decided."""

    introduction = _introduction()
    report = blocks.PageChooserBlock(
        "programmes.ConsultationReportPage", label=_("verslag van overleg")
    )

    class Meta:
        icon = "group"
        label = _("Overleg")


class PracticesBlock(blocks.StructBlock):
    """Practices that belong together."""

    title = blocks.CharBlock(label=_("kop"), required=False)
    introduction = _introduction()
    practices = blocks.ListBlock(
        blocks.PageChooserBlock("practices.PracticePage", label=_("praktijk")),
        label=_("praktijken"),
        min_num=1,
    )

    class Meta:
        icon = "doc-full"
        label = _("Praktijken")


class ReportBlock(StoryBlock):
    """What a progress report is composed of; chapters and headings are numbered by themselves."""

    chapter = blocks.CharBlock(icon="title", label=_("Hoofdstuk"))
    indicator = IndicatorBlock()
    goals = GoalsBlock()
    consultation = ConsultationBlock()
    practices = PracticesBlock()
    updates = UpdatesBlock()
