"""Suggesting a group for the next card: which card that is, what is shown of it, and whether it is wanted at all."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from forumtool.domain.board import Board
from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _
from forumtool.services.refusals import refuse_groups
from forumtool.storage.queries.refusals import refused_groups
from forumtool.ui.desk import Desk
from forumtool.ui.places.ordering.fitting import Fitting
from forumtool.ui.settings import Settings

if TYPE_CHECKING:
    from forumtool.ui.places.ordering.whisper import Whisper


class Whispering(QObject):
    """Keeps the line below the board up to date. ``changed`` tells that there are other suggestions to be shown,
    ``line_made`` that there is a line to be laid out.
    """

    changed = Signal()
    line_made = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settings = Settings()
        self._board = Board()
        self._titles: dict[str, str] = {}
        self._loose: dict[str, ProposalRow] = {}
        self.card: str | None = None
        self.fitting = Fitting(desk.suggesting, self)
        self.fitting.changed.connect(self.changed)

    @cached_property
    def line(self) -> "Whisper":
        """The line, made when there is something to say."""
        from forumtool.ui.places.ordering.whisper import Whisper

        made = Whisper()
        self.line_made.emit(made)
        return made

    @property
    def is_shown(self) -> bool:
        """Tell whether something is suggested."""
        return "line" in self.__dict__ and not self.line.isHidden()

    @property
    def is_on(self) -> bool:
        """Tell whether suggestions are wanted."""
        return self._settings.suggests_groups

    def turn(self) -> None:
        """Want suggestions or not; this is remembered."""
        self._settings.suggests_groups = not self.is_on
        if self.is_on:
            self.follow(self._board)
            self._desk.say(_("Passende Gruppen werden vorgeschlagen."))
        else:
            self.fitting.forget()
            self._desk.say(_("Es werden keine Gruppen vorgeschlagen; P schaltet das wieder ein."))

    def follow(self, board: Board) -> None:
        """Learn from a board what fits to what."""
        self._board = board
        self._titles = {group.cluster.id: group.cluster.title for group in board.groups}
        self._loose = {card.id: card for card in board.not_ordered}
        if self.is_on:
            self.fitting.ask(board, refused_groups(self._desk.file))

    def show_for(self, card_id: str | None, *, keys: bool) -> None:
        """Suggest groups for a card that is not ordered; ``keys`` tells whether the keyboard is on it alone."""
        self.card = card_id if card_id in self._loose else None
        if self.card is None or not self.is_on or not self.fitting.knows:
            if self.is_shown:
                self.line.hide()
            return
        fits = [(fit, self._titles[fit.group]) for fit in self.fitting.of(self.card)]
        self.line.show_fits(self._loose[self.card], fits, keys=keys)
        self.line.show()

    def group(self, at: int) -> str | None:
        """Return the group that is suggested at a place, 0 for the best."""
        if self.card is None or not self.is_shown:
            return None
        fits = self.fitting.of(self.card)
        return fits[at].group if at < len(fits) else None

    def refuse(self) -> bool:
        """Suggest none of the groups for this card any more; return False if nothing was suggested."""
        if self.card is None or self.group(0) is None:
            return False
        return self._desk.do(refuse_groups, self.card) is not None
