"""What a table leaves out when there is no room for it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

from forumtool.ui.parts.table import Column


class Narrow(QObject):
    """Hides columns, the first of ``drop`` first, until each stretching one has ``least`` pixels; else it scrolls."""

    def __init__(self, view: QTableView, columns: Sequence[Column], drop: Sequence[int], least: int) -> None:
        super().__init__(view)
        self._view, self._columns, self._drop, self._least = view, columns, drop, least
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Show as many columns as there is room for."""
        hidden: list[int] = []
        for at in self._drop:
            if self._room(hidden) >= self._least:
                break
            hidden.append(at)
        head, scrolls = self._view.horizontalHeader(), self._room(hidden) < self._least
        for at, column in enumerate(self._columns):
            self._view.setColumnHidden(at, at in hidden)
            if not column.width:
                mode = QHeaderView.ResizeMode.Interactive if scrolls else QHeaderView.ResizeMode.Stretch
                head.setSectionResizeMode(at, mode)
                if scrolls:
                    head.resizeSection(at, self._least)

    def _room(self, hidden: Sequence[int]) -> float:
        """Return the width of a stretching column if these columns are hidden."""
        left = [column for at, column in enumerate(self._columns) if at not in hidden]
        stretching = sum(not column.width for column in left)
        fixed = sum(column.width for column in left)
        return (self._view.width() - 14 - fixed) / max(1, stretching)
