"""Where each measure came from: the groups with their dots and rank, the cards in them, and the forum."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from forumtool.domain.report import Report
from forumtool.domain.rows import MeasureRow, ProposalRow
from forumtool.exports.blocks import Block, Column, Heading, Paragraph, Table
from forumtool.exports.concept_parts import chapters
from forumtool.exports.words import card_text
from forumtool.i18n import Catalogue


def origin(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return a table for each measure: group, card, wording, forum; a measure without cards says so."""
    cards = {card.number: card for card in (*report.proposals, *report.behind)}
    ranks = _ranks(report)
    if report.measures:
        yield Paragraph(
            say("Zu jeder Maßnahme stehen die Karten, aus denen sie entstanden ist, mit der Gruppe an der Pinnwand."),
            quiet=True,
        )
    for field, rows in chapters(report):
        if rows:
            yield Heading(2, field.label if field else say("Ohne Handlungsfeld"))
        for row in rows:
            yield Heading(3, row.label)
            yield from _cards(row, [cards[number] for number in row.proposals if number in cards], ranks, report, say)


def _cards(
    row: MeasureRow, cards: Sequence[ProposalRow], ranks: dict[str, tuple[int, int]], report: Report, say: Catalogue
) -> Iterator[Block]:
    if not cards:
        yield Paragraph(_without_cards(row, report, say), quiet=True)
        return
    by_group = sorted(cards, key=lambda card: (card.cluster_id is None, -ranks.get(card.cluster_id or "", (0, 0))[1],
                                               card.cluster_title, card.cluster_id or "", card.id))  # fmt: skip
    rows = []
    for _key, members in groupby(by_group, key=lambda card: card.cluster_id):
        for at, card in enumerate(members):
            told = _group(card, ranks, say) if not at else ""
            rows.append((card.number, card_text(card, say), told, card.forum_title))
    columns = (
        Column(say("Nr."), 1.5),
        Column(say("Karte")),
        Column(say("Gruppe"), 4.4),
        Column(say("Forum"), 3.4),
    )
    yield Table(columns, rows)


def _group(card: ProposalRow, ranks: dict[str, tuple[int, int]], say: Catalogue) -> str:
    if not card.cluster_id:
        return say("ohne Gruppe")
    rank, dots = ranks.get(card.cluster_id, (0, 0))
    if not dots:
        return card.cluster_title
    points = say.plural("{count} Punkt", "{count} Punkte", dots)
    return "\n".join((card.cluster_title, say("{points}, Rang {rank}", points=points, rank=rank)))


def _without_cards(row: MeasureRow, report: Report, say: Catalogue) -> str:
    forum = report.forum_title(row.forum_id)
    if forum:
        return say("Im Forum „{forum}“ entstanden, ohne Karten.", forum=forum)
    return say("Keine Karten verknüpft.")


def _ranks(report: Report) -> dict[str, tuple[int, int]]:
    """Rank and dots of each group among those of its goal and forum; equal dots share a rank."""
    found = {}
    for part in report.goals:
        for group in part.groups:
            own = group.cluster
            beside = (one.cluster for one in part.groups if one.cluster.forum_id == own.forum_id)
            found[own.id] = (1 + sum(one.dots > own.dots for one in beside), own.dots)
    return found
