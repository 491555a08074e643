"""The draft of the concept as blocks: how it came about, its fields of action with goals and measures, their origin."""

from collections import Counter
from collections.abc import Iterator, Sequence

from forumtool.domain.report import Report
from forumtool.domain.rows import ActionFieldRow, GoalRow, MeasureRow
from forumtool.exports.blocks import (
    Block,
    Bullets,
    Column,
    Contents,
    Heading,
    KeyValues,
    Paragraph,
    Title,
    filled,
)
from forumtool.exports.concept_origin import origin
from forumtool.exports.concept_parts import chapters, in_order, validity_told
from forumtool.exports.minutes_photos import logo
from forumtool.exports.process_told import milestones, principles, rooms, steering
from forumtool.exports.words import names_told, offers_told
from forumtool.i18n import Catalogue


def compose(report: Report, say: Catalogue) -> list[Block]:
    """Return the blocks of the concept; what there is nothing of is left out."""
    blocks: list[Block] = [*logo(report, say), Title(report.process.title, report.process.host, report.process.motto)]
    if told := validity_told(report, say):
        blocks.append(Paragraph(told, quiet=True))
    blocks.append(Contents(say("Inhalt"), levels=1))
    for title, part in (
        (say("Anlass und Prozess"), _process(report, say)),
        (say("Leitlinien"), principles(report)),
    ):
        blocks += _under(Heading(1, title), part)
    for field, rows in chapters(report):
        heading = say("Handlungsfeld {title}", title=field.label) if field else say("Maßnahmen ohne Handlungsfeld")
        blocks += [Heading(1, heading), *_chapter(field, rows, report, say)]
    blocks += _under(Heading(1, say("Herkunft der Maßnahmen")), origin(report, say))
    return [*blocks, Paragraph(names_told(report, say), quiet=True)]


def _under(heading: Heading, part: Iterator[Block]) -> list[Block]:
    """A heading with what stands below it, or nothing."""
    blocks = list(part)
    return [heading, *blocks] if blocks else []


def _process(report: Report, say: Catalogue) -> Iterator[Block]:
    if report.process.occasion:
        yield Paragraph(report.process.occasion)
    for title, part in (
        (say("Steuerungsgruppe"), steering(report, say)),
        (say("Fahrplan"), milestones(report.milestones, say)),
        (say("Foren"), rooms(report, say)),
    ):
        yield from _under(Heading(2, title), part)


def _chapter(
    field: ActionFieldRow | None, rows: Sequence[MeasureRow], report: Report, say: Catalogue
) -> Iterator[Block]:
    if field and field.theme_fields:
        yield Paragraph(say("Aus den Themenfeldern: {titles}", titles=" · ".join(field.theme_fields)), quiet=True)
    yield from _under(Heading(2, say("Ziele")), _goals(field, report, say))
    if field:
        yield Heading(2, say("Maßnahmen"))
    if field and not rows:
        yield Paragraph(say("In diesem Handlungsfeld steht noch keine Maßnahme."), quiet=True)
    for row in rows:
        yield from _measure(row, report, say)
    if field and (labels := [row.label for row in elsewhere(field, report)]):
        yield Heading(2, say("Maßnahmen anderer Handlungsfelder, die auch hierher gehören"))
        yield Bullets(tuple(labels))
    yield from _under(Heading(2, say("Hemmnisse")), _obstacles(field, rows, report))


def goals_of(field: ActionFieldRow, report: Report) -> list[GoalRow]:
    """Return the goals of the theme fields that go into a field of action."""
    every = (part.goal for part in report.goals if part.goal)
    return [goal for goal in every if goal.theme_field_id in field.theme_field_ids]


def elsewhere(field: ActionFieldRow, report: Report) -> list[MeasureRow]:
    """Return the measures of other fields of action that came from a theme field which goes into this one only."""
    theme_of = {part.goal.id: part.goal.theme_field_id for part in report.goals if part.goal}
    themes = {card.number: theme_of.get(card.goal_id or "") for card in (*report.proposals, *report.behind)}
    here = set(field.theme_field_ids)
    homes = {one.id: set(one.theme_field_ids) for one in report.action_fields if one.id != field.id}
    return in_order(
        row
        for row in report.measures
        if row.action_field_id in homes
        and here & ({themes.get(number) for number in row.proposals} - homes[row.action_field_id])
    )


def _goals(field: ActionFieldRow | None, report: Report, say: Catalogue) -> Iterator[Block]:
    found = goals_of(field, report) if field else []
    if found:
        yield filled(
            (Column(say("Nr."), 1.4), Column(say("Ziel"), 7.4), Column(say("Indikatoren"))),
            [(goal.number, goal.title, "\n".join(goal.indicators)) for goal in found],
        )


def _measure(row: MeasureRow, report: Report, say: Catalogue) -> Iterator[Block]:
    yield Heading(3, row.label)
    if row.text:
        yield Paragraph(row.text)
    pairs = (
        (say("Ziel"), row.goal_number),
        (say("Federführung"), row.lead),
        (say("Partner"), row.partners),
        (say("Zeithorizont"), row.horizon),
        (say("Ressourcen"), row.resources),
        (say("Kosten"), row.cost),
        (say("Indikator"), row.indicator),
        (say("Vorhandene Angebote"), offers_told(row.offers, report.offers, say)),
    )
    if shown := tuple((name, value) for name, value in pairs if value):
        yield KeyValues(shown)


def _obstacles(field: ActionFieldRow | None, rows: Sequence[MeasureRow], report: Report) -> Iterator[Block]:
    """What was named as standing in the way with cards of the goals, the most named first, and with the measures."""
    ids = {goal.id for goal in goals_of(field, report)} if field else set()
    named = Counter[str]()
    for part in report.goals:
        for one in part.obstacles if part.goal and part.goal.id in ids else ():
            named[one.title] += len(one.proposals)
    titles = dict.fromkeys(
        [*(title for title, _count in named.most_common()), *(tie.title for row in rows for tie in row.obstacles)]
    )
    if titles:
        yield Bullets(tuple(titles))
