"""A small table that is written in: rows changed in place, a line below it for new ones, a key to take one away."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from forumtool.i18n import _
from forumtool.ui.parts.buttons import shortcut
from forumtool.ui.parts.enter_button import EnterButton
from forumtool.ui.parts.going import begin_at
from forumtool.ui.parts.keyboard import is_press, moving
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.panel import across, down
from forumtool.ui.parts.row_heights import wrap_rows
from forumtool.ui.parts.table import Column, RowsModel, table
from forumtool.ui.parts.words import words


class EntryTable(QWidget):
    """Rows with an ``id`` that are edited where they stand.

    ``add`` gets the words typed into the line, ``remove`` the chosen row, ``move`` the chosen row and -1 or +1. What
    they do is a step of the file; the place shows the rows again. ``drop`` are the columns that go first where the
    stretching ones have less than ``least`` pixels. What stands ``beside`` the line is the place's own.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        name: str,
        *,
        prompt: str,
        empty: str,
        add: Callable[[str], object],
        remove: Callable[[Any], object],
        move: Callable[[Any, int], object] | None = None,
        model: type[RowsModel[Any]] = RowsModel,
        drop: Sequence[int] = (),
        least: int = 120,
        beside: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self.model = model(columns, self)
        self.view = table(self.model, name)
        wrap_rows(self.view)
        self.empty = words(empty, "quiet", wrap=True)
        self.entry = QLineEdit()
        self.entry.setPlaceholderText(prompt)
        self.entry.setAccessibleName(prompt)
        self.entry.returnPressed.connect(lambda: self._add(add))
        self.enter = EnterButton(self.entry, _("Hinzufügen"))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.empty.setContentsMargins(4, 12, 4, 0)
        layout = down(self.view, self.empty)
        layout.addLayout(across(self.entry, *beside, spacing=4))
        layout.setStretch(0, 1)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self.narrow = Narrow(self.view, columns, drop, least)
        shortcut(self.view, "Del", lambda: self._with_chosen(remove))
        self._move = move
        self.view.installEventFilter(self)

    @property
    def chosen(self) -> Any:
        """The chosen row, or None."""
        at = self.view.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; the chosen one stays chosen, or the one that takes its place."""
        kept, column, place = self.chosen, self.view.currentIndex().column(), self.view.currentIndex().row()
        self.model.show(rows)
        self.empty.setVisible(not rows)
        self.view.setVisible(bool(rows))
        if kept is not None and self.model.rows:
            at = self.model.row_of(kept.id)
            self.choose(at if at >= 0 else min(place, len(self.model.rows) - 1), max(column, 0))

    def choose(self, row: int, column: int = 0) -> None:
        """Choose a row."""
        index = self.model.index(row, column)
        if index != self.view.currentIndex():
            self.view.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            )

    def choose_key(self, key: str, column: int = 0) -> None:
        """Choose the row with a key and put the keyboard on it."""
        at = self.model.row_of(key)
        if at >= 0:
            self.choose(at, column)
            self.view.setFocus()

    def edit(self, column: int) -> None:
        """Start writing in a column of the chosen row."""
        index: QModelIndex = self.model.index(self.view.currentIndex().row(), column)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.edit(index)

    def take_focus(self) -> None:
        """Put the keyboard on the rows, or on the line for a first one."""
        if not self.model.rows:
            self.entry.setFocus()
            return
        begin_at(self.view, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the chosen row, unless something is being written in it."""
        move = self._move
        if move is not None and watched is self.view and isinstance(event, QKeyEvent) and is_press(event):
            step = moving(event) if self.view.hasFocus() else 0
            if step:
                self._with_chosen(lambda row: move(row, step))
                return True
        return super().eventFilter(watched, event)

    def _add(self, add: Callable[[str], object]) -> None:
        text = self.entry.text().strip()
        if text and add(text) is not None:
            self.entry.clear()

    def _with_chosen(self, act: Callable[[Any], object]) -> None:
        row = self.chosen
        if row is not None:
            act(row)
