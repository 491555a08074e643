"""A group or a card and the dots counted on it, in one field or in one for each constituency."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from forumtool.storage.queries.weighing import BenchRow
from forumtool.ui.places.weighing.count_cells import CountCells, CountLine, Ruler
from forumtool.ui.places.weighing.count_field import HEIGHT, CountField
from forumtool.ui.theme.style import worn

_ABOVE, _LITTLE = 10, 4


class CountRow(QFrame):
    """A line at its full height; its cells are ``made`` when they are first asked for. Tells dots that were counted.

    300 rows with six fields each would be 1,800 fields, of which nobody sees more than sixty.
    """

    counted = Signal(str, int, int)
    made = Signal()
    uncovered = Signal()

    def __init__(self, benches: Sequence[BenchRow], ruler: Ruler, line: CountLine) -> None:
        super().__init__()
        self.line = line
        self._benches, self._ruler = benches, ruler
        self._most, self._is_last, self._is_low = 0, False, False
        self._widths: tuple[int, Sequence[int]] = (0, ())
        self._column = QVBoxLayout(self)

    @property
    def target_id(self) -> str:
        """The key of what the dots are counted on."""
        return self.line.target.id

    @property
    def is_made(self) -> bool:
        """Tell whether the cells are there."""
        return "cells" in self.__dict__

    @cached_property
    def cells(self) -> CountCells:
        """The widgets of the row."""
        cells = CountCells(self._benches)
        cells.fit(*self._widths)
        cells.show_line(self.line, self._most)
        cells.counted.connect(lambda at, dots: self.counted.emit(self.target_id, at, dots))
        cells.told.connect(self._keep_height)
        self._column.addWidget(cells)
        for widget in (self, cells):  # at once: a layout shows them with the next event, Tab passes by what is hidden
            widget.show()
        return cells

    def make(self) -> None:
        """Make the cells, unless they are there."""
        if not self.is_made:
            _cells = self.cells
            self.made.emit()

    @property
    def fields(self) -> Sequence[CountField]:
        """The fields, one for each bench."""
        self.make()
        return self.cells.fields

    @property
    def field(self) -> CountField:
        """The first field; the only one where dots have no colours."""
        return self.fields[0]

    @property
    def title(self) -> QLabel:
        """The wording."""
        self.make()
        return self.cells.title

    @property
    def remark(self) -> QLabel:
        """What the wording is of, or that there are more dots than there can be."""
        self.make()
        return self.cells.remark

    @property
    def rank(self) -> QLabel:
        """The rank, or a dash."""
        self.make()
        return self.cells.rank

    @property
    def sum(self) -> QLabel:
        """The dots of all benches."""
        self.make()
        return self.cells.sum

    def dots(self, at: int) -> int:
        """Return the dots in a field, also while they are typed."""
        return self.cells.fields[at].dots if self.is_made else self.line.dots[at]

    def fit(self, title: int, columns: Sequence[int]) -> None:
        """Take these widths in pixels for the wording and for the column of each field."""
        self._widths = (title, columns)
        if self.is_made:
            self.cells.fit(title, columns)
        self._keep_height()

    def be_low(self, *, on: bool) -> None:
        """Take little height, or leave some air."""
        self._is_low = on
        self._keep_height()

    def show_line(self, line: CountLine, most: int, *, last: bool) -> None:
        """Show a line; ``most`` is the longest bar's number of dots, below the ``last`` line there is no rule."""
        self.line, self._most, self._is_last = line, most, last
        if self.is_made:
            self.cells.show_line(line, most)
        self._keep_height()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.is_made:
            self.uncovered.emit()
        if not self._is_last:
            painter = QPainter(self)
            painter.setPen(QColor(worn().line))
            painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)

    def _keep_height(self) -> None:
        above, width = _LITTLE if self._is_low else _ABOVE, self._widths[0]
        words = self.cells.words_height() if self.is_made else self._ruler.words_height(self.line.target, width)
        self._column.setContentsMargins(0, above, 0, above)
        self.setFixedHeight(max(words, HEIGHT) + 2 * above + 1)
