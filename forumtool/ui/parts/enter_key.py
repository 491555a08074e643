"""What Enter does on a table or a tree, on every system alike, and Ctrl+Enter in a field."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EnterKey(QObject):
    """Calls ``act`` when Enter is pressed on a widget itself; in an editor inside it, Enter still ends the writing.

    A shortcut would take the key from the editor, and the signal ``activated`` does not come on every system.
    """

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget, self._act = widget, act
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        plain = isinstance(event, QKeyEvent) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.type() == QEvent.Type.KeyPress and plain and self._widget.hasFocus() and event.key() in _ENTER:  # type: ignore[attr-defined]
            self._act()
            return True
        return super().eventFilter(watched, event)


def is_ctrl_enter(event: QKeyEvent) -> bool:
    """Tell whether a key is Ctrl+Enter, on the keypad or not."""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in _ENTER and held == Qt.KeyboardModifier.ControlModifier


def keep_ctrl_enter(event: QEvent) -> bool:
    """Keep Ctrl+Enter for a field before the window takes it as a shortcut; tell whether the event asked for that."""
    if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_ctrl_enter(event):
        event.accept()
        return True
    return False
