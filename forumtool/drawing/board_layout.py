"""Where headings and cards stand in the pictures of a board, in tenths of a point on paper."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from forumtool.drawing.board import BoardCard, BoardColumn
from forumtool.drawing.lines import Face, Lines
from forumtool.drawing.look import ACCENT, PER_CM, QUIET, TO_INTER, Style
from forumtool.drawing.text import PER_POINT
from forumtool.exports.blocks import TEXT_WIDTH, WHOLE_PAGE
from forumtool.exports.safe_text import SafeText
from forumtool.i18n import Catalogue

ACROSS = 4
WIDTH, HIGHEST = TEXT_WIDTH * PER_CM, WHOLE_PAGE * PER_CM
GAP, PAD, EDGE = 6.5 * PER_POINT, 4.0 * PER_POINT, 4.0 * PER_POINT
COLUMN = (WIDTH - (ACROSS - 1) * GAP) / ACROSS
_LEAST = 8.0 / TO_INTER  # sizes of type are told as of Calibri
_TITLE = Style(9.2 / TO_INTER, strong=True, line=1.0)
_TEXT, _NUMBER = Style(_LEAST, line=1.0), Style(_LEAST, QUIET, line=1.0)
_DOTS = Style(_LEAST, ACCENT, strong=True, line=1.0)


class PlacedCard(NamedTuple):
    """A card with its words laid out, below the top of its column."""

    y: float
    height: float
    number: Lines
    text: Lines
    dots: Lines


class PlacedColumn(NamedTuple):
    """A column, or the part of one that fits; ``top`` is where its frame begins below the heading."""

    column: BoardColumn
    title: Lines
    number: Lines
    dots: Lines
    cards: Sequence[PlacedCard]
    top: float
    height: float


class Band(NamedTuple):
    """Columns side by side, below the top of their picture."""

    y: float
    columns: Sequence[PlacedColumn]


class BoardLayout:
    """Lays the columns of a board out; ``pictures`` are bands that fit a page."""

    def __init__(self, columns: Sequence[BoardColumn], say: Catalogue) -> None:
        self._say, self._safe = say, SafeText(say)
        self._title, self._text, self._number, self._dots = map(Face, (_TITLE, _TEXT, _NUMBER, _DOTS))
        self._columns = [part for column in columns for part in self._parts(column)]

    def pictures(self) -> Iterator[list[Band]]:
        """Yield the bands of each picture; a picture is never higher than a page has room for."""
        bands: list[Band] = []
        y = 0.0
        for at in range(0, len(self._columns), ACROSS):
            columns = self._columns[at : at + ACROSS]
            height = max(column.height for column in columns)
            if bands and y + height > HIGHEST:
                yield bands
                bands, y = [], 0.0
            bands.append(Band(y, columns))
            y += height + 2 * GAP
        if bands:
            yield bands

    def _parts(self, column: BoardColumn) -> Iterator[PlacedColumn]:
        """Yield a column, in several parts if it is higher than a page; each has the heading."""
        waiting = list(column.cards)
        first = True
        while waiting or first:
            title = column.title if first else self._say("{title} (Fortsetzung)", title=column.title)
            part = self._part(column, title, waiting)
            yield part
            waiting = waiting[max(len(part.cards), 1) :]
            first = False

    def _part(self, column: BoardColumn, title: str, cards: Sequence[BoardCard]) -> PlacedColumn:
        head = Lines(self._safe.plain(title), self._title, COLUMN - EDGE)
        told = self._say.plural("{count} Karte", "{count} Karten", len(column.cards))
        count = Lines(told, self._number, COLUMN)
        dots = self._told(column.dots)
        top = head.count * head.line + count.line + EDGE
        placed: list[PlacedCard] = []
        y = top + EDGE
        for card in cards:
            one = self._card(card, y, HIGHEST - y - EDGE)
            if placed and one.y + one.height + EDGE > HIGHEST:
                break
            placed.append(one)
            y += one.height + EDGE
        return PlacedColumn(column, head, count, dots, placed, top, max(y, top + 4 * EDGE))

    def _card(self, card: BoardCard, y: float, room: float) -> PlacedCard:
        width = COLUMN - 2 * EDGE - 2 * PAD
        number = Lines(card.number, self._number, width)
        text = Lines(self._safe.plain(card.text), self._text, width)
        height = number.line + text.count * text.line + 2 * PAD
        if height > HIGHEST / 2:
            text = self._shortened(text, width, room)
            height = number.line + text.count * text.line + 2 * PAD
        return PlacedCard(y, height, number, text, self._told(card.dots))

    def _shortened(self, text: Lines, width: float, room: float) -> Lines:
        """The beginning of a text without end; the list of the cards has all of it."""
        most = max(3, int(min(room, HIGHEST / 2) // text.line) - 3)
        kept = text.text[: int(len(text.text) * most / text.count)].rstrip()
        return Lines(f"{kept} …", self._text, width)

    def _told(self, dots: int) -> Lines:
        return Lines(str(dots) if dots else "", self._dots, COLUMN - EDGE, right=True)
