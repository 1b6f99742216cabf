"""What is done with a `FileImport`, fetching, checking and loading, and what it tells meanwhile."""

import logging
from contextlib import contextmanager
from tempfile import TemporaryFile

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from indicators import formatting, similarity
from indicators.importing import arriving, fetching, headers, loading, moments
from indicators.importing.checking import Checker
from indicators.importing.mapping import Mapping
from indicators.importing.places import Places
from indicators.importing.problems import Problem, Unreadable, write_report
from indicators.importing.sheets import open_sheet
from indicators.models import Dataset, FileImport, Indicator
from indicators.sources.client import SourceError

log = logging.getLogger(__name__)

State = FileImport.State
# How many problems and figures a page shows; the report holds all problems.
SHOWN = 100
SAMPLE = 20
# A file with more was meant otherwise: looking further tells nobody anything.
MOST_PROBLEMS = 100_000
# After how many figures a sign of life is given.
EVERY = 5000


class Refused(Exception):
    """What was right when it was checked is so no more; the problem says what."""

    def __init__(self, problem):
        super().__init__(problem.expected)
        self.problem = problem


def fetch(imported):
    """Fetch what was asked of a source, and check it when its columns are understood."""
    folder = arriving.folder_of(imported)
    try:
        with _telling(imported):
            delivery = fetching.fetch(imported.asked, folder, _rows_fetched(imported))
            arriving.take(imported, delivery)
            imported.state = State.UPLOADED
    except (SourceError, arriving.AlreadyLoaded) as error:
        # That is no fault of ours, and says what to do.
        imported.error = str(error)
        imported.save()
        return
    arriving.sweep(imported)
    if imported.mapping:
        arriving.choose(imported, arriving.mapping_of(imported))
        check(imported)


def check(imported):
    """Read all of a file and keep what was found: counts, a sample, and a report of problems."""
    with _telling(imported):
        found = _Findings(imported)
        with TemporaryFile("w+", encoding="utf-8", newline="") as file:
            write_report(found.problems(), file)
            found.keep()
            if found.wrong or found.left_out:
                file.seek(0)
                imported.report.save(f"verslag-{imported.pk}.csv", File(file.buffer), save=False)
        imported.state = State.CHECKED


def load(imported):
    """Store the figures of a file that was checked; all of them, or none."""
    dataset = imported.dataset
    if dataset.status != Dataset.Status.INCOMING:
        # Somebody else was quicker, and what counts is not touched.
        return
    with _telling(imported):
        # What an earlier attempt left when it was broken off.
        loading.forget(dataset)
        try:
            loading.store(_readings(imported), dataset, _progress(imported))
        except Refused as refused:
            loading.forget(dataset)
            imported.problems = [_as_data(refused.problem)]
            imported.wrong = 1
            imported.state = State.CHECKED
            return
        # They count from the moment that search is told, or neither.
        with transaction.atomic():
            dataset.status = imported.status_after
            dataset.save()
            imported.state = State.LOADED
            imported.save()
    similarity.prepare()


@contextmanager
def _telling(imported):
    """Keep how it ended, also when it ended badly."""
    try:
        yield
    except Exception as error:
        log.exception("The file %s (%s) was not read.", imported.name, imported.pk)
        imported.state = State.FAILED
        imported.error = f"{type(error).__name__}: {error}"
        imported.save()
        raise
    imported.alive_at = timezone.now()
    imported.save()


def _checker(imported):
    """Return the checker of a file, and what keeps it from being read at all."""
    mapping = Mapping.from_data(imported.mapping)
    sheet = open_sheet(imported.file.path, mapping.header_line)
    indicators = {found.code: found for found in Indicator.objects.all()}
    if wrong := headers.problems(sheet, mapping, indicators):
        return None, wrong
    checker = Checker(
        sheet,
        mapping,
        indicators=indicators,
        places=Places.load(imported.dataset.boundary_year),
        moment=moments.read(imported.period) if imported.period else None,
        known=loading.known(imported.dataset),
    )
    return checker, []


def _readings(imported):
    """Yield the readings of a file; raise `Refused` at the first problem."""
    checker, wrong = _checker(imported)
    for problem in wrong:
        raise Refused(problem)
    for found in checker.check():
        if not isinstance(found, Problem):
            yield found
        elif not found.left_out:
            raise Refused(found)


def _progress(imported):
    rows = FileImport.objects.filter(pk=imported.pk)
    return lambda line: rows.update(done=line, alive_at=timezone.now())


def _rows_fetched(imported):
    tell = _progress(imported)
    return lambda count, _total: tell(count)


class _Findings:
    """Counts what a check finds."""

    def __init__(self, imported):
        self._imported = imported
        self.lines = self.values = self.missing = self.wrong = self.left_out = 0
        self._shown, self._passed_over, self._sample = [], [], []

    def problems(self):
        """Yield every problem of the file while all of it is read and counted."""
        for problem in self._all():
            if problem.left_out:
                self.left_out += 1
            else:
                self.wrong += 1
            shown = self._passed_over if problem.left_out else self._shown
            if len(shown) < SHOWN:
                shown.append(_as_data(problem))
            yield problem
            if self.wrong >= MOST_PROBLEMS:
                yield Problem(problem.line, "", "", _("minder fouten; verder is niet gekeken"))
                return

    def keep(self):
        """Write down what was found."""
        names = ("lines", "values", "missing", "wrong", "left_out")
        vars(self._imported).update({name: getattr(self, name) for name in names})
        self._imported.problems = (self._shown + self._passed_over)[:SHOWN]
        self._imported.sample = self._sample

    def _all(self):
        try:
            checker, wrong = _checker(self._imported)
            yield from wrong
            if checker:
                yield from self._read(checker)
        except Unreadable as error:
            yield Problem(error.line or 1, "", "", error.message)

    def _read(self, checker):
        tell = _progress(self._imported)
        for found in checker.check():
            self.lines = checker.lines
            if isinstance(found, Problem):
                yield found
                continue
            if found.figure.value is None:
                self.missing += 1
            else:
                self.values += 1
            if len(self._sample) < SAMPLE:
                self._sample.append(_shown(found))
            if (self.values + self.missing) % EVERY == 0:
                tell(found.line)


def _as_data(problem):
    return {
        "line": problem.line,
        "column": problem.column[:100],
        "value": problem.value[:100],
        "expected": problem.expected,
        "left_out": problem.left_out,
    }


def _shown(reading):
    return {
        "line": reading.line,
        "area": reading.area.full_name,
        "indicator": reading.indicator.short_name,
        "period": reading.moment.period,
        # In words, which are not translated before they are needed.
        "figure": str(formatting.figure(reading.figure, reading.indicator)),
    }
