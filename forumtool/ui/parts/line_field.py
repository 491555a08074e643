"""A field of one line that tells its text when it is left or Enter is pressed, and only if it changed."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from forumtool.ui.parts.keyboard import is_enter

_NO_LIMIT = 2**31 - 1  # Qt's own limit of 32,767 signs would cut a longer text when the field is left


class LineField(QLineEdit):
    """``committed`` carries the new text, and ``write`` is called with it.

    Esc brings back the old one; the window's undo works unless one is typing. Where the text does not fit, the whole
    of it is in the tooltip.
    """

    committed = Signal(str)
    left = Signal()

    def __init__(
        self, text: str = "", *, name: str = "", role: str = "", write: Callable[[str], object] | None = None
    ) -> None:
        super().__init__()
        self.setObjectName(role)
        self.setAccessibleName(name)
        self.setMaxLength(_NO_LIMIT)
        self._kept = text
        self.setText(text)
        self.setCursorPosition(0)
        if write is not None:
            self.committed.connect(write)

    def show_text(self, text: str) -> None:
        """Show what the file says, unless somebody is just typing here."""
        if self.isModified() and self.hasFocus():
            return
        self._kept = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def commit(self) -> None:
        """Tell the text if it changed."""
        typed = self.text().strip()
        self.setModified(False)
        if typed != self._kept:
            self._kept = typed
            self.committed.emit(typed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.commit()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.setText(self._kept)
            self.setModified(False)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            is_cut = self.fontMetrics().horizontalAdvance(self.text()) > self.contentsRect().width()
            self.setToolTip(self.text() if is_cut else "")
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not self.isModified()
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
        ):
            event.ignore()
            return False
        return super().event(event)
