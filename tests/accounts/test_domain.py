"""What the groups of editors may do, and how people are called."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db.utils import IntegrityError

from accounts.domain import EDITABLE, grant_editor_permissions
from accounts.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def granted(group):
    """Return what a group may do with the terms and figures of this site."""
    permissions = Group.objects.get(name=group).permissions
    found = permissions.filter(content_type__app_label__in=EDITABLE)
    return set(found.values_list("content_type__app_label", "codename"))


@pytest.mark.parametrize("group", ["Editors", "Moderators"])
def test_editors_keep_terms_and_figures_but_delete_nothing(group):
    grant_editor_permissions()
    assert granted(group) == {
        (app, f"{action}_{model}")
        for app, models in EDITABLE.items()
        for model in models
        for action in ("add", "change", "view")
    }


def test_every_name_in_the_list_is_a_model_that_exists():
    grant_editor_permissions()
    named = sum(len(models) for models in EDITABLE.values())
    assert len(granted("Editors")) == 3 * named


def test_granting_again_adds_nothing_and_takes_nothing_away(eva):
    extra = Permission.objects.get(codename="delete_theme")
    Group.objects.get(name="Editors").permissions.add(extra)
    grant_editor_permissions()
    once = granted("Editors")
    grant_editor_permissions()
    assert granted("Editors") == once
    assert ("content", "delete_theme") in once


def test_what_was_granted_holds_for_a_person(eva, bas):
    grant_editor_permissions()
    eva, bas = User.objects.get(pk=eva.pk), User.objects.get(pk=bas.pk)
    assert eva.has_perm("content.change_theme")
    assert not eva.has_perm("content.delete_theme")
    assert not bas.has_perm("content.view_theme")


def test_a_site_without_these_groups_is_no_problem():
    Group.objects.all().delete()
    grant_editor_permissions()
    assert Group.objects.count() == 0


def test_a_person_goes_by_name_or_else_by_username(eva):
    assert str(eva) == "Eva Smit"
    assert str(UserFactory(username="kees")) == "kees"


def test_two_people_never_share_a_mail_address():
    UserFactory(email="kees@voorbeeld.example")
    with pytest.raises(IntegrityError):
        UserFactory(email="kees@voorbeeld.example")
