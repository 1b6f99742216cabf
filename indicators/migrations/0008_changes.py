from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0007_snapshot_of_two_deliveries")]

    operations = [
        migrations.RenameModel("Correction", "Change"),
        migrations.AlterModelOptions(
            "Change",
            {
                "verbose_name": "wijziging van cijfers",
                "verbose_name_plural": "wijzigingen van cijfers",
            },
        ),
        migrations.AddField(
            "Change",
            "of",
            models.CharField("soort", max_length=40, db_index=True, default="indicators.measurement"),
            preserve_default=False,
        ),
    ]
