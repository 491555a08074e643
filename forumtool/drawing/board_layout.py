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
_WORDS = COLUMN - 2 * EDGE - 2 * PAD
_HIGHEST_TITLE, _LEAST_LINES = 8, 3  # lines
_LEAST = 8.0 / TO_INTER  # sizes of type are told as of Calibri
_TITLE = Style(9.2 / TO_INTER, strong=True, line=1.0)
_TEXT, _NUMBER = Style(_LEAST, line=1.0), Style(_LEAST, QUIET, line=1.0)
_DOTS = Style(_LEAST, ACCENT, strong=True, line=1.0)


class PlacedCard(NamedTuple):
    """A card with its words laid out, below the top of its column; ``mark`` says where a text goes on."""

    y: float
    height: float
    number: Lines
    text: Lines
    mark: Lines
    dots: Lines


class PlacedColumn(NamedTuple):
    """A column, or the part of one that fits; ``top`` is where its frame begins below the heading.

    ``more`` stands at its foot and tells how many cards are not drawn.
    """

    column: BoardColumn
    title: Lines
    number: Lines
    dots: Lines
    cards: Sequence[PlacedCard]
    top: float
    height: float
    more: Lines


class Band(NamedTuple):
    """Columns side by side, below the top of their picture."""

    y: float
    columns: Sequence[PlacedColumn]


class BoardLayout:
    """Lays the columns of a board out; ``pictures`` are bands that fit a page.

    ``whole`` says what has each card with all its words.
    """

    def __init__(self, columns: Sequence[BoardColumn], whole: str, say: Catalogue) -> None:
        self._whole = whole
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
            waiting = waiting[len(part.cards) :]
            first = False

    def _part(self, column: BoardColumn, title: str, cards: Sequence[BoardCard]) -> PlacedColumn:
        head = self._shortened(self._safe.plain(title), self._title, COLUMN - EDGE, _HIGHEST_TITLE)
        told = self._say.plural("{count} Karte", "{count} Karten", column.total)
        count = Lines(told, self._number, COLUMN)
        dots = self._told(column.dots)
        top = head.count * head.line + count.line + EDGE
        placed: list[PlacedCard] = []
        y = top + EDGE
        for card in cards:
            one = self._card(card, y)
            if y + one.height + EDGE > HIGHEST:
                if placed:
                    break
                one = self._cut(card, y)
            placed.append(one)
            y += one.height + EDGE
        more = self._more(column if len(placed) == len(cards) else column._replace(more=0))
        if more.text:
            y += more.line + EDGE
        height = max(y, top + 4 * EDGE)
        return PlacedColumn(column, head, count, dots, placed, top, height, more)

    def _more(self, column: BoardColumn) -> Lines:
        """What is not drawn; it is one line."""
        told = self._say.plural("{count} weitere Karte", "{count} weitere Karten", column.more) if column.more else ""
        return Lines(told, self._number, _WORDS)

    def _card(self, card: BoardCard, y: float) -> PlacedCard:
        text = Lines(self._safe.plain(card.text), self._text, _WORDS)
        return self._placed(card, y, text, Lines("", self._number, _WORDS))

    def _cut(self, card: BoardCard, y: float) -> PlacedCard:
        """A card as high as a page that has no room for all its words, and where these are."""
        mark = self._say("Ganzer Wortlaut: {number} in {place}", number=card.number, place=self._whole)
        marked = Lines(mark, self._number, _WORDS)
        room = HIGHEST - y - EDGE - 2 * PAD - (marked.count + 1) * marked.line
        text = self._shortened(self._safe.plain(card.text), self._text, _WORDS, int(room // self._text.line))
        return self._placed(card, y, text, marked)

    def _placed(self, card: BoardCard, y: float, text: Lines, mark: Lines) -> PlacedCard:
        number = Lines(card.number, self._number, _WORDS)
        words = text.count * text.line + mark.count * mark.line * bool(mark.text)
        return PlacedCard(y, number.line + words + 2 * PAD, number, text, mark, self._told(card.dots))

    def _shortened(self, text: str, face: Face, width: float, most: int) -> Lines:
        """The text, or as much of its beginning as fits into so many lines."""
        found, most = Lines(text, face, width), max(_LEAST_LINES, most)
        kept = len(text)
        while found.count > most:
            kept = min(kept - 1, int(kept * most / found.count))
            found = Lines(f"{text[:kept].rstrip()} …", face, width)
        return found

    def _told(self, dots: int) -> Lines:
        return Lines(str(dots) if dots else "", self._dots, COLUMN - EDGE, right=True)
