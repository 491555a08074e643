"""What is named with a card, as chips, and a field that names more."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from forumtool.domain.rows import NamedRow
from forumtool.i18n import _
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.flow import Flow
from forumtool.ui.parts.words import words


class Ties(QWidget):
    """Obstacles or offers of a card: ``name`` is asked with the words typed, ``free`` with the key of a chip."""

    def __init__(self, title: str, prompt: str, name: Callable[[str], object], free: Callable[[str], object]) -> None:
        super().__init__()
        self._name, self._free = name, free
        self.chips = Flow()
        self.field = QLineEdit()
        self.field.setAccessibleName(prompt)
        self.field.setPlaceholderText(prompt + " …")
        self.field.editingFinished.connect(self._confirmed)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 8, 0, 0)
        rows.setSpacing(3)
        for part in (words(title, "small"), self.chips, self.field):
            rows.addWidget(part)

    def show_ties(self, ties: Sequence[NamedRow]) -> None:
        """Show what is tied to the card."""
        self.chips.flow.clear()
        for tie in ties:
            chip = button(f"{tie.title}  ×", partial(self._free, tie.id), role="chip", tip=_("Von der Karte nehmen"))
            chip.setAccessibleName(tie.title)
            self.chips.flow.addWidget(chip)
        self.chips.setVisible(bool(ties))

    def _confirmed(self) -> None:
        typed = self.field.text().strip()
        self.field.clear()
        if typed:
            self._name(typed)
