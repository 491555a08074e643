"""A field of several lines that writes when it is left, and never loses what is being typed."""

from collections.abc import Callable

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit


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
