"""Let a snapshot take its baseline from another delivery than its follow-up."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0006_definition_changes")]

    operations = [
        migrations.AddField(
            model_name="indicatorsnapshot",
            name="baseline_dataset",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="baseline_snapshots",
                to="indicators.dataset",
                verbose_name="dataset van het begin",
            ),
        ),
    ]
