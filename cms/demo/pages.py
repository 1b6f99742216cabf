"""Puts the pages of the demo content in the tree."""

from django.apps import apps
from django.db import transaction
from wagtail.models import Page, Site

from cms.demo import fields, reading
from cms.models import HomePage

# What Wagtail keeps of a page besides its content; it differs between two equal pages.
NOT_CONTENT = {
    "pk", "id", "path", "depth", "numchild", "url_path", "translation_key", "locale", "live",
    "has_unpublished_changes", "first_published_at", "last_published_at", "live_revision",
    "latest_revision", "latest_revision_created_at", "draft_title", "owner", "content_type",
    "alias_of", "locked", "locked_at", "locked_by", "go_live_at", "expire_at", "expired",
    "sort_order", "page", "page_ptr", "comments", "wagtail_admin_comments",
}  # fmt: skip


class Loader:
    """Creates and refreshes pages; `kept` names those that a person has edited."""

    def __init__(self, references):
        self.references = references
        self.created = self.changed = self.unchanged = 0
        self.kept = []

    @transaction.atomic
    def load(self):
        """Load the whole site, sections first and programmes with what hangs below them."""
        home = self.home()
        sections = {
            section["folder"]: self.put(home, slug, section["model"], _fields(section))
            for slug, section in reading.table("sections").items()
        }
        for folder in ("methods", "research", "practices", "communities", "learning", "events"):
            self.folder(sections[folder], folder, MODELS[folder])
        self.folder(sections["themes"], "themes", MODELS["themes"])
        self.folder(home, "standard", MODELS["standard"])
        self.programmes(sections["programmes"])

    def home(self):
        """Return the home page, putting it in the place of Wagtail's welcome page."""
        data = reading.table("home")
        existing = HomePage.objects.first()
        if existing:
            return existing
        root = Page.objects.get(depth=1)
        for welcome in root.get_children():
            welcome.slug = f"welkom-{welcome.pk}"
            welcome.save()
        home = root.add_child(instance=HomePage(slug="home", **data))
        home.save_revision(log_action=False).publish(log_action=False)
        Site.objects.update_or_create(
            is_default_site=True, defaults={"root_page": home, "hostname": "localhost"}
        )
        root.get_children().exclude(pk=home.pk).delete()
        self.created += 1
        return HomePage.objects.get(pk=home.pk)

    def programmes(self, section):
        """Load every programme with its updates, goals and consultation reports."""
        for path in sorted((reading.CONTENT / "programmes").iterdir()):
            folder = f"programmes/{path.name}"
            ((_, data),) = reading.items(folder)
            programme = self.put(section, path.name, MODELS["programmes"], data)
            for kind in ("updates", "goals", "consultations"):
                self.folder(programme, f"{folder}/{kind}", MODELS[kind])

    def folder(self, parent, folder, model):
        """Load every file of a folder as a page below `parent`."""
        for slug, data in reading.items(folder):
            self.put(parent, slug, model, data)

    def put(self, parent, slug, label, data):
        """Create a page, or refresh it when the files say something else than the site."""
        model = apps.get_model(label)
        existing = model.objects.child_of(parent).filter(slug=slug).first()
        page = fields.fill(model(slug=slug), data, self.references)
        if existing is None:
            page = parent.add_child(instance=page)
            self.created += 1
        elif content(existing) == content(page):
            self.unchanged += 1
            self.references.add(existing)
            return existing
        elif existing.latest_revision and existing.latest_revision.user_id:
            self.kept.append(existing.title)
            self.references.add(existing)
            return existing
        else:
            page = fields.fill(existing, data, self.references)
            self.changed += 1
        page.full_clean()
        page.save_revision(log_action=False).publish(log_action=False)
        self.references.add(page)
        return page


MODELS = {
    "methods": "practices.MethodPage",
    "research": "practices.ResearchPage",
    "practices": "practices.PracticePage",
    "communities": "community.CommunityPage",
    "learning": "community.LearningMaterialPage",
    "events": "community.EventPage",
    "themes": "cms.ThemePage",
    "standard": "cms.StandardPage",
    "programmes": "programmes.ProgrammePage",
    "updates": "programmes.ProgrammeUpdatePage",
    "goals": "programmes.GoalPage",
    "consultations": "programmes.ConsultationReportPage",
}


def content(page):
    """Return what a page says, without keys, moments and other marks of its storage."""
    return _bare(page.serializable_data())


def _bare(value):
    if isinstance(value, dict):
        return {name: _bare(kept) for name, kept in value.items() if name not in NOT_CONTENT}
    if isinstance(value, list):
        return [_bare(item) for item in value]
    return value


def _fields(section):
    return {name: section[name] for name in ("title", "introduction")} | {"show_in_menus": True}
