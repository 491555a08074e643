"""Chips painted in lists: small rounded words that wrap."""

from typing import NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from forumtool.ui.theme.style import body_font, worn

_HEIGHT, _GAP, _PAD, _PIXELS = 20, 4, 9, 13


class Chip(NamedTuple):
    """A word and its ground."""

    text: str
    ground: str


def chip_rows(chips: list[Chip], width: int) -> int:
    """Return the height in pixels of chips that wrap in a width."""
    placed = _placed(chips, QRect(0, 0, width, 0))
    return placed[-1][1].bottom() + 1 if placed else 0


def paint_chips(painter: QPainter, area: QRect, chips: list[Chip]) -> None:
    """Paint chips from the upper left of an area."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(body_font(_PIXELS))
    for chip, spot in _placed(chips, area):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(chip.ground))
        painter.drawRoundedRect(spot, _HEIGHT / 2, _HEIGHT / 2)
        painter.setPen(QColor(worn().text))
        inside = spot.adjusted(_PAD, 0, -_PAD + 2, 0)
        text = painter.fontMetrics().elidedText(chip.text, Qt.TextElideMode.ElideRight, inside.width())
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter, text)


def _placed(chips: list[Chip], area: QRect) -> list[tuple[Chip, QRect]]:
    metrics = QFontMetrics(body_font(_PIXELS))
    x, y = area.left(), area.top()
    placed = []
    for chip in chips:
        width = min(metrics.horizontalAdvance(chip.text) + 2 * _PAD, area.width())
        if x > area.left() and x + width > area.left() + area.width():
            x, y = area.left(), y + _HEIGHT + _GAP
        placed.append((chip, QRect(x, y, width, _HEIGHT)))
        x += width + _GAP
    return placed
