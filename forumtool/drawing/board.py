"""The pin boards as pictures for the annex: drawn from the cards themselves, sharp enough for a printer."""

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from forumtool.domain.report import GoalPart, Photo, Report
from forumtool.domain.rows import ProposalRow
from forumtool.domain.stopping import breathing
from forumtool.drawing.application import prepare
from forumtool.exports.words import card_text
from forumtool.i18n import Catalogue, catalogue

_MOST_CARDS = 400
_NOT_ORDERED = -1
_REMEMBERED = 64


class BoardCard(NamedTuple):
    """A card: its number, its words and the dots on it."""

    number: str
    text: str
    dots: int


class BoardColumn(NamedTuple):
    """A group: its heading, the number of its paper's colour (-1 for cards that are not ordered), dots and cards."""

    title: str
    colour: int
    dots: int
    cards: tuple[BoardCard, ...]


class Drawn(NamedTuple):
    """A picture of a board or of a part of it: a PNG file, its size in pixels, and what there is to see."""

    data: bytes
    width: int
    height: int
    description: str


def with_boards(report: Report, say: Catalogue, sections: Sequence[str] | None = None) -> Report:
    """Return the report with its boards drawn if the section "boards" is among those chosen (None is all).

    Raises a ``UserError`` where a library of Qt is missing.
    """
    if sections is not None and "boards" not in sections:
        return report
    return report._replace(boards=pictures(report, say))


def pictures(report: Report, say: Catalogue) -> tuple[Photo, ...]:
    """Return the board of each goal and event that has groups, in one picture or several that follow each other.

    The words on them are 8 points high at least when a picture is as wide as the text of a page. A board of more than
    400 cards is no picture any more and is left out: the minutes list its cards. May run on a thread.
    """
    return tuple(
        Photo(forum_id, part.goal.id if part.goal else None, "", one.data, "image/png", one.width, one.height,
              one.description)
        for part in report.goals
        for forum_id, columns in _boards(part, say)
        for one in _drawn(columns, say.language)
    )  # fmt: skip


def _boards(part: GoalPart, say: Catalogue) -> Iterator[tuple[str | None, tuple[BoardColumn, ...]]]:
    """The columns of each event's board of a goal; cards that are not ordered come last."""
    dots = {row.target_id: row.dots for round_ in part.rounds if round_.kind != "scale" for row in round_.ranking}
    for forum_id in dict.fromkeys(group.cluster.forum_id for group in part.groups):
        columns = [
            BoardColumn(one.cluster.title, one.cluster.colour, one.cluster.dots, _cards(one.proposals, dots, say))
            for one in breathing(part.groups)
            if one.cluster.forum_id == forum_id
        ]
        loose = tuple(card for card in part.not_ordered if card.forum_id == forum_id)
        if loose:
            columns.append(BoardColumn(say("Noch nicht geordnet"), _NOT_ORDERED, 0, _cards(loose, dots, say)))
        if 0 < sum(len(column.cards) for column in columns) <= _MOST_CARDS:
            yield forum_id, tuple(columns)


def _cards(cards: Collection[ProposalRow], dots: dict[str, int], say: Catalogue) -> tuple[BoardCard, ...]:
    return tuple(BoardCard(card.number, card_text(card, say), dots.get(card.id, 0)) for card in breathing(cards))


@lru_cache(maxsize=_REMEMBERED)
def _drawn(columns: tuple[BoardColumn, ...], language: str) -> tuple[Drawn, ...]:
    """Draw a board, once as long as nothing on it changes."""
    prepare()
    from forumtool.drawing.board_painting import painted

    return tuple(painted(columns, catalogue(language)))
