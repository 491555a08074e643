"""What is said to a card while the next one comes: note, dissent and second language."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from forumtool.domain.rows import ProposalRow
from forumtool.storage.queries.proposals import proposal
from forumtool.ui.desk import Desk
from forumtool.ui.places.capturing.below import Below
from forumtool.ui.places.capturing.chosen import Chosen
from forumtool.ui.places.capturing.field import CaptureField


class ToCards(QObject):
    """Knows the card caught last, which the field's keys are for; beside the field they are for the chosen card."""

    def __init__(self, desk: Desk, field: CaptureField, below: Below, chosen: Chosen) -> None:
        super().__init__(below)
        self._desk, self._field, self._below, self._chosen = desk, field, below, chosen
        self._last_id = ""
        self._back: QWidget = field
        below.line.closed.connect(self._closed)

    @property
    def last(self) -> ProposalRow | None:
        """The card caught last; before any was caught, or when it is gone, the newest one of the list."""
        rows = self._chosen.rows
        caught = next((row for row in rows[:1] if row.id == self._last_id), None)
        if caught is None and self._last_id:
            caught = proposal(self._desk.file, self._last_id)
        return caught or next(iter(rows), None)

    def caught(self, key: str) -> None:
        """Note which card the next words may belong to."""
        self._last_id = key
        self.show_last()

    def heard(self, card: ProposalRow) -> None:
        """Take up that a card has changed."""
        if card.id == self._last_id:
            self._below.tell(card)

    def show_last(self) -> None:
        """Name the card under the field."""
        self._below.tell(self.last)

    def write(self, kind: str) -> None:
        """Open the line for a card."""
        here = QApplication.focusWidget()
        line = self._below.line
        if here is not None and not line.isAncestorOf(here):
            self._back = here
        card = self.last if self._back is self._field else self._chosen.card
        if card is not None:
            line.open(card, kind)
            self._below.settle()
            line.field.setFocus()

    def _closed(self) -> None:
        here = QApplication.focusWidget()
        if here is None or self._below.line.isAncestorOf(here):
            self._back.setFocus()
        self._below.settle()
