"""The pin boards as pictures for the annex: drawn from the cards themselves, sharp enough for a printer."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from forumtool.domain.report import GoalPart, Photo, Report
from forumtool.domain.rows import ProposalRow
from forumtool.domain.stopping import breathing
from forumtool.drawing.application import prepare
from forumtool.exports.minutes_sections import BY_KEY
from forumtool.exports.words import wording_told
from forumtool.i18n import N_, Catalogue, catalogue

_MOST_CARDS, _IN_ALL = 600, 3000
"""Cards of a board, and of all boards of a document, that are drawn: thirty pages, and a few seconds."""
_SAMPLE, _FEW = 100, 4
_NOT_ORDERED = -1
_REMEMBERED = 64


class BoardCard(NamedTuple):
    """A card: its number, its words and the dots on it."""

    number: str
    text: str
    dots: int


class BoardColumn(NamedTuple):
    """A group: its heading, the number of its paper's colour (-1 for cards that are not ordered), dots and cards.

    So many ``more`` cards belong to it, which are not drawn.
    """

    title: str
    colour: int
    dots: int
    cards: tuple[BoardCard, ...]
    more: int = 0

    @property
    def total(self) -> int:
        """All its cards."""
        return len(self.cards) + self.more


class Board(NamedTuple):
    """What hangs on the board of a goal at an event; both may be None."""

    goal_id: str | None
    forum_id: str | None
    columns: tuple[BoardColumn, ...]

    @property
    def total(self) -> int:
        """All its cards."""
        return sum(column.total for column in self.columns)


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
    return report._replace(boards=pictures(report, say, sections))


def pictures(report: Report, say: Catalogue, sections: Sequence[str] | None = None) -> tuple[Photo, ...]:
    """Return the board of each goal and event that has groups, in one picture or several that follow each other.

    The words on them are those that count in the report, 8 points high at least when a picture is as wide as the text
    of a page. Of a board with more cards than anybody looks through in pictures, each group shows its first ones;
    then, and where a text is longer than a page, the picture says in which of the ``sections`` all of it stands. May
    run on a thread.
    """
    whole = _whole_in(report.wording, sections, say)
    return tuple(
        Photo(board.forum_id, board.goal_id, _told(board, whole, say), one.data, "image/png", one.width, one.height,
              one.description)
        for board in _cut([found for part in report.goals for found in _boards(part, report.wording, say)])
        for one in _drawn(board.columns, whole, say.language)
    )  # fmt: skip


def _boards(part: GoalPart, wording: str, say: Catalogue) -> Iterator[Board]:
    """The board of each event of a goal; cards that are not ordered come last."""
    dots = {row.target_id: row.dots for round_ in part.rounds if round_.kind != "scale" for row in round_.ranking}

    def cards(found: Collection[ProposalRow]) -> tuple[BoardCard, ...]:
        return tuple(
            BoardCard(card.number, wording_told(card, say, wording), dots.get(card.id, 0)) for card in breathing(found)
        )

    for forum_id in dict.fromkeys(group.cluster.forum_id for group in part.groups):
        columns = [
            BoardColumn(one.cluster.title, one.cluster.colour, one.cluster.dots, cards(one.proposals))
            for one in breathing(part.groups)
            if one.cluster.forum_id == forum_id
        ]
        if loose := cards([card for card in part.not_ordered if card.forum_id == forum_id]):
            columns.append(BoardColumn(say("Noch nicht geordnet"), _NOT_ORDERED, 0, loose))
        if any(column.cards for column in columns):
            yield Board(part.goal.id if part.goal else None, forum_id, tuple(columns))


def _cut(boards: Sequence[Board]) -> Iterable[Board]:
    """The boards in their order; of the largest ones only a sample, so that all can be drawn and looked through."""
    left, whole = _IN_ALL, set[int]()
    for at, board in sorted(enumerate(boards), key=lambda found: found[1].total):
        left -= board.total
        if left >= 0 and board.total <= _MOST_CARDS:
            whole.add(at)
    return [board if at in whole else _sample(board) for at, board in enumerate(boards)]


def _sample(board: Board) -> Board:
    few = min(_FEW, _SAMPLE // len(board.columns))
    return board._replace(
        columns=tuple(
            column._replace(cards=column.cards[:few], more=max(0, column.total - few)) for column in board.columns
        )
    )


def _told(board: Board, whole: str, say: Catalogue) -> str:
    """What a sample says below itself; of a whole board there is nothing to say."""
    if not any(column.more for column in board.columns):
        return ""
    told = N_("von {count} Karten die ersten jeder Gruppe; alle stehen in {place}.")
    return say(told, count=board.total, place=whole)


def _whole_in(wording: str, sections: Sequence[str] | None, say: Catalogue) -> str:
    """Where the cards stand with all their words: in the minutes, or else in the workbook that goes with them."""
    for key in ("results", "annex") if wording == "original" else ("results",):
        if sections is None or key in sections:
            return say("„{title}“", title=say(BY_KEY[key].title))
    return say("der Excel-Liste „{title}“", title=say("Vorschläge"))


@lru_cache(maxsize=_REMEMBERED)
def _drawn(columns: tuple[BoardColumn, ...], whole: str, language: str) -> tuple[Drawn, ...]:
    """Draw a board, once as long as nothing on it changes."""
    prepare()
    from forumtool.drawing.board_painting import painted

    return tuple(painted(columns, whole, catalogue(language)))
