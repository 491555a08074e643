"""A list that is edited where it stands: a field on top adds, cells are changed in place, keys move and delete."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QTableView

from forumtool.i18n import _
from forumtool.storage.journal import Step
from forumtool.ui.parts.buttons import button, key_text
from forumtool.ui.parts.cells import Cells, fit_rows
from forumtool.ui.parts.enter_button import EnterButton
from forumtool.ui.parts.keyboard import is_enter, moving
from forumtool.ui.parts.panel import Panel, across
from forumtool.ui.parts.table import Column, RowsModel, table
from forumtool.ui.parts.words import words

_SHARE = 0.66


class Verbs(NamedTuple):
    """What can be done with a list: ``add`` takes the words typed, the others take the row."""

    add: Callable[[str], Step | None]
    remove: Callable[[Any], object]
    move: Callable[[Any, int], object] | None = None


class FittingTable(QTableView):
    """A table whose columns of a fixed width leave a third of a narrow window to the others, if it ``fits`` them."""

    fits = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        model = self.model()
        if not self.fits or not isinstance(model, RowsModel):
            return
        widths = [0 if self.isColumnHidden(at) else column.width for at, column in enumerate(model.columns)]
        share = min(1.0, self.viewport().width() * _SHARE / max(sum(widths), 1))
        for at, width in enumerate(widths):
            if width:
                self.setColumnWidth(at, int(width * share))


class EditableList(Panel):
    """A titled list; ``chosen`` tells that another row, or none, is the current one."""

    chosen = Signal()

    def __init__(
        self,
        title: str,
        prompt: str,
        columns: Sequence[Column],
        verbs: Verbs,
        *,
        empty: str,
        model: type[RowsModel[Any]] = RowsModel,
    ) -> None:
        super().__init__(margin=1, spacing=0)
        self._verbs = verbs
        self.model: RowsModel[Any] = model(columns)
        self.view = FittingTable()
        table(self.model, title, self.view)
        self.view.setItemDelegate(Cells(self.view))
        self.view.setSelectionMode(self.view.SelectionMode.SingleSelection)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        fit_rows(self.view, self.model)
        self.entry = QLineEdit()
        self.entry.setPlaceholderText(prompt)
        self.entry.setAccessibleName(prompt)
        self.empty = words(empty, "quiet", wrap=True)
        self.empty.setContentsMargins(13, 8, 13, 16)
        self._build(title)
        self._bind()

    def _build(self, title: str) -> None:
        self.up = button("↑", lambda: self.move_chosen(-1), role="plain", tip=key_text("Alt+Shift+↑"))
        self.down = button("↓", lambda: self.move_chosen(1), role="plain", tip=key_text("Alt+Shift+↓"))
        self.up.setAccessibleName(_("Nach oben"))
        self.down.setAccessibleName(_("Nach unten"))
        self.delete = button(_("Löschen"), self.remove_chosen, role="plain", tip=key_text("Del"))
        arrows = (self.up, self.down) if self._verbs.move is not None else ()
        head = across(words(title, "heading"), 1, *arrows, self.delete, spacing=2)
        head.setContentsMargins(13, 8, 6, 4)
        field = across(self.entry)
        field.setContentsMargins(13, 0, 13, 6)
        self.inside.addLayout(head)
        self.inside.addLayout(field)
        self.inside.addWidget(self.view, 1)
        self.inside.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)

    def _bind(self) -> None:
        self.entry.returnPressed.connect(self._add)
        self.enter = EnterButton(self.entry, _("Hinzufügen"))
        self.entry.installEventFilter(self)
        self.view.installEventFilter(self)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._chosen())

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show rows; the chosen one stays chosen."""
        before, column = self.row(), max(self.view.currentIndex().column(), 0)
        self.model.show(rows)
        if before is not None and self.row() != before:
            self.choose(before.id, column)
        self.view.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._chosen()

    def take_focus(self) -> None:
        """Put the keyboard on the chosen row, else the first one, else into the field."""
        if not self.model.rows:
            self.entry.setFocus()
            return
        if self.row() is None:
            self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()

    def row(self) -> Any | None:
        """Return the chosen row."""
        at = self.view.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def choose(self, key: str, column: int = 0) -> None:
        """Make a row the chosen one."""
        at = self.model.row_of(key)
        if at >= 0:
            self.view.setCurrentIndex(self.model.index(at, column))
            self.view.scrollTo(self.model.index(at, column))

    def move_chosen(self, step: int) -> None:
        """Move the chosen row one place up (-1) or down (+1)."""
        row = self.row()
        if row is not None and self._verbs.move is not None:
            self._verbs.move(row, step)

    def remove_chosen(self) -> None:
        """Delete the chosen row and choose its neighbour."""
        row, at = self.row(), self.view.currentIndex().row()
        if row is None:
            return
        self._verbs.remove(row)
        if self.model.row_of(row.id) < 0 and self.model.rows:
            self.view.setCurrentIndex(self.model.index(min(at, len(self.model.rows) - 1), 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_in_field(event) if watched is self.entry else self._key_in_list(event)
        return super().eventFilter(watched, event)

    def _key_in_field(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Down or not self.model.rows:
            return False
        self.take_focus()
        return True

    def _key_in_list(self, event: QKeyEvent) -> bool:
        if not self.view.hasFocus():  # what an editor leaves over is not for the list
            return False
        step = moving(event)
        if step:
            self.move_chosen(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.remove_chosen()
        elif event.key() == Qt.Key.Key_N and not event.modifiers():
            self.entry.setFocus()
        elif is_enter(event):
            self.view.edit(self.view.currentIndex())
        elif event.key() == Qt.Key.Key_Up and self.view.currentIndex().row() <= 0:
            self.entry.setFocus()
        elif event.key() == Qt.Key.Key_Space:
            self._turn()
        else:
            return False
        return True

    def _turn(self) -> None:
        index = self.view.currentIndex()
        checked = index.data(Qt.ItemDataRole.CheckStateRole) if index.isValid() else None
        if checked is not None:
            turned = Qt.CheckState(checked) != Qt.CheckState.Checked
            state = Qt.CheckState.Checked if turned else Qt.CheckState.Unchecked
            self.model.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def _add(self) -> None:
        typed = self.entry.text().strip()
        if not typed:
            return
        step = self._verbs.add(typed)
        if step is not None:
            self.entry.clear()
            for key in {key for keys in step.changes.values() for key in keys}:
                self.choose(key)

    def _chosen(self) -> None:
        for one in (self.up, self.down, self.delete):
            one.setEnabled(self.row() is not None)
        self.chosen.emit()
