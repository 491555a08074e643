"""A first grouping from scratch: asked for, looked at, taken group by group. Until then nothing is written."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forumtool.domain.board import Board
from forumtool.i18n import _
from forumtool.services.clusters import add_cluster
from forumtool.ui.desk import Desk
from forumtool.ui.places.ordering.asking import Asking
from forumtool.ui.places.ordering.draft import Draft

if TYPE_CHECKING:
    from forumtool.insight.grouping import DraftGroup
    from forumtool.ui.places.ordering.draft_column import DraftColumn


class Drafting(QObject):
    """Holds the draft; ``changed`` tells that it is another one now, ``found`` that it is there to be looked at."""

    changed = Signal()
    found = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asking = Asking(desk.suggesting, self)
        self._board = Board()
        self.draft = Draft()

    def turn(self) -> None:
        """Ask for a draft, or close the one that is shown."""
        if self.draft.heaps:
            self.close()
            self.changed.emit()
            return
        if not self._desk.suggesting.is_ready:
            self._desk.say(_("Der Entwurf kommt gleich: Die Wörter werden noch geladen."))
        kept = {group.cluster.id: tuple(card.id for card in group.proposals) for group in self._board.groups}
        cards = {card.id: card.text for card in self._board.cards}
        self._asking.ask(lambda: _draft(cards, kept), self._show)

    def close(self) -> None:
        """Forget the draft; nothing of it was written."""
        self._asking.drop()
        self.draft = Draft()

    def follow(self, board: Board) -> None:
        """Leave out of the draft what has been ordered meanwhile."""
        self._board = board
        self.draft.reduce({card.id for card in board.not_ordered})

    def listen(self, column: "DraftColumn") -> None:
        """Do what is asked for at a column of the draft."""
        key = column.key
        column.taken.connect(lambda: self.take(key))
        column.refused.connect(lambda: self.drop(key))
        column.head.renamed.connect(lambda title: self._rename(column, title))
        column.view.dropped.connect(lambda cards, _before: self._move(cards, key))

    def ask(self, word: str, column: "DraftColumn | None") -> bool:
        """Do what a key asks for while it is on a column of the draft; return False if it is not about a draft."""
        if column is None or word not in ("take", "drop", "back", "rename"):
            return False
        if word == "take":
            self.take(column.key)
        elif word == "drop":
            self.drop(column.key)
        elif word == "rename":
            column.head.rename()
        else:
            self.release(column.view.chosen)
        return True

    def release(self, cards: list[str]) -> bool:
        """Leave cards out that somebody carried back to those not ordered; return False if none is in the draft."""
        if not self.draft.cards.intersection(cards):
            return False
        self.draft.leave_out(cards)
        self.changed.emit()
        return True

    def take(self, key: str) -> None:
        """Make a group of a heap."""
        heap, desk = self.draft.heaps[key], self._desk
        self.draft.drop(key)  # first: the new group is shown while its step is told
        made = desk.do(add_cluster, heap.title, forum_id=desk.forum_id, goal_id=desk.goal_id, cards=heap.cards)
        if made is None:
            self.draft.heaps[key] = heap
            self.changed.emit()

    def drop(self, key: str) -> None:
        """Take a heap out of the draft; its cards are not ordered, as they were."""
        self.draft.drop(key)
        self.changed.emit()

    def _move(self, cards: list[str], key: str) -> None:
        loose = {card.id for card in self._board.not_ordered}
        self.draft.move([card for card in cards if card in loose], key)
        self.changed.emit()

    def _rename(self, column: "DraftColumn", title: str) -> None:
        if title:
            self.draft.rename(column.key, title)
        self.changed.emit()

    def _show(self, found: "list[DraftGroup]") -> None:
        self.draft = Draft([group._replace(title=group.title or _("Ohne Überschrift")) for group in found])
        self.draft.reduce({card.id for card in self._board.not_ordered})
        if not self.draft.heaps:
            self._desk.say(_("Unter den Karten ohne Gruppe sind keine, die sich für einen Entwurf genug ähneln."))
        self.changed.emit()
        if self.draft.heaps:
            self.found.emit()


def _draft(cards: dict[str, str], kept: dict[str, tuple[str, ...]]) -> "list[DraftGroup]":
    from forumtool.insight.grouping import draft

    return draft(cards, kept)
