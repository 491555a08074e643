"""A menu for the mouse that goes when it has been used."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget


def passing_menu(owner: QWidget) -> QMenu:
    """Return an empty menu, to be opened once."""
    menu = QMenu(owner)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu
