"""Sheets of labels as pages: fields where the sheet has them, lines to cut along and to fold."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from forumtool.drawing.palette import colours
from forumtool.drawing.text import PER_MM, PER_POINT, Laid
from forumtool.exports.papers import Label, Labels, Words

_PAPER = colours("light")
_SHRINK = 0.96
_HAIRLINE = 3.0
_DASHES = [16, 12]


class _Set(NamedTuple):
    """Words with their lines and the room below them."""

    words: Words
    laid: Laid
    after: float


class LabelPages:
    """Paints labels, page by page, in tenths of a point."""

    def __init__(self, paper: Labels) -> None:
        self._paper = paper

    @property
    def count(self) -> int:
        """How many pages there are."""
        return -(-len(self._paper.labels) // self._paper.sheet.on_a_page)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint one page, the first is 0."""
        sheet = self._paper.sheet
        first = page * sheet.on_a_page
        for place, label in enumerate(self._paper.labels[first : first + sheet.on_a_page]):
            down, across = divmod(place, sheet.across)
            field = QRectF(
                (sheet.left + across * sheet.step_x) * PER_MM, (sheet.top + down * sheet.step_y) * PER_MM,
                sheet.width * PER_MM, sheet.height * PER_MM,
            )  # fmt: skip
            self._paint_lines(painter, field, across)
            _paint_label(painter, label, field)

    def _paint_lines(self, painter: QPainter, field: QRectF, across: int) -> None:
        """Paint what to cut along and where to fold; a fold between two fields is no line to cut along."""
        top, bottom = QLineF(field.topLeft(), field.topRight()), QLineF(field.bottomLeft(), field.bottomRight())
        left, right = QLineF(field.topLeft(), field.bottomLeft()), QLineF(field.topRight(), field.bottomRight())
        folded = self._paper.fold
        first, last = across == 0, across == self._paper.sheet.across - 1
        pen = QPen(QColor(_PAPER.strong_line), _HAIRLINE)
        if self._paper.cut:
            painter.setPen(pen)
            lines = [(top, True), (bottom, True), (left, first or not folded), (right, last or not folded)]
            painter.drawLines([line for line, shown in lines if shown])
        if folded and not first:
            pen.setDashPattern(_DASHES)
            painter.setPen(pen)
            painter.drawLine(left)


def _paint_label(painter: QPainter, label: Label, field: QRectF) -> None:
    edge = 2 * label.edge * PER_MM
    turned = label.turn in (90, 270)
    width, height = (field.height(), field.width()) if turned else (field.width(), field.height())
    rows = fitting(label.words, width - edge, height - edge)
    painter.save()
    painter.translate(field.center())
    painter.rotate(label.turn)
    y = -_height(rows) / 2
    for row in rows:
        words = row.words
        painter.setPen(QColor(_PAPER.accent if words.accent else _PAPER.quiet if words.quiet else _PAPER.text))
        row.laid.draw(painter, -(width - edge) / 2, y)
        y += row.laid.height + row.after
    painter.restore()


def fitting(words: Sequence[Words], width: float, height: float) -> list[_Set]:
    """Lay words out for a field; where they need more room in this typeface than was estimated, a little smaller."""
    factor = 1.0
    rows = _set(words, width, factor)
    while rows and _height(rows) > height:
        factor *= _SHRINK
        rows = _set(words, width, factor)
    return rows


def _set(words: Sequence[Words], width: float, factor: float) -> list[_Set]:
    return [
        _Set(
            one,
            Laid(one.text, one.size * factor, width, strong=one.strong, side="center"),
            one.after * factor * PER_POINT,
        )
        for one in words
    ]


def _height(rows: Sequence[_Set]) -> float:
    return sum(row.laid.height for row in rows) + sum(row.after for row in rows[:-1])
