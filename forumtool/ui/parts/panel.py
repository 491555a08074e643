"""Panels and rows: the rhythm of every place."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

GAP = 14
MARGIN = 16


class Panel(QFrame):
    """A white sheet with a thin line around it; ``inside`` takes its content."""

    def __init__(self, parent: QWidget | None = None, *, margin: int = MARGIN, spacing: int = 8) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.inside = QVBoxLayout(self)
        self.inside.setContentsMargins(margin, margin, margin, margin)
        self.inside.setSpacing(spacing)


def across(*things: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Return a row of widgets; a number is a stretch."""
    row = QHBoxLayout()
    _fill(row, things, spacing)
    return row


def down(*things: QWidget | int, spacing: int = 8) -> QVBoxLayout:
    """Return a column of widgets; a number is a stretch."""
    column = QVBoxLayout()
    _fill(column, things, spacing)
    return column


def _fill(layout: QBoxLayout, things: tuple[QWidget | int, ...], spacing: int) -> None:
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for thing in things:
        if isinstance(thing, int):
            layout.addStretch(thing)
        else:
            layout.addWidget(thing)


def scrolling(inside: QWidget) -> QScrollArea:
    """Return an area in which a widget scrolls downwards."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area
