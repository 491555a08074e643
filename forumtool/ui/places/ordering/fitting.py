"""Which group fits a card that is not ordered yet: asked anew after each step, so that it learns from what was done."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from forumtool.domain.board import Board
from forumtool.ui.places.ordering.asking import Asking
from forumtool.ui.suggesting import Suggesting

if TYPE_CHECKING:
    from forumtool.insight.grouping import Fit

_AFTER_THE_STEP = 30  # milliseconds: first the board shows what was done


class Fitting(QObject):
    """Knows the fitting groups of each card; ``changed`` tells that they are others now.

    Until the answer to a changed board is there, the one before it stands, without the groups that have gone;
    ``knows`` tells whether there was an answer at all.
    """

    changed = Signal()

    def __init__(self, suggesting: Suggesting, parent: QObject) -> None:
        super().__init__(parent)
        self._asking = Asking(suggesting, self)
        self._question: Callable[[], dict[str, list[Fit]]] = dict
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_AFTER_THE_STEP)
        self._soon.timeout.connect(self._ask)
        self._fits: dict[str, list[Fit]] = {}
        self._groups: frozenset[str] = frozenset()
        self._refused: Mapping[str, str] = {}
        self._asked: object = None
        self.knows = False

    def ask(self, board: Board, refused: Mapping[str, str]) -> None:
        """Ask for the groups that fit the cards of a board, if that is another question than the last one.

        ``refused`` are the cards for which the groups were refused that have smaller keys.
        """
        self._refused = refused
        self._groups = frozenset(group.cluster.id for group in board.groups if group.proposals)
        if not self._groups or not board.not_ordered:
            self.forget()
            return
        groups = {group.cluster.id: tuple(card.id for card in group.proposals) for group in board.groups}
        titles = {group.cluster.id: group.cluster.title for group in board.groups}
        cards = {card.id: card.text for card in board.cards}
        if self._asked == (groups, cards, titles):
            self.changed.emit()
            return
        self._asked = (groups, cards, titles)
        self._question = lambda: _fits(groups, cards, titles)
        self._soon.start()

    def _ask(self) -> None:
        self._asking.ask(self._question, self._show)

    def forget(self) -> None:
        """Suggest nothing any more."""
        self._soon.stop()
        self._asking.drop()
        self._fits = {}
        self._asked = None
        self.knows = False
        self.changed.emit()

    def of(self, card_id: str | None) -> "list[Fit]":
        """Return the groups that fit a card, the best first, without those that were refused."""
        since = self._refused.get(card_id or "", "")
        return [fit for fit in self._fits.get(card_id or "", ()) if fit.group in self._groups and fit.group > since]

    def _show(self, fits: "dict[str, list[Fit]]") -> None:
        self._fits = fits
        self.knows = True
        self.changed.emit()


def _fits(groups: dict[str, tuple[str, ...]], cards: dict[str, str], titles: dict[str, str]) -> "dict[str, list[Fit]]":
    from forumtool.insight.grouping import fitting_groups

    return fitting_groups(groups, cards, titles)
