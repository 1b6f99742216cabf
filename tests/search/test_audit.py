"""The audit sees what is wrong with an index and repairs it."""

from dataclasses import replace

import pytest
from django.core.management import CommandError, call_command

from search import audit, builders
from search.documents import Document
from search.models import Version
from tests.factories import PracticeFactory

pytestmark = pytest.mark.django_db


def test_an_index_that_is_right_has_no_differences(site, index):
    PracticeFactory(parent=site.practices)

    assert audit.audit(index.engine) == audit.Differences()


def test_the_audit_finds_and_repairs_what_is_missing_orphaned_and_wrongly_visible(site, index):
    missing = PracticeFactory(parent=site.practices, title="Kwijt")
    leaking = PracticeFactory(parent=site.practices, title="Open")
    index.update()
    version = Version.give_out()
    index.engine.delete([f"page:{missing.pk}"], version)
    index.engine.upsert(
        [
            Document(id="page:999999", type="praktijk", title="Wees", url="/", version=version),
            replace(
                builders.build([f"page:{leaking.pk}"])[f"page:{leaking.pk}"],
                version=version,
                visibility="restricted:1",
            ),
        ]
    )

    found = audit.audit(index.engine)

    assert found == audit.Differences(
        missing=[f"page:{missing.pk}"],
        orphaned=["page:999999"],
        wrongly_visible=[f"page:{leaking.pk}"],
    )
    with pytest.raises(CommandError, match="Index and database differ"):
        call_command("search_audit")
    call_command("search_audit", repair=True)
    assert audit.audit(index.engine) == audit.Differences()


def test_the_audit_finds_and_repairs_what_is_stale(site, index):
    stale = PracticeFactory(parent=site.practices, title="Oude titel")
    index.update()
    # No signal tells search of this: the document was made of an older text.
    type(stale).objects.update(title="Nieuwe titel")

    assert audit.audit(index.engine) == audit.Differences(stale=[f"page:{stale.pk}"])
    assert audit.audit(index.engine, contents=False) == audit.Differences()
    call_command("search_audit", quick=True)
    call_command("search_audit", repair=True)
    assert index.ask("nieuwe titel").titles == ["Nieuwe titel"]
    assert audit.audit(index.engine) == audit.Differences()
