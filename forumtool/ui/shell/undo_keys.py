"""Ctrl+Z in a field takes back typing while there is any, and the last step otherwise.

Qt's text fields keep Ctrl+Z to themselves even with nothing to take back; then the key would do nothing at all.
"""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget


class UndoKeys(QObject):
    """Watches the field that has the keyboard, and no other: a filter on everything would slow each event."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._moved)
            self._moved(None, app.focusWidget())

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if old is not None:
            old.removeEventFilter(self)
        if isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit):
            new.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        undoing = event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        redoing = event.key() in (Qt.Key.Key_Y, Qt.Key.Key_Z) and not undoing
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or not (undoing or redoing):
            return False
        if _has_typing(watched, undoing=undoing):
            return False
        event.ignore()
        return True


def _has_typing(field: QObject, *, undoing: bool) -> bool:
    """Tell whether there is typing to take back or to bring back; an empty field has none to take back."""
    if isinstance(field, QLineEdit):
        return (field.isUndoAvailable() and bool(field.text())) if undoing else field.isRedoAvailable()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        document = field.document()
        return (document.isUndoAvailable() and not document.isEmpty()) if undoing else document.isRedoAvailable()
    return False
