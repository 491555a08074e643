"""Buttons with their key beside them."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from forumtool.ui.parts.keyboard import is_plain_enter


class Button(QPushButton):
    """A button that Enter presses as well as the space bar; Qt does so only in dialogs.

    The mouse takes the keyboard from nobody: a field that was being written in is left, so that its words are told,
    and has the keyboard again before the click counts.
    """

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_plain_enter(event):
            self.click()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.focusPolicy() != Qt.FocusPolicy.NoFocus:
            before = list(_with_parents(self.window().focusWidget()))
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            _give_to(before)
        super().mousePressEvent(event)


def _give_to(those: Iterable[QWidget]) -> None:
    """Give the keyboard to the first that can take it: an editor of a table, for one, has closed when it was left."""
    for one in those:
        if isValid(one) and one.isVisible() and one.isEnabled() and one.focusPolicy() != Qt.FocusPolicy.NoFocus:
            one.setFocus()
            return


def _with_parents(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None and not widget.isWindow():
        yield widget
        widget = widget.parentWidget()


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
