"""Fields that write when they are left or confirmed, and never lose what is being typed."""

from collections.abc import Callable

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit


class LineField(QLineEdit):
    """One line; ``write`` is called with the text when it has changed."""

    def __init__(self, name: str, write: Callable[[str], object]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._shown = ""
        self._write = write
        self.editingFinished.connect(self.finish)

    def show_text(self, text: str) -> None:
        """Show a text, unless another one is being typed."""
        if not (self.hasFocus() and self.text() != self._shown):
            self._shown = text
            self.setToolTip(text)
            if self.text() != text:
                self.setText(text)
                self.setCursorPosition(0)

    def finish(self) -> None:
        """Write what has been typed."""
        typed = self.text().strip()
        if typed != self._shown:
            self._shown = typed
            self._write(typed)


class WideField(QPlainTextEdit):
    """Several lines; ``write`` is called with the text when the field is left and it has changed."""

    def __init__(self, name: str, write: Callable[[str], object], lines: int = 3) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * 19 + 18)
        self._shown = ""
        self._write = write

    def show_text(self, text: str) -> None:
        """Show a text, unless another one is being typed."""
        if not (self.hasFocus() and self.toPlainText() != self._shown):
            self._shown = text
            if self.toPlainText() != text:
                self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finish()

    def finish(self) -> None:
        """Write what has been typed."""
        typed = self.toPlainText().strip()
        if typed != self._shown:
            self._shown = typed
            self._write(typed)
