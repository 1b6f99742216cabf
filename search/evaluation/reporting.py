"""Results as tables: per class of questions and over all, a column per competitor."""

from dataclasses import asdict

from search.evaluation.measures import LABELS, average

ALL = "all questions"


def competitors(results):
    """Return the names of the competitors, in order."""
    return list(dict.fromkeys(each.competitor for each in results))


def by_class(results):
    """Return the average scores per class and competitor; the last row is that of all."""
    groups = {}
    for each in results:
        groups.setdefault((each.question.kind, each.competitor), []).append(each.scores)
    for each in results:
        groups.setdefault((ALL, each.competitor), []).append(each.scores)
    rows = {}
    for (kind, competitor), found in groups.items():
        rows.setdefault(kind, {})[competitor] = average(found)
    return rows


def tables(results):
    """Return the report as text: two measures per class, then every measure over all."""
    return "\n\n".join([_per_class(results, "ndcg"), _per_class(results, "mrr"), _overall(results)])


def worst(results, count, ours):
    """Return the questions that our engines answer worst, as text."""
    found = {}
    for each in results:
        found.setdefault(id(each.question), []).append(each)
    mine = sorted(found.values(), key=lambda group: _mean(group, ours))
    return "\n\n".join(_told(group) for group in mine[:count])


def as_data(results):
    """Return everything as plain values, for a JSON file."""
    averages = {
        kind: {name: asdict(scores) for name, scores in row.items()}
        for kind, row in by_class(results).items()
    }
    return {"averages": averages, "results": list(map(_result_data, results))}


def _per_class(results, measure):
    names, rows = competitors(results), by_class(results)
    lines = [
        [kind, *(f"{getattr(row[name], measure):.3f}" for name in names)]
        for kind, row in rows.items()
    ]
    return table([f"{LABELS[measure]} per class", *names], lines)


def _overall(results):
    names, row = competitors(results), by_class(results)[ALL]
    lines = [
        [label, *(f"{getattr(row[name], measure):.3f}" for name in names)]
        for measure, label in LABELS.items()
    ]
    return table([ALL, *names], lines)


def table(head, lines):
    """Return a table in Markdown, its columns below each other."""
    widths = [max(map(len, column)) for column in zip(head, *lines, strict=True)]
    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    rows = [_row(head, widths), _row(rule, widths), *(_row(line, widths) for line in lines)]
    return "\n".join(rows)


def _row(cells, widths):
    first, *others = zip(cells, widths, strict=True)
    padded = [first[0].ljust(first[1]), *(cell.rjust(width) for cell, width in others)]
    return f"| {' | '.join(padded)} |"


def _mean(group, ours):
    mine = [each.scores.ndcg for each in group if each.competitor in ours]
    return sum(mine) / len(mine) if mine else 0.0


def _told(group):
    question = group[0].question
    lines = [f"{question.query} ({question.kind})"]
    for id, grade in sorted(question.grades.items(), key=lambda pair: -pair[1]):
        places = (f"{each.competitor} {_place(each.ranking, id)}" for each in group)
        lines.append(f"  {grade:g}  {id}: {', '.join(places)}")
    for each in group:
        first = ", ".join(_graded(id, question) for id in each.ranking[:5])
        lines.append(f"  {each.competitor:17} {each.scores.ndcg:.2f}  {first}")
    return "\n".join(lines)


def _place(ranking, id):
    return ranking.index(id) + 1 if id in ranking else "-"


def _graded(id, question):
    grade = question.grades.get(id, 0)
    return f"{id} [{grade:g}]" if grade else id


def _result_data(result):
    return {
        "query": result.question.query,
        "class": result.question.kind,
        "competitor": result.competitor,
        "ranking": list(result.ranking[:10]),
        **asdict(result.scores),
    }
