"""The live preview: what each row of a list becomes, and why some become nothing."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QHeaderView, QTableView

from forumtool.i18n import _
from forumtool.imports.plan import Line
from forumtool.ui.parts.cells import Cells
from forumtool.ui.parts.table import Column, Index, RowsModel, table
from forumtool.ui.theme.style import worn

GOAL = 3
_ROW = 34


class Shown(NamedTuple):
    """A line with a key of its own."""

    id: int
    line: Line


class PreviewModel(RowsModel[Shown]):
    """Lines of a plan; those left out stand out with their reason."""

    def __init__(self, text: str) -> None:
        super().__init__((
            Column(_("Zeile"), lambda row: row.line.number, 64, look="quiet", align_right=True),
            Column(_("Wird zu"), lambda row: row.line.becomes, 130),
            Column(text, lambda row: row.line.text, 0),
            Column(_("Ziel"), lambda row: row.line.goal, 220, look="quiet"),
            Column(_("Bemerkung"), lambda row: row.line.remark, 210, look="quiet"),
        ))  # fmt: skip

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show the lines of another plan."""
        self.show([Shown(at, line) for at, line in enumerate(lines)])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.ForegroundRole:
            if self.rows[index.row()].line.taken:
                return None
            warned = index.column() in (1, len(self.columns) - 1)
            return QColor(worn().warning if warned else worn().quiet)
        return super().data(index, role)


def preview(model: PreviewModel) -> QTableView:
    """Return the view of a preview; rows of equal height show thousands at once."""
    view = table(model, _("Vorschau"))
    view.setItemDelegate(Cells(view))
    view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(_ROW)
    return view
