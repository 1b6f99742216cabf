"""Starts the site with a database of its own, thrown away and made anew for each run."""

import os
import shutil


def start(folder):
    """Start Django with an empty database in a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    os.environ["DJANGO_SETTINGS_MODULE"] = "cms.settings"
    os.environ["WIJKKENNIS_DATA_DIR"] = str(folder)
    os.environ["DATABASE_URL"] = f"sqlite:///{folder / 'wijkkennis.sqlite3'}"
    os.environ["SEARCH_URL"] = f"embedded:{folder / 'search.sqlite3'}"
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command
    from django.test import override_settings

    # Style sheets are collected for a site that is deployed, which this is not.
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    override_settings(STORAGES=settings.STORAGES | {"staticfiles": plain}).enable()
    call_command("migrate", verbosity=0, skip_checks=True)
