"""Which figures count is decided where files come in: no figure is told twice, none by halves."""

import pytest
from django.urls import reverse

from indicators import current
from indicators.models import Dataset, FileImport
from tests.indicators.admin import errors
from tests.indicators.importing.test_admin import TABLE, act, columns, upload
from tests.robustness.forms import Form

pytestmark = pytest.mark.usefixtures("site")


def test_figures_that_were_told_anew_are_not_brought_back(editor):
    for title in ("Wijken 2012", "Wijken opnieuw"):
        upload(editor, TABLE if title == "Wijken 2012" else TABLE + "\n", title=title)
        columns(editor).post(area="gebied", indicator_1="vsv")
        act(editor, "load")
        if title == "Wijken 2012":
            act(editor, "undo")

    first = FileImport.objects.last()
    answer = editor.post(reverse("imports:act", args=[first.pk, "redo"]), follow=True)

    assert (
        "‘Wijken opnieuw’ heeft cijfers over dezelfde gebieden en perioden. "
        "Draai eerst die terug." in answer.content.decode()
    )
    assert {row.dataset.title for row in current.measurements()} == {"Wijken opnieuw"}


def test_undone_figures_are_not_made_to_count_by_hand(editor):
    upload(editor)
    columns(editor).post(area="gebied", indicator_1="vsv")
    act(editor, "load")
    dataset = Dataset.objects.get()
    form = f"/beheer/datasets/edit/{dataset.pk}/"

    assert Form(editor, form).post(status="withdrawn").status_code == 302
    assert errors(Form(editor, form).post(status="final")) == {
        "status": "Deze cijfers kwamen uit een bestand. Laat ze weer meetellen bij "
        "‘Cijfers inlezen’."
    }
    act(editor, "redo")
    assert current.measurements().count() == 2


def test_nobody_makes_half_a_delivery_count_by_hand(editor):
    upload(editor)
    dataset = Dataset.objects.get()

    form = Form(editor, f"/beheer/datasets/edit/{dataset.pk}/")
    message = "Deze status verandert alleen door een bestand in te lezen."

    assert errors(form.post(status="final")) == {"status": message}
    assert form.post(source="CBS en RIVM").status_code == 302
    dataset.refresh_from_db()
    assert (dataset.status, dataset.source) == ("incoming", "CBS en RIVM")
