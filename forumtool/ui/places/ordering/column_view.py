"""The list of one column: Qt's own list, so that arrows, selection and screen readers work as people know them."""

from bisect import bisect_right

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
)
from PySide6.QtWidgets import QAbstractItemView, QListView

from forumtool.i18n import ngettext
from forumtool.ui.parts.keyboard import held
from forumtool.ui.places.ordering.card_delegate import CardDelegate
from forumtool.ui.places.ordering.card_texts import CardTexts
from forumtool.ui.places.ordering.column_model import MIME, ColumnModel, cards_in
from forumtool.ui.places.ordering.commands import command
from forumtool.ui.places.ordering.papers import GAP, PAPER, badge, marker


class ColumnView(QListView):
    """Cards of one column. Tells what was asked for by a key, where cards were dropped, and who wants the keyboard."""

    asked = Signal(str)
    beside = Signal(int)
    shifted = Signal(int)
    dropped = Signal(list, object)
    dragged_to = Signal(QPoint)
    let_go = Signal()
    moved = Signal()
    lit = Signal(bool)

    def __init__(self, texts: CardTexts) -> None:
        super().__init__()
        self.cards = ColumnModel(self)
        self.paper = CardDelegate(self, texts)
        self._marked: int | None = None
        self.setObjectName("column")
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
        self.viewport().setAutoFillBackground(False)
        self.selectionModel().currentChanged.connect(self._moved)
        self.selectionModel().selectionChanged.connect(self._moved)

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

    @property
    def current(self) -> str | None:
        """The key of the card that the keyboard is on."""
        index = self.currentIndex()
        return self.cards.cards[index.row()].id if index.isValid() else None

    def choose(self, row: int) -> None:
        """Make a row the current and only selected one, or the nearest that there is."""
        if self.cards.rowCount():
            self.setCurrentIndex(self.cards.index(max(0, min(row, self.cards.rowCount() - 1))))

    def go_on(self) -> None:
        """Put the keyboard on the next card and choose none."""
        from PySide6.QtCore import QItemSelectionModel

        row = min(self.currentIndex().row() + 1, self.cards.rowCount() - 1)
        self.clearSelection()
        self.selectionModel().setCurrentIndex(self.cards.index(row), QItemSelectionModel.SelectionFlag.NoUpdate)

    def choose_cards(self, keys: list[str]) -> None:
        """Select cards and show them."""
        from PySide6.QtCore import QItemSelectionModel

        self.clearSelection()
        for row in (self.cards.row_of(key) for key in keys):
            if row >= 0:
                index = self.cards.index(row)
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.Select)

    def content_height(self, most: int) -> int:
        """Return how high all cards are together in pixels; those beyond ``most`` are not measured."""
        high = 0
        for card in self.cards.cards:
            high += self.paper.height_of(card) + GAP
            if high > most:
                break
        return high

    def keyPressEvent(self, event: QKeyEvent) -> None:
        across = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        word = command(event)
        if across is not None and not held(event):
            self.beside.emit(across)
        elif across is not None and held(event) == Qt.KeyboardModifier.ShiftModifier:
            self.shifted.emit(across)
        elif word:
            self.asked.emit(word)
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

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._marked is not None:
            marker(QPainter(self.viewport()), self._marked, self.viewport())

    def _moved(self, *_indexes: object) -> None:
        self.moved.emit()

    # Drag and drop

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Carry the chosen cards. They stay where they are until they are dropped, whatever ends the drag."""
        keys = self.chosen
        if not keys:
            return
        drag = QDrag(self)
        drag.setMimeData(self.cards.mimeData(self.selectedIndexes() or [self.currentIndex()]))
        first = self.visualRect(self.cards.index(self.cards.row_of(keys[0])))
        first.setWidth(PAPER)
        picture = self.viewport().grab(first.intersected(self.viewport().rect()))
        if len(keys) > 1:
            badge(QPainter(picture), ngettext("{count} Karte", "{count} Karten", len(keys)))
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(20, 12))
        drag.exec(Qt.DropAction.MoveAction)
        self.setState(QAbstractItemView.State.NoState)
        self.let_go.emit()

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
        else:
            event.ignore()

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
        """Return the row before which something dropped at a height goes."""
        return bisect_right(
            range(self.cards.rowCount()), y, key=lambda row: self.visualRect(self.cards.index(row)).center().y()
        )

    def _before(self, y: int, moving: list[str]) -> str | None:
        rest = self.cards.cards[self._row_at(y) :]
        return next((card.id for card in rest if card.id not in moving), None)
