"""What documents about the whole process tell of it: principles, steering group, milestones and forums."""

from collections import Counter
from collections.abc import Iterator, Sequence

from forumtool.domain.report import Report
from forumtool.domain.rows import MilestoneRow
from forumtool.exports.blocks import Block, Bullets, Column, Paragraph, filled
from forumtool.exports.words import day
from forumtool.i18n import Catalogue


def principles(report: Report) -> Iterator[Block]:
    """Return the guiding principles as a list."""
    if report.principles:
        yield Bullets(tuple(f"{row.title}: {row.text}" if row.text else row.title for row in report.principles))


def steering(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return how many seats the steering group has, and of which benches."""
    if not report.steering:
        return
    benches = Counter(seat.constituency for seat in report.steering)
    named = ", ".join(f"{bench} ({count})" for bench, count in benches.items() if bench)
    yield Paragraph(
        say("Die Steuerungsgruppe hat {seats} Sitze: {benches}.", seats=len(report.steering), benches=named)
        if named
        else say("Die Steuerungsgruppe hat {seats} Sitze.", seats=len(report.steering))
    )


def milestones(rows: Sequence[MilestoneRow], say: Catalogue) -> Iterator[Block]:
    """Return milestones as a table."""
    if rows:
        yield filled(
            (Column(say("Zeit"), 4.4), Column(say("Meilenstein"), 4.6), Column(say("Hinweis"))),
            [(day(row.when, say), row.title, row.note) for row in rows],
        )


def rooms(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return the forums with how many people came and how many proposals they made."""
    if not report.forums:
        return
    cards = Counter(card.forum_id for card in report.proposals)
    rows = [
        (
            part.forum.title,
            day(part.forum.when, say),
            str(part.present or ""),
            str(cards[part.forum.id] or ""),
        )
        for part in report.forums
    ]
    columns = (
        Column(say("Forum")),
        Column(say("Termin"), 4.4),
        Column(say("anwesend"), 2.2, right=True),
        Column(say("Vorschläge"), 2.4, right=True),
    )
    yield filled(columns, rows)
