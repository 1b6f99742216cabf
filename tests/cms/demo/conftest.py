"""The report of 2013, loaded once for all tests of this folder."""

from tests.report import db
from tests.report import package_report as report

__all__ = ["db", "report"]
