"""The list of one column: Qt's own list, so that arrows, selection and screen readers work as people know them."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from forumtool.i18n import ngettext
from forumtool.ui.places.ordering.card_delegate import GAP, CardDelegate, badge, marker
from forumtool.ui.places.ordering.column_model import MIME, ColumnModel, cards_in

_LETTERS = {
    Qt.Key.Key_G: "into", Qt.Key.Key_N: "new", Qt.Key.Key_M: "merge", Qt.Key.Key_U: "back", Qt.Key.Key_D: "dissolve",
    Qt.Key.Key_E: "open", Qt.Key.Key_L: "canvas", Qt.Key.Key_F2: "rename",
}  # fmt: skip


class ColumnView(QListView):
    """Cards of one column. Tells what was asked for by a key, where cards were dropped, and who wants the keyboard."""

    asked = Signal(str)
    beside = Signal(int)
    shifted = Signal(int)
    dropped = Signal(list, object)
    dragged_to = Signal(QPoint)
    lit = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = ColumnModel(self)
        self.paper = CardDelegate(self)
        self._marked: int | None = None
        self.setModel(self.cards)
        self.setItemDelegate(self.paper)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setAutoScrollMargin(28)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setStyleSheet("QListView { background: transparent; border: 0; } QListView::item { padding: 0; }")
        self.viewport().setAutoFillBackground(False)

    @property
    def is_marked(self) -> bool:
        """Tell whether it shows where dropped cards would go."""
        return self._marked is not None

    @property
    def chosen(self) -> list[str]:
        """The keys of the selected cards from top to bottom, else of the current one."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        if not rows and self.currentIndex().isValid():
            rows = [self.currentIndex().row()]
        return [self.cards.cards[row].id for row in rows]

    def choose(self, row: int) -> None:
        """Make a row the current and only selected one, or the nearest that there is."""
        if self.cards.rowCount():
            self.setCurrentIndex(self.cards.index(max(0, min(row, self.cards.rowCount() - 1))))

    def choose_cards(self, keys: list[str]) -> None:
        """Select cards and show them."""
        from PySide6.QtCore import QItemSelectionModel

        self.clearSelection()
        for row in (self.cards.row_of(key) for key in keys):
            if row >= 0:
                index = self.cards.index(row)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)

    def content_height(self, width: int) -> int:
        """Return how high all cards are together in a width, in pixels."""
        return sum(self.paper.height_of(card, width) + GAP for card in self.cards.cards)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        word = _LETTERS.get(Qt.Key(event.key()))
        if across is not None and plain == Qt.KeyboardModifier.NoModifier:
            self.beside.emit(across)
        elif across is not None and plain == Qt.KeyboardModifier.ShiftModifier:
            self.shifted.emit(across)
        elif word is not None and plain == Qt.KeyboardModifier.NoModifier:
            self.asked.emit(word)
        elif event.key() == Qt.Key.Key_Escape:
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.lit.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.lit.emit(False)

    def keyboardSearch(self, search: str) -> None:
        """Letters are commands here, not a search."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = self.viewport().width()
        if width != self.paper.width:
            self.paper.width = width
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._marked is not None:
            marker(QPainter(self.viewport()), self._marked, self.viewport())

    # Drag and drop

    def startDrag(self, _actions: Qt.DropAction) -> None:
        keys = self.chosen
        if not keys:
            return
        drag = QDrag(self)
        drag.setMimeData(self.cards.mimeData(self.selectedIndexes() or [self.currentIndex()]))
        first = self.visualRect(self.cards.index(self.cards.row_of(keys[0])))
        picture = self.viewport().grab(first.intersected(self.viewport().rect()))
        if len(keys) > 1:
            badge(QPainter(picture), ngettext("{count} Karte", "{count} Karten", len(keys)))
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(20, 12))
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            super().dragMoveEvent(event)
            self.mark(event.position().toPoint().y())
            self.dragged_to.emit(self.viewport().mapToGlobal(event.position().toPoint()))
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self.mark(None)

    def dropEvent(self, event: QDropEvent) -> None:
        keys = cards_in(event.mimeData())
        self.mark(None)
        if keys:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.dropped.emit(keys, self._before(event.position().toPoint().y(), keys))
        self.setState(QAbstractItemView.State.NoState)

    def mark(self, y: int | None) -> None:
        """Show where cards would go that are dropped at a height of the viewport; None shows nothing."""
        spot = None
        if y is not None:
            at = self._row_at(y)
            last = self.cards.rowCount()
            if at < last:
                spot = self.visualRect(self.cards.index(at)).top() - GAP // 2
            elif last:
                spot = self.visualRect(self.cards.index(last - 1)).bottom() - GAP // 2
            else:
                spot = 4
            spot = max(2, spot)
        if spot != self._marked:
            self._marked = spot
            self.viewport().update()

    def _row_at(self, y: int) -> int:
        for row in range(self.cards.rowCount()):
            if y < self.visualRect(self.cards.index(row)).center().y():
                return row
        return self.cards.rowCount()

    def _before(self, y: int, moving: list[str]) -> str | None:
        rest = self.cards.cards[self._row_at(y) :]
        return next((card.id for card in rest if card.id not in moving), None)
