"""A table that is written in, with a field for each column of a new row, and names that are completed."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyleOptionViewItem, QWidget

from forumtool.ui.parts.entry_table import EntryTable
from forumtool.ui.parts.keyboard import is_enter, is_press
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.name_field import Completing, NameField
from forumtool.ui.parts.panel import across
from forumtool.ui.parts.row_heights import WrapDelegate
from forumtool.ui.parts.table import Column, RowsModel


class Ledger(EntryTable):
    """``add`` gets the words of the line and of the fields beside it; Enter in any of them adds the row.

    ``named`` are the columns whose editor completes names.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        name: str,
        *,
        prompt: str,
        empty: str,
        beside: Sequence[tuple[LineField, int]],
        named: Sequence[int],
        add: Callable[..., object],
        remove: Callable[[Any], object],
        move: Callable[[Any, int], object],
    ) -> None:
        self.beside = [field for field, _width in beside]
        super().__init__(
            columns, name, prompt=prompt, empty=empty, remove=remove, move=move,
            add=lambda text: self._added(add(text, *(field.text().strip() for field in self.beside))),
        )  # fmt: skip
        self._names = _Names(self.view, named)
        self.view.setItemDelegate(self._names)
        row = QWidget()
        row.setLayout(across(self.entry, *self.beside))
        for field, width in beside:
            field.setFixedWidth(width)
            field.installEventFilter(self)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(row)

    def know(self, names: Sequence[str]) -> None:
        """Complete with these names from now on."""
        self._names.names = names
        for field in self.beside:
            if isinstance(field, NameField):
                field.know(names)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if is_enter(event) and watched in self.beside:
            if isinstance(watched, NameField):
                watched.completing.settle()
            self.entry.returnPressed.emit()
            return True
        return super().eventFilter(watched, event)

    def _added(self, step: object) -> object:
        if step is not None:
            for field in self.beside:
                field.clear()
            self.entry.setFocus()
        return step


class _Names(WrapDelegate):
    """Editors of some columns complete names."""

    def __init__(self, view: Any, named: Sequence[int]) -> None:
        super().__init__(view)
        self._named = named
        self._completing: dict[QObject, Completing] = {}
        self.names: Sequence[str] = ()

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        editor = super().createEditor(parent, option, index)
        model = index.model()
        if isinstance(model, RowsModel):
            editor.setAccessibleName(model.columns[index.column()].head)
        if isinstance(editor, QLineEdit) and index.column() in self._named:
            completing = Completing(editor)
            completing.names = self.names
            self._completing = {editor: completing}
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        completing = self._completing.get(editor)
        if completing is not None and isinstance(event, QKeyEvent) and is_press(event) and completing.hears(event):
            return True
        return super().eventFilter(editor, event)
