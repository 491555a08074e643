"""The note-taker's hands: keys go where the keyboard is, as on a screen, and those beyond the words are counted."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from forumtool.domain.rows import ProposalRow
from forumtool.storage.queries.proposals import proposals
from forumtool.ui.parts.chooser import Chooser
from forumtool.ui.places.capture import Capture
from forumtool.ui.shell.window import MainWindow
from tests.ui.desks import window_on
from tests.ui.keys import press, type_text

ENTER, ESC, TAB, UP, DOWN = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Up, Qt.Key.Key_Down
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier,
)  # fmt: skip


class NoteTaker:
    """Types into the place of a window and counts what is no word of a card; a chord counts one."""

    def __init__(self, window: MainWindow) -> None:
        window.go_to("capture")
        place = window.places["capture"]
        assert isinstance(place, Capture)
        self.window, self.place = window, place
        self.keys = 0

    @property
    def target(self) -> QWidget:
        """What gets the next key: the widget with the keyboard."""
        if not self.window.isActiveWindow():
            self.window.activateWindow()  # drawn into memory, a window stays inactive after a popup
            QApplication.processEvents()
        focused = QApplication.focusWidget()
        assert focused is not None, "nobody has the keyboard"
        return focused

    @property
    def cards(self) -> list[ProposalRow]:
        """The cards in the file."""
        return proposals(self.window.desk.file)

    def say(self, words: str) -> None:
        """Type the words of a card, uncounted."""
        for sign in words:
            type_text(self.target, sign)

    def sign(self, signs: str) -> None:
        """Type signs, letters of names and digits, counted."""
        for sign in signs:
            type_text(self.target, sign)
            self.keys += 1

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1) -> None:
        """Press a key or a chord, counted."""
        for _time in range(times):
            press(self.target, key, held)
            self.keys += 1

    def write(self, line: str) -> None:
        """Type a whole line as it is and confirm it."""
        self.say(line)
        if self.place.field.popup.is_open:
            self.key(ESC)
        self.key(ENTER)

    def choose(self, words: str) -> None:
        """Type into the chooser that is open and take the first that fits."""
        chooser = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Chooser) and one.isVisible())
        type_text(chooser.field, words)
        press(chooser.field, ENTER)


@contextmanager
def note_taker(folder: Path, qtbot: Any, *, size: tuple[int, int] = (1366, 768)) -> Iterator[NoteTaker]:
    """Open a new file at the place; threads that read the cards have ended when the window closes."""
    with window_on(folder, qtbot, size=size) as window:
        yield NoteTaker(window)
        window.desk.suggesting.wait()
