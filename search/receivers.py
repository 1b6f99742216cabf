"""Every signal that can change what search must show, one line each.

Wagtail's own indexing listens to saving and deleting alone; what changes who may see a page
(moving, restricting an ancestor) and what changes the text of other documents (the name of a
theme) is listened to here as well.
"""

from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from community.models import Experience
from content.models import Area, AreaLink, Membership, Organisation, Theme, ThemeLink
from content.queries import is_listed
from indicators.models import (
    Dataset,
    Indicator,
    IndicatorSnapshot,
    Measurement,
    ReportedOutcome,
)
from practices.models import PracticeFigure
from search import keys, reach
from search.changes import record
from search.documents import PUBLIC
from search.models import Hides
from search.visibility import Restrictions


def connect():
    """Listen; called once, when the app is ready."""
    post_save.connect(_page_saved, dispatch_uid="search-page-saved")
    post_delete.connect(_page_deleted, dispatch_uid="search-page-deleted")
    pre_delete.connect(_page_goes, dispatch_uid="search-page-goes")
    page_published.connect(_page_published, dispatch_uid="search-page-published")
    page_unpublished.connect(_page_unpublished, dispatch_uid="search-page-unpublished")
    for signal in (page_slug_changed, post_page_move):
        signal.connect(_tree_changed, dispatch_uid=f"search-{id(signal)}")
    for signal in (post_save, post_delete):
        _connect_records(signal)
    # What it superseded before can no longer be asked after it was saved.
    pre_save.connect(_dataset_is_saved, sender=Dataset, dispatch_uid="search-dataset-is-saved")
    # What a term is part of can no longer be asked after it is gone.
    pre_delete.connect(_term_changed, sender=Theme, dispatch_uid="search-theme-goes")
    for name in ("about", "themes", "areas"):
        m2m_changed.connect(
            _experience_tied,
            sender=getattr(Experience, name).through,
            dispatch_uid=f"search-experience-{name}",
        )
    m2m_changed.connect(
        _restriction_groups_changed,
        sender=PageViewRestriction.groups.through,
        dispatch_uid="search-restriction-groups",
    )


def _connect_records(signal):
    handlers = {
        PageViewRestriction: _restriction_changed,
        ThemeLink: _link_changed,
        AreaLink: _link_changed,
        Theme: _term_changed,
        Area: _term_changed,
        Organisation: _term_changed,
        Indicator: _term_changed,
        Measurement: _figure_changed,
        ReportedOutcome: _figure_changed,
        IndicatorSnapshot: _snapshot_changed,
        PracticeFigure: _shown_figure_changed,
        Dataset: _dataset_changed,
        Membership: _membership_changed,
        Experience: _experience_changed,
    }
    for model, handler in handlers.items():
        signal.connect(handler, sender=model, dispatch_uid=f"search-{model.__name__}-{id(signal)}")


def _page_saved(instance, raw=False, **kwargs):
    if isinstance(instance, Page) and not raw:
        key = keys.of_page(instance.pk)
        record([key], Hides.NOTHING if is_listed(instance) else Hides.ITSELF)
        record(reach.of_page(instance))
        if instance.live and instance.expire_at and instance.expire_at > timezone.now():
            record([key], Hides.ITSELF, instance.expire_at)
            record(reach.of_page(instance), Hides.WHAT_IT_TELLS, instance.expire_at)


def _page_goes(instance, **kwargs):
    # What tells of a page can no longer be asked after it is gone.
    if isinstance(instance, Page):
        record(reach.of_page(instance), Hides.WHAT_IT_TELLS)


def _page_deleted(sender, instance, **kwargs):
    # Deleting a page sends this for the page table too; once is enough.
    if sender is Page:
        record([keys.of_page(instance.pk)], Hides.ITSELF)


def _page_published(instance, **kwargs):
    record([keys.of_page(instance.pk), *reach.of_snapshots(instance)])


def _page_unpublished(instance, **kwargs):
    record([keys.of_page(instance.pk), *reach.of_snapshots(instance)], Hides.ITSELF)
    record(reach.of_page(instance.specific), Hides.WHAT_IT_TELLS)


def _tree_changed(instance, **kwargs):
    if Restrictions.load().token(instance.path) == PUBLIC:
        record(reach.below(instance))
    else:
        _closed(instance)


def _closed(page):
    inside = set(reach.inside(page))
    record(inside, Hides.ITSELF)
    record([key for key in reach.below(page) if key not in inside], Hides.WHAT_IT_TELLS)


def _restriction_changed(instance, **kwargs):
    _tree_changed(instance.page)


def _restriction_groups_changed(instance, **kwargs):
    if isinstance(instance, PageViewRestriction):
        _tree_changed(instance.page)


def _link_changed(instance, **kwargs):
    record([keys.of_page(instance.page_id)])


def _term_changed(instance, signal, **kwargs):
    record(reach.of_term(instance), _hides(signal))


def _figure_changed(instance, signal, **kwargs):
    record(reach.of_figures([(instance.indicator, instance.area)]), _hides(signal))


def _snapshot_changed(instance, **kwargs):
    record([keys.of_series(instance.indicator.code, instance.area.code)])


def _shown_figure_changed(instance, **kwargs):
    _snapshot_changed(instance.snapshot)


def _dataset_is_saved(instance, **kwargs):
    # Recorded when it is saved: until then, whoever drains reads what was.
    if instance.pk:
        instance._superseded_before = Dataset.objects.filter(superseded_by=instance.pk).first()


def _dataset_changed(instance, **kwargs):
    record(reach.of_dataset(instance))
    before = getattr(instance, "_superseded_before", None)
    if before and before.pk != instance.supersedes_id:
        record(reach.of_dataset(before))


def _membership_changed(instance, **kwargs):
    record(reach.of_membership(instance))


def _experience_changed(instance, signal, **kwargs):
    # For members it stays; everybody else may have had it until now.
    open_ = instance.is_shown and not instance.is_for_members and signal is post_save
    record([keys.of_experience(instance.key)], Hides.NOTHING if open_ else Hides.ITSELF)


def _experience_tied(instance, action, **kwargs):
    if action.startswith("post_") and isinstance(instance, Experience):
        record([keys.of_experience(instance.key)])


def _hides(signal):
    """Tell what must be kept from searchers after this signal of something that is no page."""
    return Hides.ITSELF if signal is post_delete else Hides.NOTHING
