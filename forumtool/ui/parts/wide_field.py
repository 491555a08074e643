"""A field of several lines that writes when it is left, and never loses what is being typed."""

from collections.abc import Callable

from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from forumtool.ui.parts.direction import follow_text
from forumtool.ui.parts.keyboard import is_plain_enter


class WideField(QPlainTextEdit):
    """``write`` is called with the text when the field is left and it has changed.

    With ``enter_writes`` Enter does so at once, and begins no new line.
    """

    def __init__(
        self, name: str, write: Callable[[str], object], lines: int = 3, *, enter_writes: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * 19 + 18)
        self._shown = ""
        self._write, self._enter_writes = write, enter_writes
        follow_text(self)

    def show_text(self, text: str) -> None:
        """Show a text, unless another one is being typed."""
        if not (self.hasFocus() and self.toPlainText() != self._shown):
            self._shown = text
            if self.toPlainText() != text:
                self.setPlainText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._enter_writes and is_plain_enter(event):
            self.finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.finish()

    def finish(self) -> None:
        """Write what has been typed."""
        typed = self.toPlainText().strip()
        if typed != self._shown:
            self._shown = typed
            self._write(typed)
