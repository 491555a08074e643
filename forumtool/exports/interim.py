"""The interim report for everybody as blocks: what happened, what for, what came of it, and what comes next."""

from collections.abc import Iterator
from datetime import date

from forumtool.domain.report import GoalPart, Report
from forumtool.domain.rows import MilestoneRow
from forumtool.domain.when import standing
from forumtool.exports.blocks import Block, Bullets, Column, Contents, Heading, KeyValues, Paragraph, Title, filled
from forumtool.exports.minutes_photos import logo
from forumtool.exports.process_told import milestones, principles, rooms
from forumtool.exports.words import day, names_told
from forumtool.i18n import Catalogue


def compose(report: Report, say: Catalogue) -> list[Block]:
    """Return the blocks of the interim report; what there is nothing of is left out. It names nobody."""
    process = report.process
    blocks: list[Block] = [*logo(report, say), Title(say("Zwischenbericht"), process.host, process.title)]
    blocks += [KeyValues(_figures(report, say)), Contents(say("Inhalt"))]
    for title, part in (
        (say("Worum es geht"), _occasion(report)),
        (say("Leitlinien"), principles(report)),
        (say("Was bisher geschah"), _happened(report, say)),
        (say("Ergebnisse je Ziel"), _results(report, say)),
        (say("Was die Steuerungsgruppe entschieden hat"), _decided(report, say)),
        (say("Wie es weitergeht"), _next(report, say)),
    ):
        if inside := list(part):
            blocks += [Heading(1, title), *inside]
    return [*blocks, Paragraph(names_told(report, say), quiet=True)]


def _figures(report: Report, say: Catalogue) -> tuple[tuple[str, str], ...]:
    held = [part for part in report.forums if part.present]
    pairs = (
        (say("Foren"), len(held) or len(report.forums)),
        (say("Teilnahmen"), sum(part.present for part in held)),
        (say("Vorschläge"), len(report.proposals)),
        (say("Gruppen"), sum(len(part.groups) for part in report.goals)),
        (say("Punkte"), sum(one.dots for one in report.rounds)),
        (say("Maßnahmen"), len(report.measures)),
    )
    return tuple((name, str(count)) for name, count in pairs if count)


def _occasion(report: Report) -> Iterator[Block]:
    if report.process.occasion:
        yield Paragraph(report.process.occasion)


def _results(report: Report, say: Catalogue) -> Iterator[Block]:
    without = []
    for part in report.goals:
        cards = sum(1 for _card in part.proposals)
        if part.goal is None:
            continue
        if not cards:
            without.append(part.goal.label)
            continue
        yield Heading(2, say("Ziel {label}", label=part.goal.label))
        yield Paragraph(say.plural("{count} Vorschlag", "{count} Vorschläge", cards), quiet=True)
        yield from _groups(part, say)
    if without:
        yield Heading(2, say("Noch ohne Vorschlag"))
        yield Bullets(tuple(without))


def _groups(part: GoalPart, say: Catalogue) -> Iterator[Block]:
    groups = sorted(part.groups, key=lambda group: -group.cluster.dots)
    if groups:
        columns = (
            Column(say("Gruppe")),
            Column(say("Vorschläge"), 2.6, right=True),
            Column(say("Punkte"), 2.2, right=True),
        )
        rows = [(one.cluster.title, str(len(one.proposals)), str(one.cluster.dots or "")) for one in groups]
        yield filled(columns, rows)


def _decided(report: Report, say: Catalogue) -> Iterator[Block]:
    here = {card.id for card in report.proposals}
    verdicts = [row.verdict for row in report.decisions if row.verdict and row.proposal_id in here]
    if not verdicts:
        return
    yield Paragraph(
        say("Über {some} von {all} Vorschlägen ist entschieden.", some=len(verdicts), all=len(report.proposals))
    )
    pairs = (
        (say("übernommen"), "adopt"),
        (say("zusammengeführt"), "merge"),
        (say("zurückgestellt"), "defer"),
        (say("abgelehnt"), "reject"),
    )
    yield KeyValues(tuple((name, str(verdicts.count(code))) for name, code in pairs if code in verdicts))


def _next(report: Report, say: Catalogue) -> Iterator[Block]:
    for part in report.forums:
        if part.forum.outlook:
            yield Paragraph(f"{part.forum.title} ({day(part.forum.when, say)}): {part.forum.outlook}"
                            if part.forum.when else f"{part.forum.title}: {part.forum.outlook}")  # fmt: skip
    yield from milestones(_milestones(report, past=False), say)


def _happened(report: Report, say: Catalogue) -> Iterator[Block]:
    yield from milestones(_milestones(report, past=True), say)
    if inside := list(rooms(report, say)):
        yield Heading(2, say("Foren"))
        yield from inside


def _milestones(report: Report, *, past: bool) -> list[MilestoneRow]:
    today = date.today().isoformat()
    return [row for row in report.milestones if (standing(row.when, today) == "past") is past]
