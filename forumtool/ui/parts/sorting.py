"""Sorting a table by a column: a click on its head or S on a cell of it; once more turns it, a third time ends it."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QTableView

from forumtool.ui.parts.buttons import shortcut

_NONE = -1


class Sorting(QObject):
    """Which column a table is sorted by: ``column`` is -1 for the table's own order. Sorting itself is the owner's."""

    changed = Signal()

    def __init__(self, view: QTableView, first_down: tuple[int, ...] = ()) -> None:
        """Sort by any column; those in ``first_down`` begin with their highest value."""
        super().__init__(view)
        self.column, self.descending = _NONE, False
        self._view, self._first_down = view, first_down
        head = view.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicator(_NONE, Qt.SortOrder.AscendingOrder)
        head.sectionClicked.connect(self.turn)
        shortcut(view, "S", lambda: self.turn(view.currentIndex().column()))

    def turn(self, column: int) -> None:
        """Sort by this column; the other way round if it is sorted by already; as before the third time."""
        first = column in self._first_down
        if column < 0:
            return
        if column != self.column:
            self.column, self.descending = column, first
        elif self.descending == first:
            self.descending = not first
        else:
            self.column, self.descending = _NONE, False
        head = self._view.horizontalHeader()
        head.setSortIndicatorShown(self.column >= 0)
        order = Qt.SortOrder.DescendingOrder if self.descending else Qt.SortOrder.AscendingOrder
        head.setSortIndicator(self.column, order)
        self.changed.emit()
