"""What a moderator can decide about a post: what is asked for it, and what is said afterwards."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from community.models import State
from community.moderation import domain, forms


@dataclass(frozen=True)
class Decision:
    """One thing to decide: its form and button, the verb, and the words after it."""

    name: str
    title: str
    button: str
    form: type
    verb: object
    done: str

    @property
    def route(self):
        """Return the name of the address that takes it."""
        return f"{self.name}_post" if self.name != "answer" else "answer_appeal"

    def blank(self, post):
        """Return the form for a post as it is now."""
        return self.form(initial={"seen": domain.mark(post)}, auto_id=f"{self.name}_%s")

    def filled(self, data):
        """Return the form with what somebody filled in."""
        return self.form(data, auto_id=f"{self.name}_%s")

    def again(self, data, post):
        """Return the form as it was filled in, now about the text as it is shown."""
        data = data.copy()
        data["seen"] = domain.mark(post)
        return self.filled(data)

    def carry_out(self, post, actor, typed, appeal=None):
        """Do it; raises Overtaken when it cannot be done any more."""
        if self.name != "answer":
            return self.verb(post, actor, typed["reason"], typed["seen"])
        if appeal is None:
            raise domain.Overtaken(_("Dit bezwaar is al beantwoord door een andere moderator."))
        granted = typed["granted"] == forms.AnswerForm.YES
        return self.verb(appeal, actor, granted, typed["reason"], typed["seen"])


DECISIONS = {
    decision.name: decision
    for decision in (
        Decision(
            "let_stand",
            _("Laat staan"),
            _("Laat staan"),
            forms.StandsForm,
            domain.let_stand,
            _("Het bericht blijft staan. Wie het meldde, leest uw antwoord."),
        ),
        Decision(
            "approve",
            _("Plaats het bericht"),
            _("Plaats"),
            forms.SilentForm,
            domain.approve,
            _("Het bericht is geplaatst."),
        ),
        Decision(
            "refuse",
            _("Plaats het bericht niet"),
            _("Plaats niet"),
            forms.ReasonForm,
            domain.refuse,
            _("Het bericht is niet geplaatst. De schrijver leest uw reden."),
        ),
        Decision(
            "hide",
            _("Verberg het bericht"),
            _("Verberg"),
            forms.ReasonForm,
            domain.hide,
            _("Het bericht is verborgen. De schrijver leest uw reden."),
        ),
        Decision(
            "answer",
            _("Beantwoord het bezwaar"),
            _("Beantwoord"),
            forms.AnswerForm,
            domain.answer_appeal,
            _("Het bezwaar is beantwoord. De schrijver leest uw antwoord."),
        ),
        Decision(
            "restore",
            _("Toon het bericht weer"),
            _("Toon weer"),
            forms.SilentForm,
            domain.restore,
            _("Het bericht is weer te lezen."),
        ),
    )
}


def possible(viewer, post, known):
    """Return the names of what this viewer can decide about a post now, likeliest first."""
    if not viewer.decides_about(post):
        return []
    names = ["let_stand"] if known["open_reports"] else []
    if post.state == State.WAITING:
        names += ["approve", "refuse"]
    if post.state == State.SHOWN:
        names += ["hide"]
    if post.state == State.HIDDEN:
        appeal = known["open_appeal"]
        may_answer = appeal and viewer.decides_appeal(appeal)
        names += ["answer"] if may_answer else ["restore"]
    return names
