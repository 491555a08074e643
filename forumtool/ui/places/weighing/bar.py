"""A bar for a number of dots."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forumtool.ui.theme.style import worn

_HEIGHT = 18


class Bar(QWidget):
    """As long as ``part`` (0 to 1) of the track."""

    def __init__(self) -> None:
        super().__init__()
        self.part = 0.0
        self.setMinimumSize(60, _HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_part(self, part: float) -> None:
        """Show a part of the whole."""
        if part != self.part:
            self.part = part
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(worn().track))
        track = QRectF(0, (self.height() - _HEIGHT) / 2, self.width(), _HEIGHT)
        painter.drawRoundedRect(track, 4, 4)
        if self.part > 0:
            painter.setBrush(QColor(worn().accent))
            track.setWidth(max(6.0, track.width() * self.part))
            painter.drawRoundedRect(track, 4, 4)
