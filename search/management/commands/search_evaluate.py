import json
from itertools import chain

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from search.engines.base import SearchUnavailable
from search.evaluation import competitors, corpora, judgements, reporting, running, site
from search.evaluation.competitors import BASELINES, OURS
from search.evaluation.distractors import generate
from search.evaluation.lines import BadFile

LOCAL = "http://127.0.0.1:9200"
DISTRACTORS = 3000
STEP = 1000


class Command(BaseCommand):
    help = (
        "Measure how well both engines answer judged questions, beside default analysers. "
        "Without files: the questions over the demo content, hidden among generated pages. "
        "Indexes are made for the occasion; that of the site is left alone. "
        "The files are JSON lines; docs/search-relevance.md describes them."
    )

    def add_arguments(self, parser):
        parser.add_argument("--judgements", metavar="FILE", help="questions with graded ids")
        parser.add_argument("--corpus", metavar="FILE", help="documents: id, title, text")
        parser.add_argument("--engine", choices=[*OURS, "both"], default="both")
        parser.add_argument(
            "--baseline",
            action="append",
            choices=[*BASELINES, "all", "none"],
            help="default analysers to compare with; may be repeated (default: all)",
        )
        parser.add_argument(
            "--elasticsearch",
            metavar="URL",
            help=f"the server to use (default: that of SEARCH_URL, or {LOCAL})",
        )
        parser.add_argument(
            "--distractors",
            type=int,
            metavar="N",
            help=f"generated pages to add (default: {DISTRACTORS}, none with --corpus)",
        )
        parser.add_argument("--class", dest="kinds", action="append", metavar="CLASS")
        parser.add_argument("--worst", type=int, default=0, metavar="N")
        parser.add_argument("--json", metavar="FILE", help="write every ranking to a file")

    def handle(self, **options):
        self.verbosity = options["verbosity"]
        try:
            results, ours = self._results(options)
        except BadFile as error:
            raise CommandError(str(error)) from error
        except SearchUnavailable as error:
            raise CommandError(f"Elasticsearch: {error}") from error
        except DatabaseError as error:
            raise CommandError(f"The database: {error}. Run `prepare` first.") from error
        self.stdout.write(reporting.tables(results))
        if options["worst"]:
            self.stdout.write("\n" + reporting.worst(results, options["worst"], ours))
        if options["json"]:
            self._write(options["json"], results)

    def _results(self, options):
        questions = self._questions(options)
        address = options["elasticsearch"] or _site_server() or LOCAL
        names = self._names(options, address)
        with competitors.assembled(names, address) as found:
            loaded = running.load(found, self._documents(options), self._progress("documents"))
            self._tell(loaded, found, running.missing(questions, loaded))
            results = running.ask(found, questions, self._progress("questions", 20))
        return results, set(names) & set(OURS)

    def _questions(self, options):
        if options["corpus"] and not options["judgements"]:
            raise CommandError("A corpus needs questions about it: give --judgements as well.")
        questions = judgements.read(options["judgements"] or judgements.DEMO)
        chosen = judgements.of_classes(questions, options["kinds"])
        if not chosen:
            known = ", ".join(sorted({each.kind for each in questions}))
            raise CommandError(f"No questions of that class; there are: {known}.")
        return chosen

    def _names(self, options, address):
        ours = OURS if options["engine"] == "both" else (options["engine"],)
        names = [*ours, *_baselines(options["baseline"])]
        needing = [name for name in names if competitors.needs_server(name)]
        if not needing or competitors.answers(address):
            return names
        if options["engine"] == "elastic" or options["elasticsearch"]:
            raise CommandError(f"Elasticsearch does not answer at {_shown(address)}.")
        self.stderr.write(
            f"Left out, for no Elasticsearch answers at {_shown(address)}: {', '.join(needing)}."
        )
        return [name for name in names if name not in needing]

    def _documents(self, options):
        corpus, count = options["corpus"], options["distractors"]
        if count is None:
            count = 0 if corpus else DISTRACTORS
        return chain(corpora.read(corpus) if corpus else site.documents(), generate(count))

    def _progress(self, what, step=STEP):
        reached = 0

        def report(count):
            nonlocal reached
            if self.verbosity and count // step > reached:
                reached = count // step
                self.stderr.write(f"  {count} {what}")

        return report

    def _tell(self, loaded, found, missing):
        if self.verbosity:
            self.stderr.write(f"{loaded.count} documents.")
        warnings = [
            (loaded.repeated, "ids came more than once; the last document stays"),
            (missing, "judged ids have no document, so no ranking is perfect"),
            *((each.refused, f"documents were refused by {each.name}") for each in found),
        ]
        for ids, message in warnings:
            if ids:
                self.stderr.write(self.style.WARNING(f"{len(ids)} {message} (first: {ids[0]})."))

    def _write(self, path, results):
        try:
            with open(path, "w", encoding="utf-8") as file:
                json.dump(reporting.as_data(results), file, ensure_ascii=False, indent=1)
        except OSError as error:
            raise CommandError(f"{path} cannot be written: {error}") from error


def _baselines(chosen):
    chosen = chosen or ["all"]
    if "none" in chosen:
        return []
    return list(BASELINES) if "all" in chosen else list(dict.fromkeys(chosen))


def _site_server():
    return settings.SEARCH_URL if settings.SEARCH_URL.startswith("http") else None


def _shown(address):
    """Return an address without the password in it."""
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}"
