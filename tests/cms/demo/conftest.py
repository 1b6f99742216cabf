"""The report of 2013, loaded once for all tests of this folder."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction


@pytest.fixture(scope="package")
def report(django_db_setup, django_db_blocker):
    """Load the report into an empty database, and take it out after the last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("demo", stdout=StringIO())
        yield
        transaction.set_rollback(True)


@pytest.fixture
def db(report):
    """Open the database with the report in it, and take back what the test changes."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
