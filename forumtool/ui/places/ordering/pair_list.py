"""The ranked list of pairs: the numbers of two cards, and the words that they share."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from forumtool.i18n import _
from forumtool.ui.parts.keyboard import ENTER, held
from forumtool.ui.theme.style import body_font, worn

if TYPE_CHECKING:
    from forumtool.ui.places.ordering.doubles import Found

_FOUND = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex
_WORDS = {
    **dict.fromkeys(ENTER, "join"), Qt.Key.Key_Space: "refuse", Qt.Key.Key_Right: "refuse",
    Qt.Key.Key_Escape: "leave", Qt.Key.Key_A: "leave", Qt.Key.Key_1: "first", Qt.Key.Key_2: "second",
}  # fmt: skip


class PairList(QListView):
    """Tells by a word what a key asks for, and that the keyboard is on another pair."""

    asked = Signal(str)
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._model = _Pairs(self)
        self.setModel(self._model)
        self.setItemDelegate(_Lines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(lambda *_indexes: self.moved.emit())

    @property
    def current(self) -> "Found | None":
        """The pair that the keyboard is on."""
        at = self.currentIndex().row()
        return self._model.rows[at] if 0 <= at < len(self._model.rows) else None

    def show_pairs(self, rows: "Sequence[Found]") -> None:
        """Show pairs; the keyboard stays at its place in the list."""
        if [row.pair[:2] for row in rows] == [row.pair[:2] for row in self._model.rows]:
            self._model.rows = list(rows)
            return
        at = max(0, self.currentIndex().row())
        self._model.show(rows)
        if rows:
            self.setCurrentIndex(self._model.index(min(at, len(rows) - 1)))
        self.setAccessibleName(_("Ähnliche Karten: {count}", count=len(rows)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        word = "" if held(event) else _WORDS.get(Qt.Key(event.key()), "")
        if word:
            self.asked.emit(word)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search."""


class _Pairs(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Found] = []

    def show(self, rows: "Sequence[Found]") -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        found = self.rows[index.row()]
        if role == _FOUND:
            return found
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{found.first.number} · {found.second.number}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{found.first.number}: {found.first.text}\n{found.second.number}: {found.second.text}"
        return None


class _Lines(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, 62)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        found: Found = index.data(_FOUND)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(worn().accent_ground))
        room = option.rect.adjusted(12, 6, -12, -6)
        for at, card in enumerate((found.first, found.second)):
            line = QRect(room.left(), room.top() + at * 24, room.width(), 24)
            painter.setFont(body_font(13))
            painter.setPen(QColor(worn().quiet))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, card.number)
            left = line.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(card.number) - 10, 0)
            painter.setFont(body_font())
            painter.setPen(QColor(worn().text))
            text = painter.fontMetrics().elidedText(
                card.text.replace("\n", " "), Qt.TextElideMode.ElideRight, left.width()
            )
            painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, text)
