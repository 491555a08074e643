"""What a page of a place with several is."""

from PySide6.QtWidgets import QWidget

from forumtool.ui.desk import Desk
from forumtool.ui.parts.editable import EditableList


class Page(QWidget):
    """A page shows rows of the open file; it is refreshed while it can be seen and a step touched what it shows."""

    concerns: tuple[str, ...] = ()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk

    def refresh(self) -> None:
        """Read the file and show it."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Put the keyboard where work starts."""
        raise NotImplementedError

    def reveal(self, key: str) -> None:
        """Choose the row with this key in the list that has it, and put the keyboard on it."""
        for one in self.findChildren(EditableList):
            if one.model.row_of(key) >= 0:
                one.choose(key)
                one.view.setFocus()
