import community.models.posts
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def give_keys(apps, schema_editor):
    """Give every row that was there before a key of its own."""
    for name in ("Member", "Invitation"):
        model = apps.get_model("community", name)
        for number in list(model.objects.values_list("pk", flat=True)):
            model.objects.filter(pk=number).update(key=community.models.posts.make_key())


def key(**options):
    return models.CharField(
        default=community.models.posts.make_key, editable=False, max_length=12, **options
    )


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0005_growth'),
        ('content', '0001_initial'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField('member', 'key', key(null=True)),
        migrations.AddField('invitation', 'key', key(null=True)),
        migrations.RunPython(give_keys, migrations.RunPython.noop),
        migrations.AlterField('member', 'key', key(unique=True)),
        migrations.AlterField('invitation', 'key', key(unique=True)),
        migrations.AddField(
            'invitation',
            'text',
            models.TextField(blank=True, max_length=1000, verbose_name='bericht'),
        ),
        migrations.AddField(
            'invitation',
            'mail_failed',
            models.BooleanField(default=False, verbose_name='mail niet verstuurd'),
        ),
        migrations.AddField(
            'member',
            'mail_failed',
            models.BooleanField(default=False, verbose_name='mail niet verstuurd'),
        ),
        migrations.AlterField(
            'member',
            'community',
            models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='members', to='community.communitypage', verbose_name='community'),
        ),
        migrations.CreateModel(
            name='Profile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('shown_to', models.CharField(choices=[('nobody', 'Niemand'), ('members', 'Leden van mijn communities'), ('everybody', 'Iedereen die is ingelogd')], default='members', max_length=10, verbose_name="wie ziet uw gebieden en thema's")),
                ('areas', models.ManyToManyField(blank=True, related_name='+', to='content.area', verbose_name='gebieden')),
                ('themes', models.ManyToManyField(blank=True, related_name='+', to='content.theme', verbose_name="thema's")),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='profile', to=settings.AUTH_USER_MODEL, verbose_name='persoon')),
            ],
            options={
                'verbose_name': 'profiel van een lid',
                'verbose_name_plural': 'profielen van leden',
            },
        ),
    ]
