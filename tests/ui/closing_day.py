"""The real program on a file: places are visited, work is begun beside the window, and it closes at any moment.

``python -X faulthandler -m tests.ui.closing_day FILE SEED`` with ``FORUMTOOL_HOME`` beside the file.
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QTimer

from forumtool.ui import app as program
from forumtool.ui.exporting.dialog import ExportDialog
from forumtool.ui.exporting.offers import IN_FOLDER, OFFERS
from forumtool.ui.places.deciding.reading import read_list
from forumtool.ui.shell.register import ENTRIES
from forumtool.ui.shell.window import MainWindow

_PAUSE, _LONGEST = 250, 4_000  # milliseconds


class ClosingDay:
    """Does whatever comes to mind, by a seed, and closes the window in the middle of it."""

    def __init__(self, window: MainWindow, folder: Path, seed: int) -> None:
        self._window, self._folder, self._chance = window, folder, random.Random(seed)
        QTimer.singleShot(self._chance.randint(50, 600), self._go_on)
        QTimer.singleShot(self._chance.randint(100, _LONGEST), window.close)

    def _go_on(self) -> None:
        if getattr(self._window, "desk", None) is not None and self._window.desk.is_open:
            self._window.go_to(self._chance.choice(ENTRIES).key)
            self._chance.choices(*self._wishes())[0]()
        QTimer.singleShot(self._chance.randint(1, _PAUSE), self._go_on)

    def _wishes(self) -> tuple[list[Callable[[], object]], list[int]]:
        desk = self._window.desk
        return [self._export, self._write_minutes, self._read_list, desk.long_work.stop, desk.undo, self._resize,
                self._window.rebuild, lambda: desk.choose_forum(None)], [10, 4, 3, 2, 3, 2, 1, 1]  # fmt: skip

    def _export(self) -> None:
        offer = self._chance.choice(OFFERS)
        dialog = ExportDialog(self._window.desk, self._window, offer.key)
        dialog.open()
        form = self._chance.choice(offer.forms)
        if form == IN_FOLDER:
            dialog.write_into(self._folder)
        else:
            dialog.write_to(self._folder / f"x.{form}")
        if self._chance.random() < 0.5:
            dialog.close()

    def _write_minutes(self) -> None:
        self._window.go_to("minutes")
        self._window.places["minutes"].export(("docx", "xlsx"), self._folder)  # type: ignore[attr-defined]

    def _read_list(self) -> None:
        if (self._folder / "x.xlsx").exists():
            self._window.go_to("decisions")
            read_list(self._window.desk, self._window.places["decisions"], self._folder / "x.xlsx")

    def _resize(self) -> None:
        self._window.resize(self._chance.randint(860, 1500), self._chance.randint(460, 900))


def main(path: Path, seed: int) -> int:
    """Hold the day and return the exit status of the program."""
    app, window = program.prepare([str(path)])
    out = path.with_name("aus")
    out.mkdir()
    _day = ClosingDay(window, out, seed)
    return program.run(app)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), int(sys.argv[2])))
