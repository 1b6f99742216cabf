"""The report of 2013 in the database, for tests that ask something of all of it.

A folder or module gives the fixtures their names, so that they load it once:

    from tests.report import db, module_report as report
"""

from contextlib import contextmanager
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction


@contextmanager
def loaded(blocker):
    """Load the report into an empty database, and take it out at the end."""
    with blocker.unblock(), transaction.atomic():
        call_command("demo", stdout=StringIO())
        yield
        transaction.set_rollback(True)


def _report(django_db_setup, django_db_blocker):
    with loaded(django_db_blocker):
        yield


package_report = pytest.fixture(scope="package")(_report)
module_report = pytest.fixture(scope="module")(_report)


@pytest.fixture
def db(report):
    """Open the database with the report in it, and take back what the test changes."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
