"""Where each measure came from: the groups with their dots and rank, the cards in them, and the forum."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from forumtool.domain.report import Report
from forumtool.domain.rows import MeasureRow, ProposalRow
from forumtool.exports.blocks import Block, Column, Heading, Paragraph, Table
from forumtool.exports.concept_parts import chapters
from forumtool.exports.words import card_text
from forumtool.i18n import Catalogue


def origin(report: Report, say: Catalogue) -> Iterator[Block]:
    """Return a table for each field of action: measure, group, card and forum; a measure without cards says so.

    A card that was laid together with another one, perhaps of another forum, or split stands there, too.
    """
    cards = {card.number: card for card in (*report.proposals, *report.behind)}
    ranks = _ranks(report)
    if report.measures:
        yield Paragraph(
            say("Zu jeder Maßnahme stehen die Karten, aus denen sie entstanden ist, mit der Gruppe an der Pinnwand."),
            quiet=True,
        )
    columns = (
        Column(say("Maßnahme"), 4.0),
        Column(say("Gruppe"), 2.6),
        Column(say("Nr."), 1.4),
        Column(say("Karte")),
        Column(say("Forum"), 3.6),
    )
    for field, rows in chapters(report):
        if rows:
            yield Heading(2, field.label if field else say("Ohne Handlungsfeld"))
            yield Table(columns, [line for row in rows for line in _lines(row, cards, ranks, report, say)])


def _lines(
    row: MeasureRow,
    cards: Mapping[str, ProposalRow],
    ranks: dict[str, tuple[int, int]],
    report: Report,
    say: Catalogue,
) -> Iterator[tuple[str, ...]]:
    """A line for each card of a measure; what is the same as in the line above stands there once."""
    found = _with_those_behind([cards[number] for number in row.proposals if number in cards], cards.values())
    if not found:
        yield row.label, "", "", _without_cards(row, report, say), ""
    by_group = sorted(found, key=lambda card: (card.cluster_id is None, -ranks.get(card.cluster_id or "", (0, 0))[1],
                                               card.cluster_title, card.cluster_id or "", card.id))  # fmt: skip
    label = row.label
    for _key, members in groupby(by_group, key=lambda card: card.cluster_id):
        for at, card in enumerate(members):
            yield label, "" if at else _group(card, ranks, say), card.number, _worded(card, say), card.forum_title
            label = ""


def _with_those_behind(found: list[ProposalRow], every: Iterable[ProposalRow]) -> list[ProposalRow]:
    """Add the cards that stand behind these: laid together with one of them, or the whole that one is a part of."""
    numbers, behind = {card.number for card in found}, list(every)
    wholes = {card.split_from for card in found}
    while more := [card for card in behind if card.number not in numbers
                   and (card.joined_to in numbers or card.number in wholes)]:  # fmt: skip
        found += more
        numbers |= {card.number for card in more}
        wholes |= {card.split_from for card in more}
    return found


def _worded(card: ProposalRow, say: Catalogue) -> str:
    text = card_text(card, say)
    told = say("zusammengelegt mit {number}", number=card.joined_to) if card.joined_to else ""
    return "\n".join(filter(None, (text, told)))


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
