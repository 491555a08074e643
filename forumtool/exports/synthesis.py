"""The synthesis of all forums as a document: what is covered, what is alike, who was there, what became of what."""

from collections.abc import Iterator, Sequence, Set
from datetime import date

from forumtool.domain.coverage import Gap, GoalCells, GoalCoverage
from forumtool.domain.report import Report
from forumtool.domain.synthesis import Synthesis
from forumtool.exports.blocks import (
    TEXT_WIDTH,
    Block,
    Bullets,
    Column,
    Contents,
    Heading,
    KeyValues,
    Paragraph,
    Table,
    Title,
)
from forumtool.exports.document import Document
from forumtool.exports.gap_words import gaps_counted, gaps_of_goal, single_gaps
from forumtool.exports.minutes_photos import logo
from forumtool.exports.synthesis_lists import became, counted_columns, joined_cards, named, rooms, similar
from forumtool.exports.words import day, names_told
from forumtool.i18n import N_, Catalogue

_NUMBER, _TAG, _AGE = 1.1, 3.8, 3.0  # centimetres
_GOALS = 12  # columns of a table


def synthesis_document(report: Report, say: Catalogue, _sections: Sequence[str] | None = None) -> Document:
    """Return the document with the sections that have content, from a report that ``services.synthesis`` built."""
    title, process = say("Zusammenschau {title}", title=report.title), report.process
    blocks: list[Block] = [
        *logo(report, say),
        Title(title, process.host, process.motto),
        Contents(say("Inhalt")),
    ]
    for heading, write in _SECTIONS:
        if written := list(write(report, say)):
            blocks += [Heading(1, say(heading)), *written]
    blocks.append(Paragraph(names_told(report, say), quiet=True))
    return Document(blocks, say, title, process.title, process.host, (title, ""), process.host, say("Stand"))


def _figures(report: Report, say: Catalogue) -> Iterator[Block]:
    spoken = {card.forum_id for card in report.proposals}
    joined = sum(1 for card in report.behind if card.joined_to)
    elsewhere = sum(card.forum_id != lead.forum_id for lead, cards in joined_cards(report) for card in cards)
    decided = sum(1 for row in report.decisions if row.verdict)
    of = N_("{some} von {all}")
    pairs = [
        (say("Stand"), day(date.today().isoformat(), say)),
        (
            say("Foren mit Vorschlägen"),
            say(of, some=sum(part.forum.id in spoken for part in report.forums), all=len(report.forums)),
        ),
        (say("Vorschläge"), str(len(report.proposals))),
        *(
            [(say("Zusammengelegt"), say("{count}, davon {some} über Foren hinweg", count=joined, some=elsewhere))]
            if joined
            else []
        ),
        (say("Gruppen"), str(sum(len(part.groups) for part in report.goals))),
        (say("Lücken"), gaps_counted(report.synthesis.gaps if report.synthesis else (), say)),
        (say("Maßnahmen"), str(len(report.measures))),
        (say("Entschieden"), say(of, some=decided, all=len(report.proposals))),
    ]
    yield KeyValues(tuple(pairs))


def _coverage(report: Report, say: Catalogue) -> Iterator[Block]:
    found = report.by_goal
    if not found.goals:
        return
    yield Paragraph(
        say("Vorschläge je Ziel und Merkmal; einer mit zwei Merkmalen zählt in beiden Zeilen. „fehlt“: Vorschläge "
            "zum Ziel tragen solche Merkmale, aber keiner dieses. Die Ziele stehen mit ihren Nummern."),
        quiet=True,
    )  # fmt: skip
    synthesis = report.synthesis or Synthesis()
    missing = single_gaps(synthesis.gaps)
    for start in range(0, len(found.goals), _GOALS):
        if start:
            yield Paragraph(say("Weitere Ziele:"), quiet=True)
        yield _by_goal(found, missing, range(start, min(start + _GOALS, len(found.goals))), say)
    yield from _gaps(synthesis, say)
    tagged = [cells for cells in synthesis.cells if cells.phases and cells.ages and cells.is_tagged]
    if tagged:
        yield Heading(2, say("Ziel für Ziel: Phase und Lebensalter"))
        yield Paragraph(
            say("„fehlt“: Von beidem ist bei diesem Ziel die Rede, aber von keinem Vorschlag zusammen."), quiet=True
        )
    for cells in tagged:
        yield Heading(3, cells.goal.label)
        yield _matrix(cells, say)


def _by_goal(found: GoalCoverage, missing: Set[tuple[str, str]], places: range, say: Catalogue) -> Table:
    """Tags as rows, as their titles need more room than the numbers of the goals."""
    heads = [found.goals[at].number or found.goals[at].title for at in places]
    columns = (Column(say("Merkmal"), _TAG), *counted_columns(heads, TEXT_WIDTH - _TAG))
    rows = [
        (
            tag.title,
            *(_count(found.counts[goal][at], (found.goals[goal].id, tag.id) in missing, say) for goal in places),
        )
        for at, tag in enumerate(found.tags)
    ]
    return Table(columns, [*rows, (say("alle"), *(str(found.cards[goal]) for goal in places))])


def _matrix(cells: GoalCells, say: Catalogue) -> Table:
    columns = (
        Column(say("Lebensalter"), _AGE),
        *counted_columns([phase.title for phase in cells.phases], TEXT_WIDTH - _AGE - _NUMBER),
        Column(say("alle"), _NUMBER, right=True),
    )
    rows = [
        (age.title,
         *(_count(row[at], cells.expected(phase, at) > 0, say) for phase, row in enumerate(cells.counts)),
         str(cells.age_totals[at]))
        for at, age in enumerate(cells.ages)
    ]  # fmt: skip
    return Table(columns, [*rows, (say("alle"), *map(str, cells.phase_totals), str(cells.cards))])


def _count(count: int, is_expected: bool, say: Catalogue) -> str:
    return str(count) if count else (say("fehlt") if is_expected else "–")


def _gaps(synthesis: Synthesis, say: Catalogue) -> Iterator[Block]:
    """The gaps goal by goal: no way at all, a tag that nothing speaks of, a phase and an age never together."""
    of: dict[str, list[Gap]] = {cells.goal.id: [] for cells in synthesis.cells}
    for gap in synthesis.gaps:
        of.setdefault(gap.goal.id, []).append(gap)
    if synthesis.gaps:
        yield Heading(2, say("Lücken"))
        yield Paragraph(say("Was noch keinen Weg hat: {counted}.", counted=gaps_counted(synthesis.gaps, say)))
        yield Bullets(tuple(f"{found[0].goal.label}: {gaps_of_goal(found, say)}" for found in of.values() if found))


_SECTIONS = (
    (N_("Auf einen Blick"), _figures),
    (N_("Wo fehlen Wege?"), _coverage),
    (N_("Ähnliche Vorschläge aus mehreren Foren"), similar),
    (N_("Hemmnisse und Angebote"), named),
    (N_("Zusammensetzung der Foren"), rooms),
    (N_("Was wurde woraus"), became),
)
