"""Small layouts that the pages share."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumtool.ui.parts.words import words


def fill(page: QWidget, *things: QWidget) -> None:
    """Let widgets fill a page from top to bottom."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(14)
    for thing in things:
        layout.addWidget(thing, 1)


def labelled(column: QVBoxLayout, text: str, field: QWidget) -> None:
    """Put a field under its quiet label."""
    if column.count():
        column.addSpacing(8)
    label = words(text, "small")
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
