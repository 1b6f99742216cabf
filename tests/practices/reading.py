"""Reads pages as a reader does: words, facts, terms and sections."""


def words(found):
    return " ".join(found.get_text(" ").split())


def part(page, name):
    """Return the section with that heading."""
    heading = page.find(id=name)
    return heading.parent if heading else None


def facts(page):
    rows = page.select(".wk-facts > div")
    return {words(row.dt): words(row.dd) for row in rows}


def terms(section):
    return {words(row.dt): words(row.dd) for row in section.select(".wk-terms > div")}
