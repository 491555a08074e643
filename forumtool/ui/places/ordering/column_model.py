"""The cards of one column, patched in place so that selection, focus and scrolling stay."""

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from forumtool.domain.rows import ProposalRow
from forumtool.ui.places.ordering.origin import origin

MIME = "application/x-forumtool-cards"
CARD = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ColumnModel(QAbstractListModel):
    """Shows cards; ``show`` tells the view exactly which rows came, went and moved."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.cards: list[ProposalRow] = []

    def show(self, cards: Sequence[ProposalRow]) -> None:
        """Show these cards in this order."""
        self._remove_gone({card.id for card in cards})
        known = {card.id for card in self.cards}
        if not known and cards:
            self.beginInsertRows(_ROOT, 0, len(cards) - 1)
            self.cards = list(cards)
            self.endInsertRows()
            return
        for at, card in enumerate(cards):
            if card.id not in known:
                self._insert(at, card)
            elif self.cards[at].id != card.id:
                self._move(self.row_of(card.id), at)
            if self.cards[at] != card:
                self.cards[at] = card
                self.dataChanged.emit(self.index(at), self.index(at))

    def row_of(self, card_id: str) -> int:
        """Return where a card stands, or -1."""
        return next((at for at, card in enumerate(self.cards) if card.id == card_id), -1)

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        card = self.cards[index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(origin(card))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{card.number}: {card.text}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return mime_of([self.cards[row].id for row in sorted(index.row() for index in indexes)])

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def _remove_gone(self, staying: set[str]) -> None:
        for at in reversed(range(len(self.cards))):
            if self.cards[at].id not in staying:
                self.beginRemoveRows(_ROOT, at, at)
                del self.cards[at]
                self.endRemoveRows()

    def _insert(self, at: int, card: ProposalRow) -> None:
        self.beginInsertRows(_ROOT, at, at)
        self.cards.insert(at, card)
        self.endInsertRows()

    def _move(self, source: int, to: int) -> None:
        self.beginMoveRows(_ROOT, source, source, _ROOT, to)
        self.cards.insert(to, self.cards.pop(source))
        self.endMoveRows()


def mime_of(cards: Sequence[str]) -> QMimeData:
    """Return keys of cards as they travel by drag and drop."""
    data = QMimeData()
    data.setData(MIME, json.dumps(list(cards)).encode())
    return data


def cards_in(data: QMimeData) -> list[str]:
    """Return the keys that travel, empty for anything else."""
    if not data.hasFormat(MIME):
        return []
    return [str(key) for key in json.loads(bytes(data.data(MIME).data()))]


def plain_tip(text: str) -> str:
    """Return a tooltip that Qt does not take for rich text, with lines of a readable length."""
    from html import escape

    return "<div style='white-space: pre-wrap'>" + escape(text[:1500]).replace("\n", "<br>") + "</div>"
