"""Icons of buttons, by QtAwesome. Loaded in the background; until then a button has its word or sign alone."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractButton

from forumtool.ui.theme.style import worn

NAMES = {
    "menu": "mdi6.menu",
    "undo": "mdi6.undo",
    "redo": "mdi6.redo",
    "canvas": "mdi6.projector-screen-outline",
    "search": "mdi6.magnify",
}
"""What the program calls an icon, and its name in the Material Design Icons that QtAwesome brings."""


def icon(name: str) -> QIcon:
    """Return an icon in the colours that the window wears now; an unknown name raises ``KeyError``."""
    import qtawesome

    colours = worn()
    made: QIcon = qtawesome.icon(NAMES[name], color=colours.text, color_disabled=colours.strong_line)
    return made


def put_icon(button: QAbstractButton, name: str, *, instead: bool = False) -> None:
    """Put an icon on a button, beside its word or ``instead`` of its sign."""
    button.setIcon(icon(name))
    button.setText("" if instead else f" {button.text().strip()}")
