"""Fields whose text begins at its own side: Arabic, Persian and Hebrew at the right."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPlainTextEdit

from forumtool.domain.languages import starts_right_to_left


def follow_text(field: QPlainTextEdit) -> None:
    """Let a field's direction follow what is written into it; Qt turns the letters but leaves them at the left."""
    field.textChanged.connect(lambda: _turn(field))


def turn_painter(painter: QPainter, text: str) -> None:
    """Let a painter write the next text from its own side."""
    painter.setLayoutDirection(_direction(text))


def _turn(field: QPlainTextEdit) -> None:
    document = field.document()
    option, direction = document.defaultTextOption(), _direction(document.firstBlock().text())
    if option.textDirection() != direction:
        option.setTextDirection(direction)
        right = direction == Qt.LayoutDirection.RightToLeft
        option.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        document.setDefaultTextOption(option)


def _direction(text: str) -> Qt.LayoutDirection:
    return Qt.LayoutDirection.RightToLeft if starts_right_to_left(text) else Qt.LayoutDirection.LeftToRight
