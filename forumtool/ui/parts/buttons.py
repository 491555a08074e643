"""Buttons with their key beside them."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from forumtool.ui.parts.keyboard import is_plain_enter


class Button(QPushButton):
    """A button that Enter presses as well as the space bar; Qt does so only in dialogs."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_enter(event):
            self.click()
            return
        super().keyPressEvent(event)


def button(text: str, act: Callable[[], object], *, role: str = "", tip: str = "") -> QPushButton:
    """Return a button; ``role`` is "primary", "plain", "chip", "choice" or empty."""
    made = Button(text)
    made.setObjectName(role)
    made.setAutoDefault(False)
    if tip:
        made.setToolTip(tip)
    made.clicked.connect(lambda _checked=False: act())
    return made


def shortcut(owner: QWidget, keys: str, act: Callable[[], object]) -> QShortcut:
    """Bind keys ("Ctrl+Z") to an act while the owner or something in it has the focus."""
    made = QShortcut(QKeySequence(keys), owner)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(act)
    return made


def key_text(keys: str) -> str:
    """Return how the keyboard names keys ("Strg+K" on a German one is spelt by the catalogue)."""
    from forumtool.i18n import _

    return keys.replace("Ctrl", _("Strg")).replace("Shift", _("Umschalt")).replace("Del", _("Entf")).replace("+", " ")
