"""The forms with which members share experiences."""

from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from community.models import Audience, CommunityPage, Experience, Outcome, Reply
from content.models import Theme


class FormNumber(forms.UUIDField):
    """A number that makes sending the same form twice do it once."""

    def __init__(self):
        super().__init__(widget=forms.HiddenInput, initial=uuid4)


class BeginForm(forms.Form):
    """In which community an experience will be told."""

    form = FormNumber()
    community = forms.ModelChoiceField(
        label=_("In welke community?"),
        queryset=CommunityPage.objects.none(),
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={"required": _("Kies een community.")},
    )

    def __init__(self, viewer, *args, **kwargs):
        super().__init__(*args, **kwargs)
        own = CommunityPage.objects.filter(pk__in=viewer.communities).order_by("title")
        self.fields["community"].queryset = own
        if len(own) == 1:
            self.initial["community"] = own[0].pk


class ExperienceForm(forms.ModelForm):
    """What must be there before an experience is placed."""

    themes = forms.ModelMultipleChoiceField(
        label=_("Thema's"),
        queryset=Theme.objects.order_by("label"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    outcome = forms.ChoiceField(
        label=_("Werkte het?"),
        choices=Outcome,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies of het werkte.")},
    )
    audience = forms.ChoiceField(
        label=_("Wie mag dit lezen?"),
        choices=Audience,
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies wie dit mag lezen.")},
    )

    class Meta:
        model = Experience
        fields = ["title", "outcome", "body", "audience", "themes"]
        widgets = {"body": forms.Textarea(attrs={"rows": 14})}
        labels = {"body": _("Uw verhaal")}
        help_texts = {
            "title": _("In een paar woorden: wat probeerde u?"),
            "body": _(
                "Wat speelde er, wat deed u, en wat kwam ervan? Een lege regel begint een nieuwe "
                "alinea, een streepje een lijst, **sterretjes** maken iets vet."
            ),
        }
        error_messages = {
            "title": {"required": _("Geef uw ervaring een titel.")},
            "body": {"required": _("Vertel wat u meemaakte.")},
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("title", "body"):
            self.fields[name].required = True

    @classmethod
    def of(cls, draft, bound=False):
        """Return the form of a draft; when bound, it says what is still missing."""
        data = draft.kept()
        return cls(data=data) if bound else cls(initial=data)


class ReplyForm(forms.ModelForm):
    """What somebody says to an experience."""

    form = FormNumber()

    class Meta:
        model = Reply
        fields = ["body", "asks_author"]
        labels = {"body": _("Uw reactie")}
        widgets = {"body": forms.Textarea(attrs={"rows": 5, "maxlength": 5000})}
        error_messages = {"body": {"required": _("Schrijf eerst uw reactie.")}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["body"].required = True
        self.fields["body"].max_length = 5000


class ChangedReplyForm(ReplyForm):
    """What somebody said, changed."""

    form = None

    class Meta(ReplyForm.Meta):
        fields = ["body"]
