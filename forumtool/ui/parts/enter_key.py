"""What Enter does on a table or a tree, on every system alike."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from forumtool.ui.parts.keyboard import is_plain_enter


class EnterKey(QObject):
    """Calls ``act`` when Enter is pressed on a widget itself; in an editor inside it, Enter still ends the writing.

    A shortcut would take the key from the editor, and the signal ``activated`` does not come on every system.
    """

    def __init__(self, widget: QWidget, act: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget, self._act = widget, act
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if is_plain_enter(event) and self._widget.hasFocus():
            self._act()
            return True
        return super().eventFilter(watched, event)
