"""What Bas put in his plans: his to take along, and gone when he asks for that."""

import json

from plans import domain, privacy
from plans.models import Plan, PlanItem


def test_everything_can_be_taken_along(bas, plan, put, practice, figure):
    put(practice, "Mijn gedachte")
    put(figure)
    domain.share(plan, "Team Overvecht")
    told = privacy.export(bas)
    json.dumps(told)
    (found,) = told["plans"]
    items = found.pop("items")
    plan.refresh_from_db()
    assert found == {
        "title": "Overvecht vooruit",
        "introduction": "Voor het wijkteam.",
        "shared": True,
        "shown_name": "Team Overvecht",
        "created": plan.created.isoformat(),
        "changed": plan.changed.isoformat(),
    }
    assert [{k: v for k, v in item.items() if k != "added"} for item in items] == [
        {"kind": "pagina", "title": "Samen fietsen", "url": practice.url, "note": "Mijn gedachte"},
        {
            "kind": "vastgelegd cijfer",
            "title": str(figure),
            "url": figure.get_absolute_url(),
            "note": "",
        },
    ]


def test_what_is_gone_is_told_as_its_note(bas, put, practice):
    put(practice, "Onthoud dit")
    practice.delete()
    ((item,),) = [plan["items"] for plan in privacy.export(bas)["plans"]]
    assert (item["title"], item["url"], item["note"]) == ("", "", "Onthoud dit")


def test_only_ones_own_plans_are_told_and_erased(bas, eva, plan, put, practice):
    put(practice)
    domain.make_plan(eva, "Van Eva")
    assert [found["title"] for found in privacy.export(eva)["plans"]] == ["Van Eva"]
    privacy.erase(bas)
    assert [found.title for found in Plan.objects.all()] == ["Van Eva"]
    assert PlanItem.objects.count() == 0
    assert privacy.export(bas) == {"plans": []}
