"""A large button for the first choice on an empty page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from forumtool.ui.parts.buttons import Button
from forumtool.ui.parts.words import words


class LargeButton(Button):
    """A button with a title and a line below it."""

    def __init__(self, title: str, line: str) -> None:
        super().__init__()
        self.setObjectName("choice")
        self.setAccessibleName(title)
        self.setAccessibleDescription(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setSpacing(3)
        for label in (words(title, "heading"), words(line, "small")):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
