"""What is tied to a card or a measure: chips, and a line below them that names another one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumtool.domain.rows import NamedRow
from forumtool.ui.parts.buttons import Button
from forumtool.ui.parts.flow import Flow
from forumtool.ui.parts.keyboard import held
from forumtool.ui.parts.name_field import NameField
from forumtool.ui.parts.words import words

_DIGITS = {Qt.Key.Key_1: 0, Qt.Key.Key_2: 1, Qt.Key.Key_3: 2}


class Chip(Button):
    """A chip that Enter and the space bar press; Del takes it away, digits are ``digit`` from 0."""

    removed = Signal()
    digit = Signal(int)

    def __init__(self, text: str, name: str, tip: str) -> None:
        super().__init__(text)
        self.setObjectName("chip")
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setToolTip(tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif Qt.Key(event.key()) in _DIGITS and not held(event):
            self.digit.emit(_DIGITS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class Ties(QWidget):
    """Tells titles that were ``named`` and keys that were ``left``; ``tip`` says what a click on a chip does."""

    named = Signal(str)
    left = Signal(str)

    def __init__(self, prompt: str, tip: str, title: str = "") -> None:
        super().__init__()
        self._tip = tip
        self.chips = Flow()
        self.field = NameField(name=prompt)
        self.field.setPlaceholderText(prompt + " …")
        self.field.committed.connect(self._named)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if title:
            layout.addWidget(words(title, "small"))
        layout.addWidget(self.chips)
        layout.addWidget(self.field)

    def show_ties(self, ties: Sequence[NamedRow]) -> None:
        """Show what is named, each with a chip that takes it away."""
        self.fill([self._chip(tie) for tie in ties])

    def fill(self, chips: Sequence[Chip]) -> None:
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

    def _chip(self, tie: NamedRow) -> Chip:
        chip = Chip(f"{tie.title}  ×", tie.title, self._tip)
        chip.clicked.connect(lambda _on=False: self.left.emit(tie.id))
        chip.removed.connect(lambda: self.left.emit(tie.id))
        return chip

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
