
import community.models.members
import community.models.posts
import django.db.models.deletion
import django.utils.timezone
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('community', '0007_moderation'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='eventpage',
            name='calendar_number',
            field=models.PositiveIntegerField(default=0, editable=False),
        ),
        migrations.AddField(
            model_name='eventpage',
            name='cancelled',
            field=models.BooleanField(default=False, help_text="De pagina blijft staan en zegt het; in agenda's vervalt de bijeenkomst.", verbose_name='gaat niet door'),
        ),
        migrations.AddField(
            model_name='eventpage',
            name='files',
            field=wagtail.fields.StreamField([('document', 0)], blank=True, block_lookup={0: ('wagtail.documents.blocks.DocumentChooserBlock', (), {})}, help_text='Stukken voor de bijeenkomst, en daarna notulen en presentaties.', verbose_name='bestanden'),
        ),
        migrations.AddField(
            model_name='eventpage',
            name='registering',
            field=models.CharField(choices=[('not', 'Niemand: aanmelden hoeft niet of kan ergens anders'), ('members', 'Leden van de community'), ('everybody', 'Iedereen met een account')], default='not', max_length=10, verbose_name='wie kan zich hier aanmelden'),
        ),
        migrations.AddField(
            model_name='eventpage',
            name='registration_closes',
            field=models.DateTimeField(blank=True, help_text='Laat leeg als het kan tot de bijeenkomst begint.', null=True, verbose_name='aanmelden kan tot'),
        ),
        migrations.AddField(
            model_name='eventpage',
            name='report',
            field=wagtail.fields.StreamField([('heading', 0), ('text', 1), ('image', 2), ('quote', 5), ('figure', 10), ('table', 11), ('document', 12)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'icon': 'title', 'label': 'Kop', 'template': 'blocks/heading.html'}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['h3', 'bold', 'italic', 'ol', 'ul', 'link', 'document-link'], 'label': 'Tekst'}), 2: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Afbeelding', 'template': 'blocks/image.html'}), 3: ('wagtail.blocks.TextBlock', (), {'label': 'citaat'}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'wie zei dit'}), 5: ('wagtail.blocks.StructBlock', [[('text', 3), ('speaker', 4)]], {}), 6: ('wagtail.blocks.CharBlock', (), {'help_text': 'Met eenheid: 65%, −4%, 884 woningen.', 'label': 'getal'}), 7: ('wagtail.blocks.CharBlock', (), {'label': 'wat telt dit getal'}), 8: ('wagtail.blocks.CharBlock', (), {'label': 'periode', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'label': 'bron'}), 10: ('wagtail.blocks.StructBlock', [[('value', 6), ('label', 7), ('period', 8), ('source', 9)]], {}), 11: ('wagtail.contrib.table_block.blocks.TableBlock', (), {'label': 'Tabel', 'template': 'blocks/table.html'}), 12: ('wagtail.documents.blocks.DocumentChooserBlock', (), {'label': 'Document', 'template': 'blocks/document.html'})}, help_text='Staat op de pagina als de bijeenkomst is geweest.', verbose_name='verslag'),
        ),
        migrations.AddField(
            model_name='eventpage',
            name='seats',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Laat leeg als er plaats is voor iedereen.', null=True, verbose_name='aantal plaatsen'),
        ),
        migrations.AlterField(
            model_name='eventpage',
            name='registration_url',
            field=models.URLField(blank=True, verbose_name='of aanmelden op een andere website'),
        ),
        migrations.CreateModel(
            name='CalendarAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(default=community.models.members.make_token, max_length=32, unique=True)),
                ('created', models.DateTimeField(default=django.utils.timezone.now, verbose_name='gemaakt')),
                ('user', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='calendar_address', to=settings.AUTH_USER_MODEL, verbose_name='persoon')),
            ],
            options={
                'verbose_name': 'adres van een eigen agenda',
                'verbose_name_plural': "adressen van eigen agenda's",
            },
        ),
        migrations.CreateModel(
            name='Registration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(default=community.models.posts.make_key, max_length=12, unique=True)),
                ('state', models.CharField(choices=[('seated', 'Aangemeld'), ('waiting', 'Op de wachtlijst'), ('cancelled', 'Afgemeld'), ('removed', 'Van de lijst gehaald')], default='waiting', max_length=10, verbose_name='stand')),
                ('turn', models.PositiveIntegerField(verbose_name='volgorde')),
                ('note', models.TextField(blank=True, max_length=500, verbose_name='dieet of toegankelijkheid')),
                ('mail_failed', models.BooleanField(default=False, verbose_name='mail kwam niet aan')),
                ('changed', models.DateTimeField(default=django.utils.timezone.now, verbose_name='veranderd')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='registrations', to='community.eventpage', verbose_name='bijeenkomst')),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='registrations', to=settings.AUTH_USER_MODEL, verbose_name='persoon')),
            ],
            options={
                'verbose_name': 'aanmelding',
                'verbose_name_plural': 'aanmeldingen',
                'ordering': ['turn'],
                'constraints': [models.UniqueConstraint(fields=('event', 'user'), name='one_registration_per_person'), models.UniqueConstraint(fields=('event', 'turn'), name='one_registration_per_turn')],
            },
        ),
    ]
