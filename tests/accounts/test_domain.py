"""What the groups of editors may do, and how people are called."""

import pytest
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db.utils import IntegrityError
from django.urls import reverse
from wagtail.admin.viewsets import viewsets
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.models import Workflow

from accounts.domain import EDITABLE, REMOVABLE, grant_editor_permissions, name_workflow
from accounts.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def granted(group):
    """Return what a group may do with the terms and figures of this site."""
    permissions = Group.objects.get(name=group).permissions
    found = permissions.filter(content_type__app_label__in=EDITABLE)
    return set(found.values_list("content_type__app_label", "codename"))


def made_by_an_app_of_ours(viewset):
    return type(viewset).__module__.partition(".")[0] in settings.OUR_APPS


@pytest.mark.parametrize("group", ["Editors", "Moderators"])
def test_editors_keep_terms_and_figures_but_delete_nothing_that_is_referred_to(group):
    grant_editor_permissions()
    kept = {
        (app, f"{action}_{model}")
        for app, models in EDITABLE.items()
        for model in models
        for action in ("add", "change", "view")
    }
    assert granted(group) == kept | {
        ("search", "delete_searchsynonym"),
        ("search", "delete_promotion"),
    }


def test_every_name_in_the_list_is_a_model_that_exists():
    grant_editor_permissions()
    named = sum(len(models) for models in EDITABLE.values())
    removable = sum(len(models) for models in REMOVABLE.values())
    assert len(granted("Editors")) == 3 * named + removable


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


def test_every_list_that_an_app_of_ours_adds_to_the_admin_opens_for_an_editor(client, eva):
    grant_editor_permissions()
    client.force_login(eva)
    # The admin reads its lists at its first page.
    assert client.get("/beheer/").status_code == 200
    ours = [
        viewset
        for viewset in viewsets.viewsets
        if isinstance(viewset, ModelViewSet) and made_by_an_app_of_ours(viewset)
    ]
    answers = {
        viewset.name: client.get(reverse(viewset.get_url_name("index"))).status_code
        for viewset in ours
    }
    assert {"themes", "target_groups", "indicators", "synonyms"} < set(answers)
    # Whoever moderates all communities keeps these.
    assert {name for name, status in answers.items() if status != 200} == {"blocked_words"}


def test_a_site_without_these_groups_is_no_problem():
    Group.objects.all().delete()
    grant_editor_permissions()
    assert [group.name for group in Group.objects.all()] == ["Communitybeheer"]


def test_who_keeps_the_communities_enters_the_admin_for_that_alone(bas):
    grant_editor_permissions()
    bas.groups.add(Group.objects.get(name="Communitybeheer"))
    assert User.objects.get(pk=bas.pk).get_all_permissions() == {
        "community.moderate_communities",
        "wagtailadmin.access_admin",
    }


def test_a_page_is_sent_to_a_colleague_in_dutch(client, eva, site):
    name_workflow()
    client.force_login(eva)
    answer = client.get(f"/beheer/pages/add/practices/practicepage/{site.practices.pk}/")
    assert "Stuur door naar controle door een collega" in answer.content.decode()


def test_a_workflow_that_somebody_named_keeps_its_name():
    Workflow.objects.update(name="Vier ogen")
    name_workflow()
    assert [workflow.name for workflow in Workflow.objects.all()] == ["Vier ogen"]


def test_a_person_goes_by_name_or_else_by_username(eva):
    assert str(eva) == "Eva Smit"
    assert str(UserFactory(username="kees")) == "kees"


def test_two_people_never_share_a_mail_address():
    UserFactory(email="kees@voorbeeld.example")
    with pytest.raises(IntegrityError):
        UserFactory(email="kees@voorbeeld.example")
