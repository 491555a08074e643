"""A field for a text that wraps; it is as high as its words, and tells them when it is left or Enter is pressed."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy

from forumtool.ui.parts.keyboard import is_enter

_PADDING = 15


class TextField(QPlainTextEdit):
    """``committed`` carries the new text. Esc brings back the old one; Shift+Enter begins a new line.

    ``least`` and ``most`` are lines; a longer text scrolls. A text of one paragraph takes no line breaks. The down key
    in the last line is ``down``. The window's undo works unless one is typing.
    """

    committed = Signal(str)
    left = Signal()
    down = Signal()

    def __init__(
        self, *, name: str = "", role: str = "", least: int = 1, most: int = 8, one_paragraph: bool = False
    ) -> None:
        super().__init__()
        self.setObjectName(role)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.setViewportMargins(2, 1, 2, 0)  # words begin where those of a line begin
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._least, self._most, self._one_paragraph = least, most, one_paragraph
        self._kept = ""
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())

    @property
    def is_modified(self) -> bool:
        """Tell whether something is typed that is not told yet."""
        return self._typed() != self._kept

    def show_text(self, text: str) -> None:
        """Show what the file says, unless somebody is just typing here."""
        if self.hasFocus() and self.is_modified:
            return
        self._kept = text
        if self.toPlainText() != text:
            self.setPlainText(text)
            self._grow()

    def commit(self) -> None:
        """Tell the text if it changed."""
        typed = self._typed()
        if typed != self._kept:
            self._kept = typed
            self.committed.emit(typed)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self._wanted_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if is_enter(event) and not shift:
            self.commit()
            self.left.emit()
        elif key == Qt.Key.Key_Escape:
            self.setPlainText(self._kept)
            self.left.emit()
        elif key == Qt.Key.Key_Down and self._is_in_last_line() and not event.modifiers():
            self.down.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.commit()

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not self.is_modified
            and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
        ):
            event.ignore()
            return False
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def _typed(self) -> str:
        text = self.toPlainText()
        return " ".join(text.split()) if self._one_paragraph else text.strip()

    def _is_in_last_line(self) -> bool:
        cursor = self.textCursor()
        return not cursor.movePosition(cursor.MoveOperation.Down)

    def _wanted_height(self) -> int:
        lines = max(self._least, min(self._most, self._lines()))
        return lines * self.fontMetrics().lineSpacing() + _PADDING

    def _lines(self) -> int:
        return int(self.document().size().height())

    def _grow(self) -> None:
        policy = Qt.ScrollBarPolicy
        scrolls = self._lines() > self._most
        self.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff)
        if self.height() != self._wanted_height():
            self.setFixedHeight(self._wanted_height())
