"""A table over frozen rows: named columns, one model, sorted by the order the rows come in."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_ROLE = Qt.ItemDataRole
_SHOWN = frozenset((_ROLE.DisplayRole, _ROLE.ToolTipRole))
_ANSWERED = frozenset((*_SHOWN, _ROLE.EditRole, _ROLE.TextAlignmentRole, _ROLE.CheckStateRole))
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
CARD_NUMBER = 88  # pixels; the width of a column for numbers up to A-20000


class Column(NamedTuple):
    """A column: its head, what it shows of a row, its width in pixels (0 takes the rest), and what an edit does.

    ``raw`` is the text that an editor starts with, where it differs from what is shown. For views with ``Cells``:
    ``look`` names one or more of "strong", "quiet", "chip" and "wrap"; ``choices`` are offered by an editor, ``free``
    allows others.
    """

    head: str
    show: Callable[[Any], object]
    width: int = 0
    edit: Callable[[Any, str], object] | None = None
    align_right: bool = False
    check: Callable[[Any, bool], object] | None = None
    raw: Callable[[Any], object] | None = None
    look: str = ""
    choices: Callable[[], Sequence[str]] | None = None
    free: bool = False


class RowsModel(QAbstractTableModel, Generic[R]):
    """Shows rows that have an ``id``; new rows are told apart from old ones by it, so that the selection stays."""

    def __init__(self, columns: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self.rows: Sequence[R] = []

    def show(self, rows: Sequence[R]) -> None:
        """Show these rows. Equal keys in equal order only repaint what changed; otherwise the table starts anew."""
        fresh = list(rows)
        if len(fresh) == len(self.rows) and [key_of(row) for row in fresh] == [key_of(row) for row in self.rows]:
            changed = [at for at, (old, new) in enumerate(zip(self.rows, fresh, strict=True)) if old != new]
            self.rows = fresh
            if changed:
                self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(self.columns) - 1))
            return
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Return where a key stands, or -1."""
        return next((at for at, row in enumerate(self.rows) if key_of(row) == key), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ANSWERED:  # a view asks for five more in each cell that it paints
            return None
        column, row = self.columns[index.column()], self.rows[index.row()]
        if column.check is not None:
            checked = Qt.CheckState.Checked if column.show(row) else Qt.CheckState.Unchecked
            return checked if role == _ROLE.CheckStateRole else None
        if role in _SHOWN:
            return str(column.show(row))
        if role == _ROLE.EditRole:
            return str((column.raw or column.show)(row))
        return (_RIGHT if column.align_right else _LEFT) if role == _ROLE.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].head
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self.columns[section].align_right else _LEFT
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.columns[index.column()].edit is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        if index.isValid() and self.columns[index.column()].check is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column, row = self.columns[index.column()], self.rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and column.check is not None:
            column.check(row, Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        if role == Qt.ItemDataRole.EditRole and column.edit is not None and str(value) != str(self.data(index, role)):
            column.edit(row, str(value))
            return True
        return False


def table(model: RowsModel[Any], name: str, view: QTableView | None = None) -> QTableView:
    """Return a view of rows with the widths of the columns; ``name`` is what a screen reader says."""
    view = view or QTableView()
    view.setModel(model)
    view.setAccessibleName(name)
    view.setShowGrid(False)
    view.setWordWrap(True)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
    view.setTabKeyNavigation(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(36)
    head = view.horizontalHeader()
    head.setHighlightSections(False)
    head.setSectionsClickable(False)
    head.setTextElideMode(Qt.TextElideMode.ElideRight)
    for at, column in enumerate(model.columns):
        if column.width:
            head.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
            head.resizeSection(at, column.width)
        else:
            head.setSectionResizeMode(at, QHeaderView.ResizeMode.Stretch)
    return view


def key_of(row: Any) -> str:
    """Return the key by which rows are told apart."""
    return str(row.id)
