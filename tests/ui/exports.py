"""Writing a document from the window, as somebody does who chooses it, for whom it is, and where it goes."""

from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from forumtool.ui.exporting.dialog import ExportDialog
from forumtool.ui.shell.window import MainWindow

PATIENCE = 90.0  # seconds


def waited(condition: Callable[[], bool]) -> bool:
    """Let the window work until a condition holds, and return whether it does."""
    end = monotonic() + PATIENCE
    while not condition() and monotonic() < end:
        QTest.qWait(5)
    return condition()


def dialog_in(owner: QWidget) -> ExportDialog:
    """Return the dialog that was opened last."""
    return owner.findChildren(ExportDialog)[-1]


def choose(dialog: ExportDialog, audience: str) -> None:
    """Choose for whom it is, as a click does."""
    combo = dialog.readers.choice
    combo.setCurrentIndex(combo.findData(audience))
    combo.activated.emit(combo.currentIndex())


def begin(window: MainWindow, key: str, path: Path, audience: str = "") -> None:
    """Begin to write a document."""
    dialog = ExportDialog(window.desk, window, key)
    if audience:
        choose(dialog, audience)
    assert dialog.write_to(path)
    dialog.accept()


def written(window: MainWindow, key: str, path: Path, audience: str = "") -> str:
    """Write a document, wait for it and return what the window says of it."""
    said: list[str] = []
    window.desk.said.connect(lambda _kind, sentence: said.append(sentence))
    begin(window, key, path, audience)
    assert waited(lambda: bool(said))
    return said[-1]
