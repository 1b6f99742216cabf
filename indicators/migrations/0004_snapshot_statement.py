"""Keep the text of which the hash of a snapshot was taken."""

from django.db import migrations, models


def written(value, missing):
    """Return a figure as the hash was taken of it."""
    if value is None and not missing:
        return ""
    return missing or f"{value:.3f}"


def statement(snapshot):
    """Return the text of which the hash was taken: the rule of the day of this migration."""
    lines = [
        f"indicator={snapshot.indicator.code}",
        f"area={snapshot.area.code}",
        f"comparator={snapshot.comparator.code if snapshot.comparator else ''}",
        f"dataset={snapshot.dataset.title}",
    ]
    for name in ("baseline", "follow_up"):

        def get(field, name=name):
            return getattr(snapshot, f"{name}_{field}")

        lines += [
            f"{name}={get('date'):%Y-%m-%d} {get('period')}",
            f"{name}.area={written(get('value'), get('missing'))}",
            f"{name}.comparator={written(get('comparator_value'), get('comparator_missing'))}",
        ]
    lines += [f"provisional={snapshot.provisional}", f"caveat={' '.join(snapshot.caveat.split())}"]
    return "\n".join(lines)


def keep_statements(apps, schema_editor):
    """Fill in the text of every snapshot there is."""
    snapshots = apps.get_model("indicators", "IndicatorSnapshot").objects
    for snapshot in snapshots.select_related("indicator", "area", "comparator", "dataset"):
        snapshots.filter(pk=snapshot.pk).update(statement=statement(snapshot))


class Migration(migrations.Migration):
    dependencies = [("indicators", "0003_imports")]

    operations = [
        migrations.AddField(
            model_name="indicatorsnapshot",
            name="statement",
            field=models.TextField(default="", verbose_name="tekst van het controlegetal"),
            preserve_default=False,
        ),
        migrations.RunPython(keep_statements, migrations.RunPython.noop),
    ]
