"""A group or a card and the dots counted on it, in one field or in one for each constituency."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QWidget

from forumtool.domain.rows import TargetRow
from forumtool.storage.queries.weighing import BenchRow
from forumtool.ui.places.weighing.count_cells import CountCells, CountLine, Ruler
from forumtool.ui.places.weighing.count_field import HEIGHT, CountField

_ABOVE, _LITTLE = 10, 4


class CountRow(QObject):
    """A line on a ``ground``; its cells are ``made`` when they are first asked for. Tells dots that were counted.

    300 rows with six fields each would be 1,800 fields, of which nobody sees more than sixty. ``stretched`` tells that
    the row is of another height.
    """

    counted = Signal(str, int, int)
    made = Signal()
    stretched = Signal()

    def __init__(self, benches: Sequence[BenchRow], ruler: Ruler, line: CountLine, ground: QWidget) -> None:
        super().__init__(ground)
        self.line = line
        self._benches, self._ruler, self._ground = benches, ruler, ground
        self._most, self._is_last, self._is_low = 0, False, False
        self._widths: tuple[int, Sequence[int]] = (0, ())
        self._at, self._tall = (0, 0), 0

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
        cells = CountCells(self._benches, self._ground)
        cells.fit(*self._widths)
        cells.show_line(self.line, self._most, last=self._is_last)
        cells.counted.connect(lambda at, dots: self.counted.emit(self.target_id, at, dots))
        cells.told.connect(self._measure)
        return cells

    @property
    def tall(self) -> int:
        """How many pixels show all words."""
        if not self._tall:
            words = self.cells.words_height() if self.is_made else self._ruler.words_height(*self._told)
            self._tall = max(words, HEIGHT) + 2 * self._above + 1
        return self._tall

    def place(self, y: int, width: int) -> None:
        """Stand at this height on the ground."""
        self._at = (y, width)
        if self.is_made:
            self.cells.keep_apart(self._above)
            self.cells.setGeometry(0, y, width, self.tall)

    def make(self) -> None:
        """Make the cells, unless they are there."""
        if not self.is_made:
            cells = self.cells
            self.place(*self._at)
            cells.show()  # at once: Tab passes by what is hidden
            self.made.emit()

    def remove(self) -> None:
        """Take the row off the ground."""
        if self.is_made:
            self.cells.hide()
            self.cells.deleteLater()
        self.deleteLater()

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
        if (title, columns) != self._widths:
            self._widths, self._tall = (title, columns), 0
            if self.is_made:
                self.cells.fit(title, columns)

    def be_low(self, *, on: bool) -> None:
        """Take little height, or leave some air."""
        self._is_low, self._tall = on, 0

    def show_line(self, line: CountLine, most: int, *, last: bool) -> None:
        """Show a line; ``most`` is the longest bar's number of dots, below the ``last`` line there is no rule."""
        self.line, self._most, self._is_last, self._tall = line, most, last, 0
        if self.is_made:
            self.cells.show_line(line, most, last=last)

    @property
    def _above(self) -> int:
        return _LITTLE if self._is_low else _ABOVE

    @property
    def _told(self) -> tuple[TargetRow, int]:
        return self.line.target, self._widths[0]

    def _measure(self) -> None:
        before, self._tall = self._tall, 0
        if before != self.tall:
            self.stretched.emit()
