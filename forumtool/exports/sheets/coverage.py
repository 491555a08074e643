"""How many proposals of each goal speak of each phase of migration and each age: what is covered, and what is not."""

from forumtool.domain.report import Report
from forumtool.domain.rows import TagRow
from forumtool.exports.sheets.sheet import Chart, Field, Figure, Series, Sheet, Value
from forumtool.i18n import Catalogue

_BEFORE = 3  # columns before the first tag


def coverage(report: Report, say: Catalogue) -> Sheet:
    """Return the goals by phases and ages with colours that go with the numbers, and a chart of the first of the two.

    A proposal with two tags counts in both columns.
    """
    found = report.by_goal
    phases, ages = (_columns(report, axis) for axis in ("phase", "age"))
    fields = (
        Field(say("Ziel-Nr."), say("Wie viele Vorschläge jedes Ziels von einer Phase oder einem Alter sprechen.")),
        Field(say("Ziel")),
        Field(
            say("Vorschläge"), say("Mit und ohne Merkmale; ein Vorschlag mit zwei Merkmalen zählt in beiden Spalten.")
        ),
        *(Field(tag.title, tag.group_title) for tag in found.tags),
    )
    rows: list[tuple[Value, ...]] = [
        (goal.number, goal.title, cards, *counts)
        for goal, cards, counts in zip(found.goals, found.cards, found.counts, strict=True)
    ]
    shaded = tuple(columns for columns in (phases, ages) if columns)
    chart = Chart(_figure(report, shaded[0], say), 0, shaded[0]) if shaded and found.goals else None
    return Sheet("Abdeckung", say("Abdeckung"), fields, rows, shaded=shaded, chart=chart)


def _columns(report: Report, axis: str) -> range:
    """The places of an axis's tags, which stand together."""
    groups = {group.id for group in report.tag_groups if group.axis == axis}
    places = [at for at, tag in enumerate(report.by_goal.tags, _BEFORE) if tag.group_id in groups]
    return range(places[0], places[-1] + 1) if places else range(0)


def _figure(report: Report, columns: range, say: Catalogue) -> Figure:
    found = report.by_goal
    tags: tuple[TagRow, ...] = found.tags[columns.start - _BEFORE : columns.stop - _BEFORE]
    title = say("Vorschläge je Ziel und Merkmal: {group}", group=tags[0].group_title)
    series = tuple(
        Series(tag.title, tuple(counts[at - _BEFORE] for counts in found.counts))
        for at, tag in zip(columns, tags, strict=True)
    )
    counted = ", ".join(f"{one.title}: {sum(one.values)}" for one in series)
    told = say("Diagramm „{title}“. Über alle Ziele: {counted}.", title=title, counted=counted)
    names = tuple(goal.number or goal.title for goal in found.goals)
    return Figure(title, report.title, told, "bars", say("Ziel"), say("Vorschläge"), names, series)
