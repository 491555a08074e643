"""What stands on a page, from the top down: each piece knows its height, paints itself and may be cut into two."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QRectF

from forumtool.drawing import look
from forumtool.drawing.images import shown
from forumtool.drawing.ink import Ink
from forumtool.drawing.lines import Lines
from forumtool.drawing.numbered import Numbered
from forumtool.exports.blocks import Picture

_FEWEST = 2  # lines of a paragraph that may stand alone on a page
_DOTS_PER_CM = 220 / 2.54


class Piece(Protocol):
    """Something as wide as the text, in tenths of a point."""

    @property
    def height(self) -> float:
        """How high it is."""

    @property
    def text(self) -> str:
        """Its words."""

    def paint(self, ink: Ink, x: float, y: float) -> None:
        """Paint it below a place."""

    def cut(self, room: float) -> "tuple[Piece, Piece] | None":
        """Return what fits into a height, and the rest; None if it must stay whole."""


class Words(NamedTuple):
    """A paragraph, or a part of one; ``beside`` is a dot or a name at the left of an indented one."""

    lines: Lines
    first: int
    last: int
    indent: float = 0
    beside: Lines | None = None

    @property
    def height(self) -> float:
        """The height of its lines; what stands beside may be higher."""
        own = (self.last - self.first) * self.lines.line
        return max(own, self.beside.count * self.beside.line) if self.beside else own

    @property
    def text(self) -> str:
        """The words of the whole paragraph, once."""
        if self.first:
            return ""
        return f"{self.beside.text} {self.lines.text}" if self.beside else self.lines.text

    def paint(self, ink: Ink, x: float, y: float) -> None:
        """Paint the words and what stands beside them."""
        if self.beside:
            self.beside.draw(ink, x, y)
        self.lines.draw(ink, x + self.indent, y, self.first, self.last)

    def cut(self, room: float) -> "tuple[Words, Words] | None":
        """Cut between lines, so that two at least stay together."""
        fits = min(int(room // self.lines.line), self.last - self.first - _FEWEST)
        if fits < _FEWEST:
            return None
        at = self.first + fits
        return self._replace(last=at), self._replace(first=at, beside=None)


class Row(NamedTuple):
    """A row of a table: words in cells, each from its left edge; the part of them from one line to another."""

    cells: Sequence[Lines]
    lefts: Sequence[float]
    first: int = 0
    last: int = -1
    width: float = 0

    @property
    def line_count(self) -> int:
        """How many lines the highest cell has here."""
        most = max((cell.count for cell in self.cells), default=1)
        return (most if self.last < 0 else min(most, self.last)) - self.first

    @property
    def height(self) -> float:
        """The height of the highest cell with the room around it."""
        return self.line_count * self.cells[0].line + 2 * look.CELL_PAD

    @property
    def text(self) -> str:
        """The words of its cells."""
        return "" if self.first else "\t".join(cell.text for cell in self.cells)

    def paint(self, ink: Ink, x: float, y: float) -> None:
        """Paint the words and the line below them."""
        top = y + look.CELL_PAD
        last = self.first + self.line_count
        for cell, left in zip(self.cells, self.lefts, strict=True):
            cell.draw(ink, x + left + look.CELL_SIDE, top, self.first, min(last, cell.count))
        ink.rule(x, y + self.height, self.width, look.HAIRLINE, look.LINE)

    def cut(self, room: float) -> "tuple[Row, Row] | None":
        """Cut between lines; only a row that is higher than a page is ever cut."""
        fits = int((room - 2 * look.CELL_PAD) // self.cells[0].line)
        if fits < 1 or fits >= self.line_count:
            return None
        at = self.first + fits
        return self._replace(last=at), self._replace(first=at)


class Head(NamedTuple):
    """The names of a table's columns, which stand at the foot of their row."""

    row: Row

    @property
    def height(self) -> float:
        """As of a row."""
        return self.row.height

    @property
    def text(self) -> str:
        """As of a row."""
        return self.row.text

    def paint(self, ink: Ink, x: float, y: float) -> None:
        """Paint ground, names and a stronger line below."""
        row, bottom = self.row, y + self.height
        ink.fill(QRectF(x, y, row.width, self.height), look.HEAD_GROUND)
        for cell, left in zip(row.cells, row.lefts, strict=True):
            cell.draw(ink, x + left + look.CELL_SIDE, bottom - look.CELL_PAD - cell.count * cell.line)
        ink.rule(x, y, row.width, look.HAIRLINE, look.LINE)
        ink.rule(x, bottom, row.width, look.HEAD_LINE, look.LINE)

    def cut(self, _room: float) -> None:
        """It stays whole."""


class Entry(NamedTuple):
    """A line of the table of contents: a heading, dots, and its page as soon as that is known (``pages[at]``)."""

    lines: Lines
    number: Numbered
    at: int
    width: float
    indent: float = 0

    @property
    def height(self) -> float:
        """The height of its lines."""
        return self.lines.count * self.lines.line

    @property
    def text(self) -> str:
        """The heading and its page."""
        return f"{self.lines.text}\t{self.number.told(self.at)}"

    def paint(self, ink: Ink, x: float, y: float) -> None:
        """Paint heading, dots and number."""
        self.lines.draw(ink, x + self.indent, y)
        if not (told := self.number.told(self.at)):
            return
        foot = y + self.height - self.lines.line
        number = Lines(told, self.number.face, self.width, right=True)
        number.draw(ink, x, foot)
        if self.lines.count == 1:
            begin = self.indent + self.lines.widest
            self.number.draw_dots(ink, x, foot, begin, self.width - number.widest)

    def cut(self, _room: float) -> None:
        """It stays whole."""


class Shown(NamedTuple):
    """A picture in its size on paper; read when it is painted, as sharp as a printer can show it."""

    block: Picture

    @property
    def height(self) -> float:
        """Its height on paper."""
        return self.block.size[1] * look.PER_CM

    @property
    def text(self) -> str:
        """What says what there is to see."""
        return self.block.description

    def paint(self, ink: Ink, x: float, y: float) -> None:
        """Paint the picture; drawn ones keep every dot."""
        width, height = self.block.size
        image = shown(self.block.data, round(width * _DOTS_PER_CM), round(height * _DOTS_PER_CM))
        ink.draw_image(QRectF(x, y, width * look.PER_CM, height * look.PER_CM), image, self.block.media_type)

    def cut(self, _room: float) -> None:
        """It stays whole."""
