"""What every page of Aufbau is."""

from PySide6.QtWidgets import QWidget

from forumtool.ui.desk import Desk


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
