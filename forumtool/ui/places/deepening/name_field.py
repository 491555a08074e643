"""A field that completes names: of one, or of several with commas between them."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from forumtool.ui.parts.line_field import LineField

_MOST, _WIDTH = 20, 300
_BETWEEN = re.compile(r"[,;]\s*")


class Completing:
    """Offers names below a line while somebody types in it; Enter takes the marked one, Esc leaves all."""

    def __init__(self, field: QLineEdit, *, several: bool = False) -> None:
        self.names: Sequence[str] = ()
        self._field, self._several = field, several
        self._model = QStringListModel(field)
        self._completer = QCompleter(self._model, field)
        self._completer.setWidget(field)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setMaxVisibleItems(8)
        self.popup = QListView()
        self._completer.setPopup(self.popup)
        self._completer.activated[str].connect(self._put)  # type: ignore[index]  # PySide6's stubs know no overloads
        field.textEdited.connect(lambda _text: self._offer())

    @property
    def offers(self) -> list[str]:
        """The names that are offered now, best first; empty when none are."""
        return self._model.stringList() if self.popup.isVisible() else []

    def takes(self, event: QKeyEvent) -> bool:
        """Do what a key means to the names that are offered, and tell whether it meant anything."""
        if not self.popup.isVisible():
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.popup.hide()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            marked = self.popup.currentIndex()
            self.popup.hide()
            self._put(str(marked.data()) if marked.isValid() else self._model.stringList()[0])
            return True
        return False

    def hide(self) -> None:
        """Offer nothing."""
        self.popup.hide()

    def _offer(self) -> None:
        typed = self._typed()
        found = fitting(self.names, typed)
        if not typed or not found or any(name.casefold() == typed.casefold() for name in found):
            self.popup.hide()
            return
        self._model.setStringList(found)
        self._completer.setCompletionPrefix("")
        self._completer.complete(QRect(0, 0, max(_WIDTH, self._field.width()), self._field.height()))
        self.popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

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
        if not self.completing.takes(event):
            super().keyPressEvent(event)


def fitting(names: Sequence[str], typed: str) -> list[str]:
    """Return the names that what was typed may mean: those that begin so first, then those with a word that does."""
    wanted = typed.casefold()
    begins = [name for name in names if name.casefold().startswith(wanted)]
    within = [name for name in names if f" {wanted}" in f" {name.casefold()}" and name not in begins]
    return [*begins, *within][:_MOST]
