"""What a measure builds on, and what stands in its way: chips, and a line below them that names another one."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from forumtool.domain.rows import NamedRow, OfferRow
from forumtool.i18n import N_, _
from forumtool.services.offers import OFFER_STATES
from forumtool.ui.parts.chooser import Choice, Chooser
from forumtool.ui.parts.flow import Flow
from forumtool.ui.places.deepening.name_field import NameField

STATE_NAMES = {"exists": N_("besteht"), "extend": N_("ausbauen"), "new": N_("neu")}
_DIGITS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class Chip(QPushButton):
    """A chip that Enter and the space bar press; Del takes it away, digits are ``digit`` from 0."""

    removed = Signal()
    digit = Signal(int)

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setObjectName("chip")
        self.setAutoDefault(False)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif Qt.Key(event.key()) in _DIGITS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.digit.emit(_DIGITS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class Ties(QWidget):
    """Tells titles that were ``named`` and keys that were ``left``."""

    named = Signal(str)
    left = Signal(str)

    def __init__(self, prompt: str) -> None:
        super().__init__()
        self.chips = Flow()
        self.field = NameField(name=prompt)
        self.field.setPlaceholderText(prompt + " …")
        self.field.committed.connect(self._named)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.chips)
        layout.addWidget(self.field)

    def show_ties(self, ties: Sequence[NamedRow]) -> None:
        """Show what is named, each with a chip that takes it away."""
        self._fill([self._chip(tie) for tie in ties])

    def _chip(self, tie: NamedRow) -> Chip:
        chip = Chip(f"{tie.title}  ×", tie.title)
        chip.setToolTip(_("Von der Maßnahme nehmen"))
        chip.clicked.connect(lambda _on=False: self.left.emit(tie.id))
        chip.removed.connect(lambda: self.left.emit(tie.id))
        return chip

    def _fill(self, chips: Sequence[Chip]) -> None:
        """Put these chips in place of the others; the keyboard stays at the place where it was."""
        old = [chip for chip in self.findChildren(Chip) if not chip.isHidden()]
        at = next((at for at, chip in enumerate(old) if chip.hasFocus()), -1)
        self.chips.flow.clear()
        self.chips.setVisible(bool(chips))
        before = self._before_field()
        for chip in chips:
            self.chips.flow.addWidget(chip)
            chip.show()
            QWidget.setTabOrder(before, chip)
            before = chip
        if at >= 0:
            (chips[min(at, len(chips) - 1)] if chips else self.field).setFocus()

    def _before_field(self) -> QWidget:
        """The widget from which Tab comes to the chips; a widget that takes no keyboard can be in no order."""
        before = self.field.previousInFocusChain()
        while before is not None and before is not self.field:
            if not isinstance(before, Chip) and before.focusPolicy() != Qt.FocusPolicy.NoFocus:
                return before
            before = before.previousInFocusChain()
        return self.field

    def _named(self, title: str) -> None:
        self.field.show_text("")
        if title:
            self.named.emit(title)


class OfferTies(Ties):
    """Existing offers with their state; a chip opens the choice of states, the digits 1 to 3 choose at once."""

    turned = Signal(str, str)

    def show_offers(self, ties: Sequence[NamedRow], offers: Sequence[OfferRow]) -> None:
        """Show the offers that are named, with the states they have in the process's list."""
        states = {offer.id: offer.state for offer in offers}
        self._fill([self._offer_chip(tie, states.get(tie.id, "exists")) for tie in ties])

    def _offer_chip(self, tie: NamedRow, state: str) -> Chip:
        told = _(STATE_NAMES.get(state, state))
        chip = Chip(f"{tie.title} · {told}  ▾", f"{tie.title}, {told}")
        chip.setToolTip(_("1 besteht, 2 ausbauen, 3 neu, Entf nimmt es weg"))
        chip.clicked.connect(lambda _on=False: self._choose(chip, tie))
        chip.removed.connect(lambda: self.left.emit(tie.id))
        chip.digit.connect(lambda at: self.turned.emit(tie.id, OFFER_STATES[at]))
        return chip

    def _choose(self, chip: Chip, tie: NamedRow) -> None:
        turn: Callable[[str], object] = partial(self.turned.emit, tie.id)
        choices = [Choice(_(STATE_NAMES[state]), partial(turn, state)) for state in OFFER_STATES]
        choices.append(Choice(_("Von der Maßnahme nehmen"), partial(self.left.emit, tie.id)))
        Chooser(self, tie.title, choices).open_below(chip)
