"""Labels: words of people are always plain text, never guessed to be rich text."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget


def words(text: str = "", role: str = "", parent: QWidget | None = None, *, wrap: bool = False) -> QLabel:
    """Return a label. ``role`` names its look in the style sheet: heading, quiet, small, overline, figure …"""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(role)
    label.setWordWrap(wrap)
    return label


def keycap(text: str) -> QLabel:
    """Return a label that looks like a key."""
    label = words(text, "keycap")
    label.setSizePolicy(label.sizePolicy().Policy.Maximum, label.sizePolicy().Policy.Maximum)
    return label
