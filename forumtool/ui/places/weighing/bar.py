"""A bar for a number of dots, in one colour or in those of the constituencies."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forumtool.ui.theme.style import worn

_HEIGHT = 18
_ROUND, _SHORTEST = 4.0, 6.0


class Bar(QWidget):
    """Parts of the track (0 to 1) one behind the other, each in its colour; an empty colour is the accent."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: tuple[tuple[float, str], ...] = ()
        self.setMinimumSize(60, _HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: Sequence[tuple[float, str]]) -> None:
        """Show parts of the whole."""
        wanted = tuple(part for part in parts if part[0] > 0)
        if wanted != self.parts:
            self.parts = wanted
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        track = QRectF(0, (self.height() - _HEIGHT) / 2, self.width(), _HEIGHT)
        painter.setBrush(QColor(worn().track))
        painter.drawRoundedRect(track, _ROUND, _ROUND)
        whole = sum(share for share, _colour in self.parts)
        if whole <= 0:
            return
        filled = QRectF(track)
        filled.setWidth(max(_SHORTEST, track.width() * whole))
        shape = QPainterPath()
        shape.addRoundedRect(filled, _ROUND, _ROUND)
        painter.setClipPath(shape)
        at = 0.0
        for share, colour in self.parts:
            width = filled.width() * share / whole
            painter.fillRect(QRectF(at, filled.y(), width, _HEIGHT), QColor(colour or worn().accent))
            at += width
