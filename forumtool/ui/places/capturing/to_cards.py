"""What is said to a card while the next one comes: note, dissent, second language, and who said it."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _
from forumtool.storage.queries.proposals import proposal
from forumtool.ui.desk import Desk
from forumtool.ui.places.capturing.below import Below
from forumtool.ui.places.capturing.chosen import Chosen
from forumtool.ui.places.capturing.field import CaptureField


class ToCards(QObject):
    """Knows the cards caught last; the field's keys are for the newest, beside the field for the chosen card."""

    def __init__(self, desk: Desk, field: CaptureField, below: Below, chosen: Chosen) -> None:
        super().__init__(below)
        self._desk, self._field, self._below, self._chosen = desk, field, below, chosen
        self._caught: Sequence[str] = ()
        self._back: QWidget = field
        below.line.closed.connect(self._closed)

    @property
    def last(self) -> ProposalRow | None:
        """The card caught last; before any was caught, or when it is gone, the newest one of the list."""
        rows, key = self._chosen.rows, next(iter(self._caught[-1:]), "")
        caught = next((row for row in rows[:1] if row.id == key), None)
        if caught is None and key:
            caught = proposal(self._desk.file, key)
        return caught or next(iter(rows), None)

    def caught(self, *keys: str) -> None:
        """Note which cards were caught together; the next words may belong to the newest of them."""
        self._caught = sorted(keys)  # by the time
        self.show_last()

    def heard(self, card: ProposalRow) -> None:
        """Take up that a card has changed."""
        if card.id in self._caught[-1:]:
            self.show_last()

    def show_last(self) -> None:
        """Name the cards under the field."""
        last = self.last
        together = len(self._caught) > 1 and last is not None and last.id == self._caught[-1]
        first = proposal(self._desk.file, self._caught[0]) if together else None
        self._below.tell(last, first)

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
        else:
            self._desk.say(_("Noch keine Karte, zu der das gehört."))

    def _closed(self) -> None:
        here = QApplication.focusWidget()
        if here is None or self._below.line.isAncestorOf(here):
            self._back.setFocus()
        self._below.settle()
