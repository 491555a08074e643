"""The live preview: what each row of a list becomes, and why some become nothing."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView

from forumtool.i18n import _
from forumtool.imports.plan import Line
from forumtool.ui.parts.cells import Cells
from forumtool.ui.parts.table import Column, Index, RowsModel, table
from forumtool.ui.theme.style import worn

BECOMES, GOAL, REMARK, TAKEN = 1, 3, 4, 5
_ROW = 34


class Shown(NamedTuple):
    """A line with a key of its own."""

    id: int
    line: Line


class PreviewModel(RowsModel[Shown]):
    """Lines of a plan; those left out stand out with their reason. ``decide`` is asked to take a line or leave it."""

    def __init__(self, text: str, decide: Callable[[int, bool], object] | None = None) -> None:
        columns = [
            Column(_("Zeile"), lambda row: row.line.number, 64, look="quiet", align_right=True),
            Column(_("Wird zu"), lambda row: row.line.becomes, 140),
            Column(text, lambda row: row.line.text, 0),
            Column(_("Ziel"), lambda row: row.line.goal, 220, look="quiet"),
            Column(_("Bemerkung"), lambda row: row.line.remark, 280, look="quiet"),
        ]
        if decide is not None:
            columns.append(
                Column("", lambda row: row.line.taken, 44, check=lambda row, on: decide(row.line.number, on))
            )
        super().__init__(columns)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the lines of another plan."""
        self.show([Shown(at, line) for at, line in enumerate(lines)])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.rows[index.row()].line
        if role == Qt.ItemDataRole.CheckStateRole and not line.optional:
            return None
        if role == Qt.ItemDataRole.ForegroundRole:
            if line.taken:
                return None
            return QColor(worn().warning if index.column() in (BECOMES, REMARK) else worn().quiet)
        return super().data(index, role)


class PreviewTable(QTableView):
    """The view of a preview; the space bar ticks the line that the keyboard is on, if it has a tick in that column."""

    def __init__(self, tick: int) -> None:
        super().__init__()
        self._tick = tick

    def keyPressEvent(self, event: QKeyEvent) -> None:
        tick = self.model().index(self.currentIndex().row(), self._tick)
        ticked = tick.data(Qt.ItemDataRole.CheckStateRole) if tick.isValid() else None
        if event.key() == Qt.Key.Key_Space and ticked is not None:
            checked = Qt.CheckState(ticked) == Qt.CheckState.Checked
            turned = Qt.CheckState.Unchecked if checked else Qt.CheckState.Checked
            self.model().setData(tick, turned, Qt.ItemDataRole.CheckStateRole)
            return
        super().keyPressEvent(event)


def preview(model: RowsModel[Any], tick: int = TAKEN) -> QTableView:
    """Return the view of a preview, the ticks before all; rows of equal height show thousands at once."""
    view = table(model, _("Vorschau"), PreviewTable(tick))
    view.setItemDelegate(Cells(view))
    view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(_ROW)
    if len(model.columns) > tick:
        view.horizontalHeader().setMinimumSectionSize(36)
        view.horizontalHeader().resizeSection(tick, 44)
        view.horizontalHeader().moveSection(tick, 0)
    return view
