"""A scene played by the real program on real screens: ``python -m tests.ui.room_scene SCENE FILE``.

Each scene raises if something is not as it should be. Somebody types all the while where the scene says so.
"""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from forumtool.ui.app import application
from forumtool.ui.projection import Projection
from forumtool.ui.settings import Settings
from forumtool.ui.shell.window import MainWindow
from tests.ui.room_screens import BEAMER, HIGH, SMALL_BEAMER, WIDE, pull, set_monitor, sleeping_manager

_TYPED = "quartierscafe "
_AT_THE_LAPTOP = QRect(0, 0, WIDE, HIGH)
_AT_THE_BEAMER = QRect(WIDE, 0, WIDE, HIGH)


class Room:
    """The window on the laptop, its field, and what hangs on the other end of the cable."""

    def __init__(self, file: Path) -> None:
        settings = Settings()
        settings.scheme, settings.place = "light", "capture"
        self.app = application(settings)
        self.window = MainWindow(settings)
        self.window.showMaximized()
        assert self.window.open(file)
        self.field = self.window.places["capture"].field
        self.field.setFocus()
        self.until(lambda: self.field.hasFocus() and self.window.isActiveWindow(), "the field has the keyboard")

    @property
    def canvas(self):
        return self.window.projector.canvas

    def send(self, kind: str) -> None:
        self.window.desk.project(Projection(kind, self.window.desk.forum_id, self.window.desk.goal_id))

    def plug(self, where: str = BEAMER) -> None:
        set_monitor("Beamer", where)

    def pull(self) -> None:
        pull("Beamer")

    def until(self, done: Callable[[], bool], what: str, seconds: float = 8) -> None:
        """Let the window live until something is so; it stays so for a moment."""
        end = time.monotonic() + seconds
        held = 0
        while held < 10:
            if time.monotonic() > end:
                raise AssertionError(f"{what}: {self.told()}")
            QApplication.processEvents()
            time.sleep(0.01)
            held = held + 1 if done() else 0

    def stays(self, so: Callable[[], bool], what: str, seconds: float = 1.5) -> None:
        """Let the window live for a while in which something stays so."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.01)
            assert so(), f"{what}: {self.told()}"

    def full_on(self, where: QRect) -> Callable[[], bool]:
        return lambda: self.canvas.isVisible() and self.canvas.isFullScreen() and self.canvas.geometry() == where

    def is_beside_the_work(self) -> bool:
        """The canvas is a small window on the laptop's screen, not over the whole of it."""
        canvas, where = self.canvas, self.canvas.geometry()
        is_small = where.width() < WIDE and where.height() < HIGH and _AT_THE_LAPTOP.contains(where)
        return canvas.isVisible() and not canvas.isFullScreen() and is_small

    def waits(self) -> bool:
        return not self.canvas.isVisible() and "wartet" in self.window.projector.told()

    @contextmanager
    def typing(self, what: str) -> Iterator[None]:
        """Somebody types into the field meanwhile; not one letter goes elsewhere."""
        self.field.clear()
        typist = subprocess.Popen(["xdotool", "type", "--delay", "30", _TYPED * 6])
        yield
        self.until(lambda: typist.poll() is not None, "the typist is ready")
        self.until(lambda: self.field.toPlainText() == _TYPED * 6, f"{what}: all letters are in the field")
        assert self.window.isActiveWindow() and self.field.hasFocus()

    @contextmanager
    def watched(self, what: str) -> Iterator[None]:
        """The laptop's screen is looked at from outside; the canvas, black now, never covers it."""
        self.canvas.toggle_blank()
        eye = subprocess.Popen(
            [sys.executable, "-m", "tests.ui.room_screens", "watch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            text=True,
        )  # fmt: skip
        assert eye.stdout.readline() == "looking\n"
        yield
        told, _nothing = eye.communicate("enough\n")
        assert float(told) < 0.05, f"{what}: {float(told):.0%} of the laptop's screen were covered"
        self.canvas.toggle_blank()

    def told(self) -> str:
        canvas = self.canvas
        shown = f"{canvas.isVisible()} {canvas.isFullScreen()} {canvas.geometry()}" if canvas else ""
        return f"{shown} {self.window.projector.told()} {self.field.toPlainText()!r} {QApplication.activeWindow()}"


def a_cable_is_pulled_and_comes_back(room: Room) -> None:
    room.plug()
    room.until(lambda: len(room.app.screens()) == 2, "the second screen is there")
    with room.typing("sending"):
        room.send("cards")
        room.until(room.full_on(_AT_THE_BEAMER), "it fills the second screen")
    seen = room.canvas.picture
    with room.watched("pulling the cable"), room.typing("pulling the cable"):
        room.pull()
        room.until(room.waits, "it waits unseen")
        room.plug()
        room.until(room.full_on(_AT_THE_BEAMER), "it comes back by itself")
    assert room.canvas.picture == seen


def a_screen_is_plugged_in_while_the_canvas_is_a_window(room: Room) -> None:
    room.send("goal")
    room.until(room.is_beside_the_work, "with one screen it is a window")
    room.until(room.window.isActiveWindow, "the keyboard stays")
    with room.typing("plugging in"):
        room.plug()
        room.until(room.full_on(_AT_THE_BEAMER), "it goes to the second screen")
    room.pull()
    room.until(room.waits, "it waits unseen")
    room.plug(SMALL_BEAMER)
    room.until(room.full_on(QRect(WIDE, 0, 1024, 768)), "it fits another beamer")


def f9_shows_a_window_while_the_screen_is_away(room: Room) -> None:
    room.plug()
    room.send("board")
    room.until(room.full_on(_AT_THE_BEAMER), "it fills the second screen")
    room.pull()
    room.until(room.waits, "it waits unseen")
    room.send("goal")
    room.until(room.waits, "sending changes what is shown, not where")
    room.window.projector.toggle()
    room.until(room.is_beside_the_work, "it is a window")
    room.plug()
    room.until(room.full_on(_AT_THE_BEAMER), "it goes to the second screen")
    assert room.canvas.picture.kind == "goal"
    room.window.projector.toggle()
    room.pull()
    room.until(lambda: len(room.app.screens()) == 1, "the screen is gone")
    room.plug()
    room.until(lambda: len(room.app.screens()) == 2 and not room.canvas.isVisible(), "put away, it stays away")


def a_window_manager_that_is_late_takes_nothing_away(room: Room) -> None:
    room.send("board")
    room.until(room.is_beside_the_work, "with one screen it is a window")
    with sleeping_manager():
        room.plug()
        room.until(room.full_on(_AT_THE_BEAMER), "it fills the second screen")
    room.stays(room.full_on(_AT_THE_BEAMER), "it stays there")
    with sleeping_manager():
        room.pull()
        room.until(room.waits, "it waits unseen")
        room.plug()
        room.until(room.full_on(_AT_THE_BEAMER), "it comes back")
    room.stays(room.full_on(_AT_THE_BEAMER), "it stays there again")


def a_click_gives_the_keyboard_and_f9_takes_it_away(room: Room) -> None:
    room.plug()
    room.send("board")
    room.until(room.full_on(_AT_THE_BEAMER), "it fills the second screen")
    subprocess.run(["xdotool", "mousemove", str(WIDE + 300), "500", "click", "1"], check=True)
    room.until(room.canvas.isActiveWindow, "whoever clicks on it wants its keys")
    subprocess.run(["xdotool", "key", "Page_Down"], check=True)
    room.until(lambda: room.canvas.page == 1, "a presenter turns the page")
    subprocess.run(["xdotool", "key", "shift+F9"], check=True)
    room.until(lambda: room.window.isActiveWindow() and room.field.hasFocus(), "the keyboard is back")
    with room.typing("after that"):
        pass
    subprocess.run(["xdotool", "key", "F9"], check=True)
    room.until(lambda: not room.canvas.isVisible() and room.window.isActiveWindow(), "put away")


def the_window_moves_to_the_second_screen(room: Room) -> None:
    room.plug()
    room.send("board")
    room.until(room.full_on(_AT_THE_BEAMER), "it fills the second screen")
    room.window.showNormal()
    room.window.move(WIDE + 120, 80)
    room.until(room.full_on(_AT_THE_LAPTOP), "they change places")


if __name__ == "__main__":
    _program, scene, file = sys.argv
    room = Room(Path(file))
    globals()[scene](room)
    room.window.close()
