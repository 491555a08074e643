"""A scale with one point for each person: a field for each step, and above them how the points lie."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from forumtool.i18n import _
from forumtool.ui.parts.panel import across
from forumtool.ui.parts.words import words
from forumtool.ui.places.weighing.count_field import CountField
from forumtool.ui.places.weighing.diagram import Diagram

_FIELD = 76


class Scale(QWidget):
    """Tells points that were counted on a step. Enter and the arrows go along the steps; ``finished`` at the last."""

    counted = Signal(int, int)
    typed = Signal()
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[CountField] = []
        self.diagram = Diagram()
        self.low, self.high = words("", "quiet", wrap=True), words("", "quiet", wrap=True)
        self._steps = QHBoxLayout()
        self._steps.setSpacing(0)
        ends = across(self.low, self.high, spacing=24)
        ends.setStretch(0, 1)
        ends.setStretch(1, 1)
        self.high.setAlignment(self.high.alignment().AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.diagram, 1)
        layout.addLayout(self._steps)
        layout.addLayout(ends)

    @property
    def on_steps(self) -> tuple[int, ...]:
        """The points in the fields, also those that are just being typed."""
        return tuple(field.dots for field in self.fields)

    def show_points(self, on_steps: Sequence[int], low: str, high: str, voters: int) -> None:
        """Show how many points lie on each step between two words; there cannot be more than voters on one."""
        while len(self.fields) > len(on_steps):
            self._take_last()
        while len(self.fields) < len(on_steps):
            self._add()
        for field, points in zip(self.fields, on_steps, strict=True):
            field.show_dots(points, voters)
        self.low.setText(low)
        self.high.setText(high)
        self.diagram.show_points(on_steps)

    def take_focus(self, at: int = 0) -> None:
        """Put the keyboard into the field of a step."""
        if 0 <= at < len(self.fields):
            self.fields[at].setFocus()
            self.fields[at].selectAll()

    def _add(self) -> None:
        field, step = CountField(), len(self.fields) + 1
        field.setFixedWidth(_FIELD)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setAccessibleName(_("Punkte auf Stufe {step}", step=step))
        field.committed.connect(lambda text: self.counted.emit(step, int(text or 0)))
        field.textEdited.connect(self._typing)
        field.went.connect(lambda way: self._go(step - 1, way))
        column = QWidget()
        inside = QVBoxLayout(column)
        inside.setContentsMargins(2, 0, 2, 0)
        inside.setSpacing(4)
        number = words(str(step), "small")
        for thing in (field, number):
            inside.addWidget(thing, 0, number.alignment().AlignHCenter)
        self._steps.addWidget(column, 1)
        column.show()  # at once, for the keyboard
        self.fields.append(field)

    def _take_last(self) -> None:
        self.fields.pop()
        item = self._steps.takeAt(self._steps.count() - 1)
        column = item.widget() if item is not None else None
        if column is not None:
            column.hide()
            column.deleteLater()

    def _typing(self) -> None:
        QTimer.singleShot(0, self.typed.emit)

    def _go(self, at: int, way: str) -> None:
        to = at + {"next": 1, "right": 1, "left": -1}.get(way, 0)
        if to == len(self.fields) and way == "next":
            self.finished.emit()
        elif to != at:
            self.take_focus(to)
