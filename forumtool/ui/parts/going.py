"""Going from one place to another."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtWidgets import QTableView, QWidget

from forumtool.domain.findable import Findable

if TYPE_CHECKING:
    from forumtool.ui.shell.window import MainWindow


class _Place(Protocol):
    def reveal(self, key: str) -> None: ...


class _Frame(Protocol):
    places: Mapping[str, _Place]

    def go_to(self, key: str) -> None: ...

    def choose_forum(self) -> None: ...


def go_to(widget: QWidget, key: str) -> None:
    """Show another place of the window that the widget is in; a widget that stands alone stays where it is."""
    window = widget.window()
    if hasattr(window, "go_to"):
        cast(_Frame, window).go_to(key)


def reveal(widget: QWidget, key: str, row: str) -> None:
    """Show a row in another place of the window that the widget is in."""
    window = widget.window()
    if hasattr(window, "go_to"):
        go_to(widget, key)
        cast(_Frame, window).places[key].reveal(row)


def choose_forum(widget: QWidget) -> None:
    """Open the list of forums of the window that the widget is in."""
    window = widget.window()
    if hasattr(window, "choose_forum"):
        cast(_Frame, window).choose_forum()


def show_card(widget: QWidget, key: str) -> None:
    """Show a card where it is worked on, or the one that stands for it, in the window that the widget is in."""
    window = widget.window()
    if hasattr(window, "places"):
        from forumtool.ui.shell.found import show_found

        show_found(cast("MainWindow", window), Findable("card", key, "", "", ""))


def begin_at(view: QTableView, row: int, column: int = 0) -> None:
    """Choose a row if none is chosen yet, and put the keyboard on the table."""
    if not view.selectionModel().hasSelection() and row < view.model().rowCount():
        view.setCurrentIndex(view.model().index(row, column))
    view.setFocus()
