"""The report of progress as blocks: per field of action how far each measure is, and what was noted over the years."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from forumtool.domain.report import Report
from forumtool.domain.rows import MeasureRow, ProgressRow
from forumtool.exports.blocks import Block, Column, Contents, Heading, KeyValues, Paragraph, Table, Title, filled
from forumtool.exports.concept_parts import chapters, validity_told
from forumtool.exports.minutes_photos import logo
from forumtool.exports.words import PROGRESS_STATES, day, names_told, word
from forumtool.i18n import Catalogue

_TENTHS = 10
_BAR = 4.6  # centimetres: ten squares and "100 %" in one line
Entries = dict[str, list[ProgressRow]]


def compose(report: Report, say: Catalogue) -> list[Block]:
    """Return the blocks of the report."""
    entries: Entries = defaultdict(list)
    for entry in report.progress:
        entries[entry.measure_id].append(entry)
    blocks: list[Block] = [
        *logo(report, say),
        Title(say("Fortschritt der Maßnahmen"), report.process.host, report.process.title),
        *_summary(report, entries, say),
        Contents(say("Inhalt"), levels=1),
    ]
    for field, rows in chapters(report):
        if rows:
            title = say("Handlungsfeld {title}", title=field.label) if field else say("Maßnahmen ohne Handlungsfeld")
            blocks += [Heading(1, title), *_chapter(rows, entries, say)]
    if not report.measures:
        blocks.append(Paragraph(say("Noch steht keine Maßnahme im Konzept.")))
    return [*blocks, Paragraph(names_told(report, say), quiet=True)]


def bar(percent: int) -> str:
    """Return a percentage as ten squares, as many of them filled as tenths are reached."""
    full = percent * _TENTHS // 100
    return "■" * full + "□" * (_TENTHS - full)


def _summary(report: Report, entries: Entries, say: Catalogue) -> Iterator[Block]:
    states = Counter(entries[row.id][-1].state if entries[row.id] else "" for row in report.measures)
    pairs = [(say("Maßnahmen"), str(len(report.measures)))]
    pairs += [(word(PROGRESS_STATES, state, say), str(states[state])) for state in PROGRESS_STATES if states[state]]
    if states[""]:
        pairs.append((say("ohne Eintrag"), str(states[""])))
    yield KeyValues(tuple(pairs))
    if told := validity_told(report, say):
        yield Paragraph(told, quiet=True)


def _chapter(rows: Sequence[MeasureRow], entries: Entries, say: Catalogue) -> Iterator[Block]:
    columns = (
        Column(say("Nr."), 1.5),
        Column(say("Maßnahme und Federführung")),
        Column(say("Stand"), 2.4),
        Column(say("erreicht"), _BAR),
    )
    yield Table(columns, [_line(row, entries[row.id], say) for row in rows])
    told = [line for row in rows for line in _over_the_years(row, entries[row.id], say)]
    if told:
        yield Heading(2, say("Über die Jahre"))
        yield filled((Column(say("Nr."), 1.5), Column(say("Datum"), 3.6), Column(say("Stand"), 2.4),
                      Column(say("erreicht"), _BAR), Column(say("Bemerkung"))), told, keep=4)  # fmt: skip


def _line(row: MeasureRow, entries: Sequence[ProgressRow], say: Catalogue) -> tuple[str, ...]:
    told = "\n".join(filter(None, (row.title, row.lead)))
    if not entries:
        return row.number, told, "–", ""
    last = entries[-1]
    return row.number, told, word(PROGRESS_STATES, last.state, say), _reached(last.percent)


def _over_the_years(row: MeasureRow, entries: Sequence[ProgressRow], say: Catalogue) -> Iterator[tuple[str, ...]]:
    for one in entries:
        number = row.number or row.title
        state = word(PROGRESS_STATES, one.state, say)
        yield number, day(one.on, say), state, _reached(one.percent), one.note


def _reached(percent: int) -> str:
    return f"{bar(percent)}\u00a0{percent}\u00a0%"
