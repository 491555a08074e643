"""What keys mean, on every system alike and on the keypad as well, and who has the keyboard."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_MOVING = (
    Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)  # fmt: skip


def held(event: QKeyEvent) -> Qt.KeyboardModifier:
    """Return the keys that are held, without two marks: of the keypad, which arrows carry on a Mac, and of AltGr."""
    return event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.GroupSwitchModifier)


def is_press(event: QEvent) -> bool:
    """Tell whether an event is the press of a key."""
    return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress


def is_enter(event: QEvent) -> bool:
    """Tell whether an event is the press of Enter, whatever is held."""
    return isinstance(event, QKeyEvent) and is_press(event) and event.key() in ENTER


def is_plain_enter(event: QEvent) -> bool:
    """Tell whether an event is the press of Enter with nothing held."""
    return isinstance(event, QKeyEvent) and is_enter(event) and not held(event)


def is_ctrl_enter(event: QKeyEvent) -> bool:
    """Tell whether a key is Ctrl+Enter."""
    return event.key() in ENTER and held(event) == Qt.KeyboardModifier.ControlModifier


def keep_ctrl_enter(event: QEvent) -> bool:
    """Keep Ctrl+Enter for a field before the window takes it as a shortcut; tell whether the event asked for that."""
    if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and is_ctrl_enter(event):
        event.accept()
        return True
    return False


def has_keyboard(widget: QWidget) -> bool:
    """Tell whether a widget, or something in it that can be seen, has the keyboard of its window.

    The window is asked and not the application: while a list to choose from is open, the window has no keyboard.
    """
    found = widget.window().focusWidget()
    return found is not None and found.isVisible() and (found is widget or widget.isAncestorOf(found))


def moving(event: QKeyEvent) -> int:
    """Return -1 or 1 for the keys that move a row up or down, else 0: an arrow with Alt, Alt+Shift or Ctrl."""
    return _STEPS.get(Qt.Key(event.key()), 0) if held(event) in _MOVING else 0
