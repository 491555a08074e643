"""Dots in the colours of the benches, as sticky dots have them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from forumtool.ui.places.weighing.colours import dot_colour

DOT, _STEP = 9, 13


class Dots(QWidget):
    """A dot for each person, in as many rows as the width asks for; ``colours`` are those of sticky dots, 0: none."""

    def __init__(self, colours: Sequence[int], name: str) -> None:
        super().__init__()
        self._colours = colours
        self.setAccessibleName(name)
        self.setToolTip(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        abreast = max(1, width // _STEP)
        return max(1, -(-len(self._colours) // abreast)) * _STEP

    def sizeHint(self) -> QSize:
        return QSize(10 * _STEP, _STEP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        abreast = max(1, self.width() // _STEP)
        for at, colour in enumerate(self._colours):
            painter.setBrush(QColor(dot_colour(colour)))
            painter.drawEllipse(QRectF(at % abreast * _STEP, at // abreast * _STEP, DOT, DOT))


def bench_dot(colour: int, name: str) -> Dots:
    """Return one dot beside the name of a bench, in the middle of its line."""
    dot = Dots([colour], name)
    dot.setFixedSize(DOT, DOT)
    return dot
