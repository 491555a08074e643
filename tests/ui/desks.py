"""A window on a real file, for tests that drive the places."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QWidget

from forumtool.services.processes import new_process
from forumtool.ui.settings import Settings
from forumtool.ui.shell.window import MainWindow
from forumtool.ui.theme.style import wear


@contextmanager
def window_on(
    folder: Path, qtbot: Any, source: str = "aachen", *, size: tuple[int, int] = (1366, 768)
) -> Iterator[MainWindow]:
    """Open a new file in the real window."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    wear(app, "light")
    path = folder / "quartier.forum"
    if not path.exists():
        new_process(path, source)
    window = MainWindow(Settings())
    window.resize(*size)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert window.open(path)
    try:
        yield window
    finally:
        window.close()


def editor_in(view: QWidget) -> QWidget:
    """Return the editor that is open in a table or tree."""
    found = [child for child in view.viewport().children() if isinstance(child, QWidget) and child.isVisible()]  # type: ignore[attr-defined]
    assert found, "nothing is being edited"
    return found[-1]
