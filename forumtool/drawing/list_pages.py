"""A list to sign as pages: the heads on each, rows as high as their words and a pen need, page numbers."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from forumtool.drawing.palette import colours
from forumtool.drawing.text import PER_MM, PER_POINT, Laid
from forumtool.exports.papers import PAGE_HEIGHT, PAGE_WIDTH, SignatureList
from forumtool.i18n import Catalogue

_PAPER = colours("light")
_HEAD_GROUND = "#e9f1f0"
_PAD = 1.5 * PER_MM
_SMALL, _BODY, _TITLE = 9.5, 10.5, 20.0
_HEAD_ROW = 7.0 * PER_MM
_BELOW_TITLE = 5.0 * PER_MM
_FOOT = 9.0 * PER_MM


class _Row(NamedTuple):
    cells: list[Laid]
    height: float


class ListPages:
    """Paints a list to sign, page by page, in tenths of a point."""

    def __init__(self, paper: SignatureList, say: Catalogue) -> None:
        self._paper, self._say = paper, say
        self._left = paper.margin * PER_MM
        self._width = (PAGE_WIDTH - 2 * paper.margin) * PER_MM
        self._widths = [column.width * PER_MM for column in paper.columns]
        self._above = [
            (Laid(paper.above, _SMALL, self._width), _PAPER.quiet),
            (Laid(paper.title, _TITLE, self._width, strong=True), _PAPER.text),
            (Laid(paper.below, _BODY, self._width), _PAPER.quiet),
        ]
        self._pages = list(self._broken([self._laid(row) for row in paper.rows]))

    @property
    def count(self) -> int:
        """How many pages there are."""
        return len(self._pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one page, the first is 0."""
        y = self._paper.margin * PER_MM
        if page == 0:
            y = self._paint_title(painter, y)
        y = self._paint_heads(painter, y)
        for row in self._pages[page]:
            self._paint_row(painter, row, y)
            y += row.height
        self._paint_foot(painter, page)

    def _laid(self, row: Sequence[str]) -> _Row:
        cells = [Laid(text, _BODY, width - 2 * _PAD) for text, width in zip(row, self._widths, strict=True)]
        highest = max((cell.height for cell in cells), default=0.0)
        return _Row(cells, max(self._paper.row_height * PER_MM, highest + 2 * _PAD))

    def _broken(self, rows: Sequence[_Row]) -> list[list[_Row]]:
        whole = (PAGE_HEIGHT - 2 * self._paper.margin) * PER_MM - _HEAD_ROW
        room = whole - sum(laid.height for laid, _colour in self._above) - _BELOW_TITLE
        pages: list[list[_Row]] = [[]]
        for row in rows:
            if pages[-1] and row.height > room:
                pages.append([])
                room = whole
            pages[-1].append(row)
            room -= row.height
        return pages

    def _paint_title(self, painter: QPainter, y: float) -> float:
        for laid, colour in self._above:
            painter.setPen(QColor(colour))
            laid.draw(painter, self._left, y)
            y += laid.height
        return y + _BELOW_TITLE

    def _paint_heads(self, painter: QPainter, y: float) -> float:
        painter.fillRect(QRectF(self._left, y, self._width, _HEAD_ROW), QColor(_HEAD_GROUND))
        painter.setPen(QColor(_PAPER.text))
        x = self._left
        for column, width in zip(self._paper.columns, self._widths, strict=True):
            laid = Laid(column.title, _SMALL, width - 2 * _PAD, strong=True)
            laid.draw(painter, x + _PAD, y + (_HEAD_ROW - laid.height) / 2)
            x += width
        return y + _HEAD_ROW

    def _paint_row(self, painter: QPainter, row: _Row, y: float) -> None:
        painter.setPen(QColor(_PAPER.text))
        x = self._left
        for cell, width in zip(row.cells, self._widths, strict=True):
            cell.draw(painter, x + _PAD, y + (row.height - cell.height) / 2)
            x += width
        painter.setPen(QPen(QColor(_PAPER.strong_line), PER_POINT / 2))
        painter.drawLine(QLineF(self._left, y + row.height, self._left + self._width, y + row.height))

    def _paint_foot(self, painter: QPainter, page: int) -> None:
        said = self._say("Seite {page} von {pages}", page=page + 1, pages=self.count)
        laid = Laid(said, _SMALL, self._width)
        painter.setPen(QColor(_PAPER.quiet))
        laid.draw(painter, self._left + self._width - laid.widest, PAGE_HEIGHT * PER_MM - _FOOT - laid.height)
