"""A field that completes names: of one, or of several with commas between them."""

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from forumtool.i18n import _
from forumtool.ui.parts.keyboard import is_enter
from forumtool.ui.parts.line_field import LineField
from forumtool.ui.parts.offers import Offers, fitting

_BETWEEN = re.compile(r"[,;]\s*")


class Completing:
    """Offers names below a line while somebody types in it.

    Enter and Tab take the name that is marked and then do what they do anyway: marked is the only one that fits, or
    the one that an arrow chose. Where several fit, what was typed stays as it is. Esc leaves all names.
    """

    def __init__(self, field: QLineEdit, *, several: bool = False) -> None:
        self.names: Sequence[str] = ()
        self._field, self._several = field, several
        self.popup = Offers(field)
        self.popup.taken.connect(self._put)
        field.textEdited.connect(lambda _text: self._offer())

    @property
    def offers(self) -> list[str]:
        """The names that are offered now, best first; empty when none are."""
        return self.popup.names

    def hears(self, event: QKeyEvent) -> bool:
        """Do what a key means to the names that are offered, and tell whether that was all that it means."""
        if not self.popup.is_open:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.popup.hide()
            return True
        if is_enter(event) or event.key() == Qt.Key.Key_Tab:
            self.settle()
        return self.popup.walk(event)

    def settle(self) -> None:
        """Take the name that is marked, and offer none any more."""
        if self.popup.marked:
            self.popup.take()
        self.popup.hide()

    def _offer(self) -> None:
        typed = self._typed()
        found = fitting(self.names, typed) if typed else []
        if not found or any(name.casefold() == typed.casefold() for name in found):
            self.popup.hide()
            return
        alone = len(found) == 1
        told = "" if alone else _("↓ wählt einen Namen. Enter lässt „{typed}“ stehen.", typed=typed)
        self.popup.offer(found, self._field.rect(), marked=alone, told=told)

    def _typed(self) -> str:
        text = self._field.text()[: self._field.cursorPosition()]
        return (_BETWEEN.split(text)[-1] if self._several else text).strip()

    def _put(self, name: str) -> None:
        at = self._field.cursorPosition()
        before, behind = self._field.text()[:at], self._field.text()[at:]
        start = max((found.end() for found in _BETWEEN.finditer(before)), default=0) if self._several else 0
        self._field.setText(before[:start] + name + behind)
        self._field.setCursorPosition(start + len(name))
        self._field.setModified(True)


class NameField(LineField):
    """A line that completes the names it knows; ``several`` may stand in it."""

    def __init__(self, *, name: str, several: bool = False) -> None:
        super().__init__(name=name)
        self.completing = Completing(self, several=several)

    def know(self, names: Sequence[str]) -> None:
        """Complete with these names from now on."""
        self.completing.names = names

    def commit(self) -> None:
        """Tell the text if it changed, without a comma behind the last name."""
        kept = self.text().strip(" ,;")
        if kept != self.text():
            self.setText(kept)
        super().commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.completing.hears(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        if forwards:
            self.completing.settle()
        return super().focusNextPrevChild(forwards)
