"""Puts the pages of the demo content in the tree."""

from graphlib import TopologicalSorter

from django.apps import apps
from django.utils import timezone
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Page, ReferenceIndex, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from cms.demo import fields
from cms.demo.reading import Mistake
from cms.demo.saying import child_models, repeat
from cms.models import HomePage, StandardPage
from community.models import CommunityPage, MembersRoomPage
from programmes.domain import make_edition
from programmes.models import (
    ConsultationReportPage,
    GoalPage,
    ProgrammePage,
    ProgrammeUpdatePage,
    ProgressReportPage,
)

# The folders below that of a programme.
IN_A_PROGRAMME = {
    "updates": ProgrammeUpdatePage,
    "goals": GoalPage,
    "consultations": ConsultationReportPage,
}


def load(store):
    """Load the whole site, sections first and programmes with what hangs below them."""
    loader = _Loader(store)
    # A page is saved more than once on its way; its references are read when it is done.
    with disable_reference_index_auto_update():
        loader.load()
    for page in loader.written:
        ReferenceIndex.create_or_update_for_object(page)
        if isinstance(page, ProgressReportPage):
            # What is made here is published without being sent through Wagtail's publishing.
            make_edition(page)


class _Loader:
    def __init__(self, store):
        self.store = store
        self.content = store.content
        self.now = timezone.now()
        self.written = []

    def load(self):
        home = self.home()
        sections = self.sections(home)
        for model in referred_to_first(sections):
            section, folder = sections[model]
            if model is ProgrammePage:
                self.programmes(section, folder)
            else:
                self.folder(section, folder, model)
        self.rooms()
        self.folder(home, "standard", StandardPage)

    def home(self):
        """Return the home page, which takes the place of Wagtail's welcome page."""
        fresh = fields.fill(HomePage(slug="home"), self.content.table("home"), None)
        existing = HomePage.objects.first()
        if existing:
            return self.refreshed(existing, fresh)
        Page.objects.child_of(self.root()).exact_type(Page).delete()
        home = self.created(self.root(), fresh)
        site = {"root_page": home, "hostname": "localhost"}
        Site.objects.update_or_create(is_default_site=True, defaults=site)
        return home

    def root(self):
        # Read again each time: the tree keeps its count of children in the row.
        return Page.objects.get(depth=1)

    def sections(self, home):
        """Return per type of page the section that holds it, and the folder with its files."""
        found = {}
        with self.content.blaming("sections.toml"):
            for slug, data in self.content.table("sections").items():
                model, page_type = section_types(data.pop("model"))
                folder = self.content.existing(data.pop("folder"))
                section = self.put(home, model(slug=slug), {"show_in_menus": True} | data)
                found[page_type] = section, folder
        return found

    def programmes(self, section, folder):
        """Load every programme with its updates, goals and consultation reports."""
        for slug in self.content.folders(folder):
            inside = f"{folder}/{slug}"
            ((path, data),) = self.content.items(inside)
            with self.content.blaming(path):
                programme = self.put(section, ProgrammePage(slug=slug), data)
            for kind, model in IN_A_PROGRAMME.items():
                self.folder(programme, f"{inside}/{kind}", model)

    def rooms(self):
        """Load the closed parts of communities; a folder has the name of its community."""
        for slug in self.content.folders("rooms"):
            community = self.store.references.get(CommunityPage, slug)
            self.folder(community, f"rooms/{slug}", MembersRoomPage)

    def folder(self, parent, folder, model):
        """Load every file of a folder as a page below `parent`."""
        for path, data in self.content.items(folder):
            with self.content.blaming(path):
                self.put(parent, model(slug=path.stem), data)

    def put(self, parent, fresh, data):
        """Return the page with this slug, saying what `data` says unless a person edited it."""
        fields.fill(fresh, data, self.store.references)
        existing = type(fresh).objects.child_of(parent).filter(slug=fresh.slug).first()
        page = self.refreshed(existing, fresh) if existing else self.created(parent, fresh)
        self.store.references.add(page)
        return page

    def created(self, parent, page):
        page.first_published_at = page.last_published_at = self.now
        parent.add_child(instance=page)
        revision = page.save_revision(changed=False, clean=False)
        type(page).objects.filter(pk=page.pk).update(live_revision=revision)
        self.store.created += 1
        self.written.append(page)
        return page

    def refreshed(self, existing, fresh):
        if existing.latest_revision and existing.latest_revision.user_id:
            self.store.kept.append(existing.title)
        elif self.store.differs(fresh, existing):
            repeat(fresh, existing)
            existing.save_revision().publish()
            self.written.append(existing)
        return existing


def section_types(label):
    """Return the model of a section, and that of the pages it holds."""
    try:
        section = apps.get_model(label)
    except (LookupError, ValueError) as error:
        raise Mistake(f"There is no type of page {label!r}.") from error
    held = section.allowed_subpage_models()
    if len(held) != 1:
        raise Mistake(f"{label} holds {len(held)} types of page; a section holds one.")
    return section, held[0]


def referred_to_first(models):
    """Return the page types in an order in which what is referred to is there first."""
    others = {model: _refers_to(model) & (set(models) - {model}) for model in models}
    return TopologicalSorter(others).static_order()


def _refers_to(model):
    """Return the models that pages of a type, their child records or blocks refer to."""
    holders = (model, *child_models(model).values())
    fields = [field for holder in holders for field in holder._meta.fields]
    streams = [field.stream_block for field in fields if isinstance(field, StreamField)]
    found = {field.related_model for field in fields if field.many_to_one}
    return found.union(*map(_chosen_in, streams))


def _chosen_in(block):
    """Return the models of what can be chosen in a block, or in those inside it."""
    if isinstance(block, blocks.PageChooserBlock):
        return {block.target_model}
    if isinstance(block, blocks.ListBlock):
        return _chosen_in(block.child_block)
    children = getattr(block, "child_blocks", {}).values()
    return set().union(*map(_chosen_in, children))
