"""What may be done with accounts and what the groups of editors may do."""

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import Task, Workflow

from accounts.models import User

EDITOR_GROUPS = ("Editors", "Moderators")
EDITABLE = {
    "content": ("theme", "area", "membership", "organisation"),
    "indicators": (
        "indicator",
        "dataset",
        "measurement",
        "indicatorsnapshot",
        "reportedcount",
        "reportedoutcome",
    ),
    "practices": ("targetgroup",),
    "search": ("searchsynonym", "promotion"),
}
# What no page or figure refers to, so that editors may take away what they added.
REMOVABLE = {"search": ("searchsynonym", "promotion")}
# Who looks after all communities: enters the admin, and may do there what this says.
COMMUNITY_KEEPERS = "Communitybeheer"
OF_KEEPERS = {"wagtailadmin": ("access_admin",), "community": ("moderate_communities",)}
ACTIONS = ("add", "change", "view")
# The one workflow that Wagtail brings along: a moderator looks before a page is published.
WORKFLOW_OF_WAGTAIL, WORKFLOW = "Moderators approval", "controle door een collega"


def grant_editor_permissions():
    """Let editors keep themes, areas, organisations and figures, and keepers the communities.

    Deleting most of it stays with administrators: pages and figures refer to these terms.
    """
    for app, models in EDITABLE.items():
        codenames = [f"{action}_{model}" for action in ACTIONS for model in models]
        codenames += [f"delete_{model}" for model in REMOVABLE.get(app, ())]
        permissions = Permission.objects.filter(content_type__app_label=app, codename__in=codenames)
        for group in Group.objects.filter(name__in=EDITOR_GROUPS):
            group.permissions.add(*permissions)
    keepers, _created = Group.objects.get_or_create(name=COMMUNITY_KEEPERS)
    for app, codenames in OF_KEEPERS.items():
        found = Permission.objects.filter(content_type__app_label=app, codename__in=codenames)
        keepers.permissions.add(*found)


def name_workflow():
    """Say in Dutch what Wagtail's workflow is, unless somebody named it already."""
    for model in (Workflow, Task):
        model.objects.filter(name=WORKFLOW_OF_WAGTAIL).update(name=WORKFLOW)


def is_last_administrator(person):
    """Tell whether nobody else administers the site: nobody could let anybody in any more."""
    others = User.objects.filter(is_superuser=True, is_active=True).exclude(pk=person.pk)
    return person.is_superuser and not others.exists()


@transaction.atomic
def forget_second_steps(person):
    """Take away all second steps of somebody and end their sessions; return how many steps."""
    for session in list(UserSession.objects.filter(user=person)):
        session.end()
    number, _details = Authenticator.objects.filter(user=person).delete()
    return number
